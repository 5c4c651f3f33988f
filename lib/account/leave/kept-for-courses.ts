import "server-only";
import { db } from "@/lib/db/client";

/** What stands between somebody and deleting their account, and what a section keeps of it. */
export interface Leaving {
  /** The sections that keep their graded work, by name. */
  readonly keep: readonly string[];
  /** The sections that have no other instructor. */
  readonly teachesAlone: readonly string[];
  /** Whether nobody else could give roles. */
  readonly lastAdmin: boolean;
}

/** What deleting an account would come to now. */
export async function findLeaving(
  userId: string,
  tx: Pick<typeof db, "$queryRaw"> = db,
): Promise<Leaving> {
  const [row] = await tx.$queryRaw<[Leaving]>`
    select
      array(
        select s.name from section s
        where exists (
          select from assignment_work w join assignment a on a.id = w.assignment_id
          where a.section_id = s.id and w.user_id = ${userId}::uuid)
        order by s.name
      ) as keep,
      array(
        select s.name from enrollment e join section s on s.id = e.section_id
        where e.user_id = ${userId}::uuid and e.role = 'instructor' and e.removed_at is null
          and not exists (
            select from enrollment o where o.section_id = s.id and o.user_id <> e.user_id
              and o.role = 'instructor' and o.removed_at is null)
        order by s.name
      ) as "teachesAlone",
      exists (select from "user" u where u.id = ${userId}::uuid and u.role = 'admin') and not exists (
        select from "user" o where o.role = 'admin' and o.id <> ${userId}::uuid
      ) as "lastAdmin"`;
  return row;
}
