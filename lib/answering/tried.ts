import "server-only";
import { pool } from "@/lib/db/client";

/** One graded submission that counts: when it came, and the points of each part that it was about, before credit and
 *  lateness. */
export interface Try {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly earned: Readonly<Record<string, number>>;
}

/** What was tried with one set of numbers, oldest first. */
export interface TriedVariant {
  readonly number: number;
  readonly versionId: string;
  readonly tries: readonly Try[];
}

/** What a submission comes to whose numbers were declared void: it no longer counts. */
export interface VoidResult {
  readonly status: "void";
  readonly parts: readonly [];
}

/** What submission `s` comes to since it was last judged anew, in SQL; null where it never was. */
export const regradedResult = `(
  select r.result from regrade_result r join variant rv on rv.id = s.variant_id
  join regrade_change rc on rc.regrade_id = r.regrade_id and rc.assigned_id = rv.assigned_id
  where r.submission_id = s.id and rc.applied_at is not null
  order by rc.applied_at desc limit 1
)`;

/** All that was graded and counts of one assigned exercise, in SQL: JSON of TriedVariant. What is void does not count. */
export const triedIn = (assignedId: string): string => `(
  select coalesce(jsonb_agg(to_jsonb(one) order by one.number), '[]') from (
    select t.number, coalesce(c.version_id, t.version_id) as "versionId", jsonb_agg(jsonb_build_object(
      'at', (extract(epoch from s.created_at) * 1000)::float8,
      'earned', (
        select coalesce(jsonb_object_agg(p ->> 'part', p -> 'earned'), '{}')
        from jsonb_array_elements(j.result -> 'parts') p
      )
    ) order by s.created_at, s.id) as tries
    from variant t join submission s on s.variant_id = t.id and s.status = 'graded' and s.counts
    left join variant_correction c on c.variant_id = t.id
    cross join lateral (select coalesce(${regradedResult}, s.result) as result) j
    where t.assigned_id = ${assignedId} and j.result ->> 'status' = 'graded'
    group by t.id, c.version_id
  ) one
)`;

/** Everything that was graded and counts in these assigned exercises, by their ids. */
export async function listTried(
  assignedIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TriedVariant[]>> {
  const { rows } = await pool.query<{ id: string; tried: TriedVariant[] }>({
    name: "list-tried",
    text: `select id, ${triedIn("a.id")} as tried from unnest($1::uuid[]) as a(id)`,
    values: [assignedIds],
  });
  return new Map(rows.map(({ id, tried }) => [id, tried]));
}
