import "server-only";
import { pool } from "@/lib/db/client";
import { type Correction, correctionIn } from "./frozen-variant";
import type { AnswerRow, DraftRow } from "./last-typed";
import type { Numbers } from "./numbers";
import type { Place } from "./series";
import type { Standing } from "./standing";
import { regradedResult } from "./tried";

/** A variant that a learner has begun: its numbers, and what was last done with them. */
export interface BegunVariant extends Numbers {
  readonly exerciseId: string;
  /** Null where it is practised. */
  readonly assignedId: string | null;
  readonly versionId: string;
  readonly number: number;
  readonly seed: string;
  readonly standing: Standing;
  /** Hints taken. */
  readonly hints: number;
  /** Whether its solution was shown. */
  readonly opened: boolean;
  /** What it is judged by where its exercise was corrected since; else null. */
  readonly correction: Correction | null;
  /** One a part that was ever sent: the newest. */
  readonly answers: readonly AnswerRow[];
  readonly drafts: readonly DraftRow[];
}

/** What a submission has of one part, as it was last judged. */
const answerIn = (id: string) => `
    select coalesce(s.responses ->> part, '') as response, jsonb_path_query_first(
      coalesce(${regradedResult}, s.result),
      '$.parts[*] ? (@.part == $part)', jsonb_build_object('part', part)
    ) as result
    from submission s where s.id = ${id}`;

/** Of each part that was sent, the newest response and what came of it. Where another answer beside it could not be
 *  read, nothing was said of this one: then what was said of the same response before still holds. Which submissions those
 *  are is found without looking into them, so that however often somebody answered, one or two a part are read. */
const answers = `
  select coalesce(jsonb_agg(jsonb_build_object(
    'part', part, 'response', sent.response, 'result', coalesce(sent.result, judged.result)
  )), '[]')
  from (
    select part,
      (array_agg(id order by created_at desc))[1] as newest,
      (array_agg(id order by created_at desc) filter (where status = 'graded'))[1] as graded
    from submission, unnest(asked) as part
    where variant_id = variant.id group by part
  ) as asked
  cross join lateral (${answerIn("asked.newest")}) as sent
  left join lateral (${answerIn("asked.graded")}) as judged on judged.response = sent.response`;

const drafts = `
  select coalesce(jsonb_agg(jsonb_build_object(
    'part', part, 'response', response, 'other', other
  )), '[]')
  from draft where variant_id = variant.id`;

const begun = (variants: string) => `
  select exercise_id as "exerciseId", assigned_id as "assignedId", version_id as "versionId", number, seed, givens, key, view, standing,
    hints, opened_at is not null as opened,
    ${correctionIn("variant")} as correction, (${answers}) as answers, (${drafts}) as drafts
  from (${variants}) as variant`;

/** The latest variant of each of these exercises that the learner has begun to practise with. */
export async function listLatestBegun(
  userId: string,
  exerciseIds: readonly string[],
): Promise<BegunVariant[]> {
  const { rows } = await pool.query<BegunVariant>({
    name: "list-latest-begun",
    text: begun(`
      select distinct on (exercise_id) * from variant
      where user_id = $1 and exercise_id = any($2) and assigned_id is null
      order by exercise_id, number desc`),
    values: [userId, exerciseIds],
  });
  return rows;
}

/** All variants of these assigned exercises that were begun. */
export async function listBegunGraded(assignedIds: readonly string[]): Promise<BegunVariant[]> {
  const { rows } = await pool.query<BegunVariant>({
    name: "list-begun-graded",
    text: begun("select * from variant where assigned_id = any($1)"),
    values: [assignedIds],
  });
  return rows;
}

/** The learner's variants at these places, as far as they are begun. */
export async function listBegunAt(
  userId: string,
  places: readonly Place[],
): Promise<BegunVariant[]> {
  const practised = places.filter(({ assignedId }) => !assignedId);
  const graded = places.filter(({ assignedId }) => assignedId);
  const { rows } = await pool.query<BegunVariant>({
    name: "list-begun-at",
    text: begun(`
      select * from variant
      where user_id = $1 and assigned_id is null
        and (exercise_id, number) in (select * from unnest($2::uuid[], $3::int[]))
      union all
      select * from variant
      where user_id = $1 and (assigned_id, number) in (select * from unnest($4::uuid[], $5::int[]))`),
    values: [userId, ...columns(practised), ...columns(graded)],
  });
  return rows;
}

const columns = (places: readonly Place[]) => [
  places.map(({ exerciseId, assignedId }) => assignedId ?? exerciseId),
  places.map(({ number }) => number),
];
