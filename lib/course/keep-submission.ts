import "server-only";
import { randomUUID } from "node:crypto";
import { pool } from "@/lib/db/client";
import type { Result } from "@/lib/exercise";
import type { VariantState } from "./frozen-variant";
import type { RatedCard } from "./review/rate-skills";
import { type Standing, sharesOf } from "./standing";
import type { SubmissionInput } from "./submission-input";
import type { Tries } from "./tries";

const keepableJson = (value: unknown) =>
  JSON.stringify(value, (_, item) => (typeof item === "string" ? keepableText(item) : item));

/** Text as PostgreSQL can keep it: it has no place for the character 0 and for half of a surrogate pair. */
export const keepableText = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** The mistakes in a result, each once: of several that an answer cannot tell apart, the likeliest. */
function mistakesIn(result: Extract<Result, { status: "graded" }>): string[] {
  return [...new Set(result.parts.flatMap(({ diagnosis = [] }) => diagnosis[0] ?? []))];
}

export interface Keeping {
  readonly state: VariantState;
  readonly input: SubmissionInput;
  readonly result: Result;
  readonly standing: Standing;
  readonly tries: Tries;
  readonly possible: number;
  /** The cards that it changes. */
  readonly cards: readonly RatedCard[];
}

/** Whether the submission was kept; false when the variant has moved on since it was read. */
export async function keepSubmission(keeping: Keeping): Promise<boolean> {
  const { state, input, result, standing, tries, possible, cards } = keeping;
  const submission = [
    state.id,
    randomUUID(),
    input.idempotencyKey,
    input.asked,
    JSON.stringify(input.responses),
    keepableJson(result),
    keepableJson(input.known ?? {}),
  ];
  if (result.status === "unreadable" || state.opened) {
    await pool.query({ ...keepUncounted, values: [...submission, result.status, !state.opened] });
    return true;
  }
  const { best, first } = sharesOf(standing, possible);
  const mistakes = mistakesIn(result);
  const moved = [JSON.stringify(standing), state.revision, best, first];
  const values = [...submission, ...moved, mistakes, JSON.stringify(cards), JSON.stringify(tries)];
  return (await pool.query({ ...keepGraded, values })).rowCount === 1;
}

/** Whether nothing is lost with a draft: it is empty, it is what was sent, or the page that sent knew of it. */
const isKnown = `(
        draft.response !~ '\\S'
        or draft.response = $5::jsonb ->> draft.part
        or coalesce($7::jsonb -> draft.part ? draft.response, false)
      )`;

/** Drafts of the parts asked for end where their answer is kept. One that another window wrote, and the page that sent
 *  did not know of, stays beside the answer for the learner to choose. */
const endDrafts = (kept: string) => `ended as (
      delete from draft using ${kept}
      where draft.variant_id = $1 and draft.part = any($4) and ${isKnown}
    ), aside as (
      update draft set other = response, response = $5::jsonb ->> part, updated_at = now()
      from ${kept}
      where draft.variant_id = $1 and draft.part = any($4) and not ${isKnown}
    )`;

/** Cards are taken in the order of their skills, so that two answers at once do not wait for each other. Where another
 *  exercise's answer came first after all, the worse of the two counts, as in any sitting. */
const keepGraded = {
  name: "keep-graded-submission",
  text: `
    with moved as (
      update variant set standing = $8, tries = $14, revision = revision + 1
      where id = $1 and revision = $9
      returning user_id, exercise_id, number
    ), kept as (
      insert into submission (variant_id, id, idempotency_key, asked, responses, result, status)
      select $1, $2, $3, $4, $5, $6, 'graded' from moved
    ), ${endDrafts("moved")}, mistakes as (
      insert into mistake (user_id, exercise_id, rule, count)
      select user_id, exercise_id, rule, 1 from moved, unnest($12::text[]) as made(rule)
      on conflict (user_id, exercise_id, rule) do update set
        count = mistake.count + 1,
        last_at = now()
    ), cards as (
      insert into review_card
        (user_id, course_id, skill, due, stability, difficulty, rating, reps, reviewed_at)
      select moved.user_id, lesson.course_id, card.*
      from moved
      join exercise on exercise.id = moved.exercise_id
      join lesson on lesson.id = exercise.lesson_id,
      jsonb_to_recordset($13) as card(
        skill text, due timestamptz, stability float8, difficulty float8, rating int2, reps int4,
        "reviewedAt" timestamptz
      )
      order by card.skill
      on conflict (user_id, course_id, skill) do update set
        due = excluded.due,
        stability = excluded.stability,
        difficulty = excluded.difficulty,
        rating = excluded.rating,
        reps = excluded.reps,
        reviewed_at = excluded.reviewed_at
      where review_card.reps < excluded.reps or excluded.rating < review_card.rating
    )
    insert into score (user_id, exercise_id, best, first, first_number, attempts)
    select user_id, exercise_id, $10, $11, number, 1 from moved
    on conflict (user_id, exercise_id) do update set
      best = greatest(score.best, excluded.best),
      first = case when score.first_number = excluded.first_number then excluded.first else score.first end,
      attempts = score.attempts + 1,
      updated_at = now()`,
};

/** What could not be read, and what came after the solution was shown. */
const keepUncounted = {
  name: "keep-uncounted-submission",
  text: `
    with kept as (
      insert into submission (variant_id, id, idempotency_key, asked, responses, result, status, counts)
      values ($1, $2, $3, $4, $5, $6, $8::"SubmissionStatus", $9)
      on conflict (variant_id, idempotency_key) do nothing
      returning variant_id
    ), ${endDrafts("kept")}
    select 1`,
};
