import "server-only";
import type { Numbers } from "@/lib/answering/numbers";
import { regradedResult } from "@/lib/answering/tried";
import { pool } from "@/lib/db/client";
import type { StoredSubmission } from "./judge";

/** A variant of graded work with what was answered on it. */
export interface StoredVariant {
  readonly id: string;
  readonly number: number;
  /** What its answers are judged by now: a corrected version, or the one that drew it. */
  readonly now: { readonly versionId: string } & Numbers;
  readonly drawn: { readonly versionId: string } & Numbers;
  readonly hints: number;
  /** Those that were graded and count, oldest first, with what each comes to now. */
  readonly submissions: readonly StoredSubmission[];
}

/** An assigned exercise that is to be judged anew. */
export interface StoredWork {
  readonly assignedId: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly share: number;
  readonly attempts: number;
  readonly variants: readonly StoredVariant[];
}

type Row = Omit<StoredWork, "variants"> & { readonly variants: readonly StoredRow[] };

type StoredRow = Omit<StoredVariant, "submissions"> & {
  readonly submissions: readonly (Omit<StoredSubmission, "at"> & { readonly at: number })[];
};

const numbers = (from: string) => `jsonb_build_object(
  'versionId', ${from}.version_id, 'givens', ${from}.givens, 'key', ${from}.key, 'view', ${from}.view
)`;

/** These assigned exercises with all that was answered in them, and what a regrade has worked out of it so far. */
export async function gatherWorks(
  assignedIds: readonly string[],
  regradeId: string,
): Promise<StoredWork[]> {
  const { rows } = await pool.query<Row>({
    name: "gather-graded-works",
    text: `
      select a.id as "assignedId", w.assignment_id as "assignmentId", w.user_id as "userId", a.share, a.attempts, (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', v.id, 'number', v.number, 'hints', v.hints,
          'drawn', ${numbers("v")},
          'now', coalesce((select ${numbers("c")} from variant_correction c where c.variant_id = v.id), ${numbers("v")}),
          'submissions', (
            select coalesce(jsonb_agg(jsonb_build_object(
              'id', s.id, 'at', (extract(epoch from s.created_at) * 1000)::float8, 'asked', s.asked,
              'responses', s.responses, 'result', coalesce(${regradedResult}, s.result),
              'anew', (select r.result from regrade_result r where r.regrade_id = $2 and r.submission_id = s.id)
            ) order by s.created_at, s.id), '[]')
            from submission s where s.variant_id = v.id and s.status = 'graded' and s.counts
          )
        ) order by v.number), '[]')
        from variant v where v.assigned_id = a.id
      ) as variants
      from assigned_exercise a join assignment_work w on w.id = a.work_id
      where a.id = any($1::uuid[])
      order by a.id`,
    values: [assignedIds, regradeId],
  });
  return rows.map((row) => ({ ...row, variants: row.variants.map(variantOf) }));
}

const variantOf = ({ submissions, ...variant }: StoredRow): StoredVariant => ({
  ...variant,
  submissions: submissions.map(({ at, ...one }) => ({ ...one, at: new Date(at) })),
});
