import "server-only";
import { db } from "@/lib/db/client";
import { type AuditEntry, type Records, recordChanges } from "./audit";
import { type ImportPlan, type Placed, planImport } from "./import-plan";
import { invite } from "./invitations";
import type { ReadRoster } from "./roster/roster";

export interface Import {
  readonly actorId: string;
  readonly sectionId: string;
  readonly roster: ReadRoster;
  /** The hash of the plan that was agreed to. */
  readonly hash: string;
}

export type Imported =
  | { readonly status: "done"; readonly plan: ImportPlan; readonly invited: readonly string[] }
  /** Something else would be done than was agreed to, so nothing was. */
  | { readonly status: "changed"; readonly plan: ImportPlan };

/** Does what a plan says, all of it or nothing, in a few statements however many people there are. `invited` has the ids of
 *  those it added who are still to claim their accounts. */
export async function importRoster(asked: Import): Promise<Imported> {
  try {
    return await inOneGo(asked);
  } catch (error) {
    if (!(error instanceof SignedUpMeanwhile)) throw error;
    return { status: "changed", plan: await planImport(asked, asked.roster) };
  }
}

/** Somebody who had no account when the plan was agreed to has made one since. */
class SignedUpMeanwhile extends Error {}

function inOneGo({ roster, hash, ...by }: Import): Promise<Imported> {
  return db.$transaction(
    async (tx) => {
      // Imports, and changes of one's place in the section, come one after the other.
      await tx.$queryRaw`select 1 from section where id = ${by.sectionId}::uuid for update`;
      const plan = await planImport(by, roster, tx);
      if (plan.hash !== hash) return { status: "changed", plan };
      const made = await makeAccounts(tx, plan.add);
      const idOf = ({ person, userId }: Placed) => userId ?? made.get(person.email)!;
      const coming = [...plan.add, ...plan.restore].map((one) => ({ ...one, userId: idOf(one) }));
      await place(tx, by.sectionId, coming);
      await change(tx, by.sectionId, plan.change);
      const unclaimed = coming.filter(({ account }) => account !== "claimed");
      const invited = unclaimed.map(({ userId }) => userId);
      await invite(tx, by.sectionId, invited);
      await recordChanges(tx, entriesOf(by, plan, idOf));
      return { status: "done", plan, invited };
    },
    { timeout: 60_000 },
  );
}

/** Makes the accounts that are new, and gives the id of each by its email. */
async function makeAccounts(
  tx: Records,
  add: readonly Placed[],
): Promise<ReadonlyMap<string, string>> {
  const people = add.filter(({ userId }) => !userId).map(({ person }) => person);
  const emails = people.map(({ email }) => email);
  const names = people.map(({ name, email }) => name || email.split("@")[0]!.slice(0, 100));
  // In one order, so that two imports at once wait for each other, and not in a circle.
  const rows = await tx.$queryRaw<{ id: string; email: string }[]>`
    with made as (
      insert into "user" (id, email, name)
      select gen_random_uuid(), email, name
      from unnest(${emails}::text[], ${names}::text[]) as asked(email, name) order by email
      on conflict (email) do nothing
      returning id, email)
    select id::text, email from made`;
  if (rows.length < people.length) throw new SignedUpMeanwhile();
  return new Map(rows.map(({ id, email }) => [email, id]));
}

type Coming = Placed & { readonly userId: string };

async function place(tx: Records, sectionId: string, coming: readonly Coming[]): Promise<void> {
  const ids = coming.map(({ userId }) => userId);
  const roles = coming.map(({ role }) => role);
  const campusIds = coming.map(({ campusId }) => campusId);
  const groups = coming.map(({ group }) => group);
  await tx.$executeRaw`
    insert into enrollment (user_id, section_id, role, campus_id, "group")
    select id, ${sectionId}::uuid, role::section_role, campus_id, team
    from unnest(${ids}::uuid[], ${roles}::text[], ${campusIds}::text[], ${groups}::text[])
      as asked(id, role, campus_id, team)
    on conflict (user_id, section_id)
    do update set role = excluded.role, campus_id = excluded.campus_id, "group" = excluded."group",
      removed_at = null`;
}

async function change(
  tx: Records,
  sectionId: string,
  changes: ImportPlan["change"],
): Promise<void> {
  const ids = changes.map(({ userId }) => userId);
  const roles = changes.map(({ role }) => role?.to ?? null);
  const campusIds = changes.map(({ campusId }) => campusId?.to ?? null);
  const groups = changes.map(({ group }) => group?.to ?? null);
  await tx.$executeRaw`
    update enrollment
    set role = coalesce(asked.role::section_role, enrollment.role),
      campus_id = coalesce(asked.campus_id, enrollment.campus_id),
      "group" = coalesce(asked.team, enrollment."group")
    from unnest(${ids}::uuid[], ${roles}::text[], ${campusIds}::text[], ${groups}::text[])
      as asked(id, role, campus_id, team)
    where user_id = asked.id and section_id = ${sectionId}::uuid`;
}

const reason = "Roster imported";

const shifts = [
  ["role", "person.role"],
  ["campusId", "person.campus-id"],
  ["group", "person.group"],
] as const;

function entriesOf(
  { actorId, sectionId }: Pick<Import, "actorId" | "sectionId">,
  plan: ImportPlan,
  idOf: (one: Placed) => string,
): AuditEntry[] {
  const by = { actorId, sectionId, reason };
  const placed = (action: AuditEntry["action"]) => (one: Placed) => ({
    ...by,
    action,
    personId: idOf(one),
    after: {
      role: one.role,
      ...(one.campusId && { campusId: one.campusId }),
      ...(one.group && { group: one.group }),
    },
  });
  const shifted = plan.change.flatMap((one): AuditEntry[] =>
    shifts.flatMap(([field, action]) => {
      const shift = one[field];
      if (!shift) return [];
      const { from, to } = shift;
      const personId = one.userId;
      return [{ ...by, action, personId, before: { [field]: from }, after: { [field]: to } }];
    }),
  );
  return [
    ...plan.add.map(placed("person.added")),
    ...plan.restore.map(placed("person.restored")),
    ...shifted,
  ];
}
