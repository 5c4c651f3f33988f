import "server-only";
import { randomUUID } from "node:crypto";
import { pool } from "@/lib/db/client";
import type { Result } from "@/lib/exercise";
import type { VariantState } from "./find-variant";
import type { GradedEarned } from "./graded-rules";
import type { RatedCard } from "./rate-skills";
import { type Standing, sharesOf } from "./standing";
import type { SubmissionInput } from "./submission-input";
import type { Tries } from "./tries";

/** JSON that PostgreSQL can keep. */
export const keepableJson = (value: unknown) =>
  JSON.stringify(value, (_, item) => (typeof item === "string" ? keepableText(item) : item));

/** Text as PostgreSQL can keep it: it has no place for the character 0 and for half of a surrogate pair. */
export const keepableText = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** The mistakes in a result, each once: of several that an answer cannot tell apart, the likeliest. */
export function mistakesIn(result: Extract<Result, { status: "graded" }>): string[] {
  return [...new Set(result.parts.flatMap(({ diagnosis = [] }) => diagnosis[0] ?? []))];
}

/** What is kept of graded work, in the same statement. */
export interface KeptGrade extends GradedEarned {
  readonly assignedId: string;
  /** Attempts before it: where there are others by now, something came first. */
  readonly before: number;
  readonly receivedAt: Date;
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
  /** Null where it is practised. */
  readonly graded: KeptGrade | null;
}

/** Whether the submission was kept; false when the variant, or its graded work, has moved on since it was read. What is
 *  graded leaves the score of practice as it is. */
export async function keepSubmission(keeping: Keeping): Promise<boolean> {
  const { state, input, result, standing, tries, possible, cards, graded } = keeping;
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
    const at = graded?.receivedAt ?? null;
    await pool.query({
      ...keepUncounted,
      values: [...submission, result.status, !state.opened, at],
    });
    return true;
  }
  const mistakes = mistakesIn(result);
  const moved = [...submission, JSON.stringify(standing), state.revision, JSON.stringify(tries)];
  const learned = [...moved, mistakes, JSON.stringify(cards)];
  if (graded) {
    const { assignedId, before, receivedAt, share, attempts } = graded;
    const values = [...learned, assignedId, before, receivedAt, share, attempts];
    return (await pool.query({ ...keepGradedWork, values })).rowCount === 1;
  }
  const { best, first } = sharesOf(standing, possible);
  return (await pool.query({ ...keepGraded, values: [...learned, best, first] })).rowCount === 1;
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

/** The channel that tells of answers in a live session, by the session's id. */
export const liveChannel = "live_answer";

/** Tells whoever watches a live session that a student of its section answered. Elsewhere it finds no session that is open,
 *  and no other statement waits: PostgreSQL lets those that notify commit one after another. */
const tellLive = (from: string) => `told as (
      select pg_notify('${liveChannel}', live.id::text)
      from ${from}
      join live_session live on live.exercise_id = learner.exercise_id and live.ends_at > now()
      join enrollment e on e.section_id = live.section_id and e.user_id = learner.user_id
        and e.role = 'student' and e.removed_at is null
      where learner.assigned_id is null
    )`;

/** The variant moves on, where it is as it was when it was read, and `from` has a row. */
const moveOn = (from: string) => `moved as (
      update variant set standing = $8, tries = $10, revision = revision + 1
      ${from ? `from ${from}` : ""}
      where variant.id = $1 and revision = $9
      returning user_id, exercise_id, assigned_id, number
    )`;

/** What the learner did is kept, and what it says of their mistakes and skills. Cards are taken in the order of their
 *  skills, so that two answers at once do not wait for each other. Where another exercise's answer came first after all,
 *  the worse of the two counts, as in any sitting. */
const learn = (receivedAt: string) => `kept as (
      insert into submission (variant_id, id, idempotency_key, asked, responses, result, status, created_at)
      select $1, $2, $3, $4, $5, $6, 'graded', ${receivedAt} from moved
    ), ${endDrafts("moved")}, mistakes as (
      insert into mistake (user_id, exercise_id, rule, count)
      select user_id, exercise_id, rule, 1 from moved, unnest($11::text[]) as made(rule)
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
      jsonb_to_recordset($12) as card(
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
    )`;

const keepGraded = {
  name: "keep-graded-submission",
  text: `
    with ${moveOn("")}, ${learn("now()")}, ${tellLive("moved learner")}
    insert into score (user_id, exercise_id, best, first, first_number, attempts)
    select user_id, exercise_id, $13, $14, number, 1 from moved
    on conflict (user_id, exercise_id) do update set
      best = greatest(score.best, excluded.best),
      first = case when score.first_number = excluded.first_number then excluded.first else score.first end,
      attempts = score.attempts + 1,
      updated_at = now()
    returning (select count(*) from told)`,
};

/** The row of the assigned exercise is held first, so that of several answers at once, in whichever of its variants, each
 *  counts those before it; the row of the work too, so that nothing counts once it is handed in. */
const keepGradedWork = {
  name: "keep-graded-work",
  text: `
    with held as (
      select a.id as held_id from assigned_exercise a join assignment_work w on w.id = a.work_id
      where a.id = $13 and a.attempts = $14 and w.handed_in_at is null
      for no key update of a for share of w
    ), ${moveOn("held")}, ${learn("$15::timestamptz")}
    update assigned_exercise set share = greatest(at_least, $16), attempts = $17, answered_at = $15 from moved
    where assigned_exercise.id = moved.assigned_id`,
};

/** What could not be read, and what came after the solution was shown. */
const keepUncounted = {
  name: "keep-uncounted-submission",
  text: `
    with kept as (
      insert into submission
        (variant_id, id, idempotency_key, asked, responses, result, status, counts, created_at)
      values ($1, $2, $3, $4, $5, $6, $8::"SubmissionStatus", $9, coalesce($10::timestamptz, now()))
      on conflict (variant_id, idempotency_key) do nothing
      returning variant_id
    ), ${endDrafts("kept")}, ${tellLive("kept join variant learner on learner.id = kept.variant_id")}
    select count(*) from told`,
};
