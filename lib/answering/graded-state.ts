import "server-only";
import { type TriedVariant, triedIn } from "./tried";

/** What has come of graded work so far, as one statement reads it. */
export interface GradedState {
  /** The clock's time when it was read, in milliseconds since 1970. */
  readonly now: number;
  /** Whether the work was handed in. */
  readonly handedIn: boolean;
  /** As the assigned exercise keeps it: whoever finds another has missed a submission. */
  readonly attempts: number;
  /** Everything that counted, in all of its variants. */
  readonly tried: readonly TriedVariant[];
  /** By part, what was last graded of it in this variant. */
  readonly judged: Readonly<Record<string, string>>;
}

/** A GradedState of the variant `v`, in SQL. */
export const gradedState = `(
  select jsonb_build_object(
    'now', (extract(epoch from clock_now()) * 1000)::float8,
    'handedIn', w.handed_in_at is not null,
    'attempts', a.attempts,
    'tried', ${triedIn("a.id")},
    'judged', (
      select coalesce(jsonb_object_agg(part, response), '{}') from (
        select distinct on (part) part, coalesce(j.responses ->> part, '') as response
        from submission j, unnest(j.asked) as part
        where j.variant_id = v.id and j.status = 'graded' and j.counts
        order by part, j.created_at desc, j.id desc
      ) last
    )
  )
  from assigned_exercise a join assignment_work w on w.id = a.work_id
  where a.id = v.assigned_id
)`;
