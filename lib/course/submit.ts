import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Learner } from "@/lib/auth/guest";
import { pool } from "@/lib/db/client";
import { type Exercise, gradeSubmission, type Result } from "@/lib/exercise";
import { findExerciseVersion, getExerciseVersion } from "./exercise-version";
import {
  type FrozenVariant,
  findVariant,
  freezeShown,
  getFrozen,
  scopeOfNumbers,
  type VariantState,
} from "./frozen-variant";
import { costOf } from "./hints";
import { numbersMark } from "./numbers";
import { pointsOf } from "./points";
import { advance, earnedOf, type Points, type Standing, sharesOf } from "./standing";
import type { SubmissionInput } from "./submission-input";

export type Submitted =
  | { readonly status: "recorded"; readonly result: Result; readonly standing: Points }
  /** No exercise is at this address. */
  | { readonly status: "unknown-exercise" }
  /** These are not the numbers that this learner was given. */
  | { readonly status: "other-numbers" };

/** Grades a submission and keeps it: the row, the variant's standing and the score in one statement, so that all
 *  of them are kept or none. Sent again (a double click, a retry, the same answers from a second tab) it gives the
 *  result already kept. Unreadable input is kept too, and counts for nothing. */
export async function recordSubmission(
  learner: Answering,
  sent: SubmissionInput,
): Promise<Submitted> {
  const shown = await findExerciseVersion(sent.versionId);
  if (!shown) return { status: "unknown-exercise" };
  const input = keepable(shown.exercise, sent);
  const place = { userId: learner.userId, exerciseId: shown.exerciseId, number: input.number };
  // A try fails only because another submission to the same variant was kept.
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const state = await findVariant(place, input);
    if (state) {
      const variant = await getFrozen(state.id);
      const { versionId, seed } = variant;
      if (numbersMark(versionId, seed) !== input.mark) return { status: "other-numbers" };
      const recorded = await record(variant, state, input);
      if (recorded) return recorded;
    } else if (!(await freezeShown(learner, shown, input))) {
      return { status: "other-numbers" };
    }
  }
  throw new Error(`a variant changed under ${mostTries} tries to keep a submission`);
}

const mostTries = 500;

/** What is graded and kept of what was sent: the answers to parts that there are, as PostgreSQL can keep them. The
 *  key is that of these very answers: answers edited after their reply got lost are another submission. */
function keepable({ parts }: Exercise, sent: SubmissionInput): SubmissionInput {
  const names = parts.map(({ name }) => name);
  const asked = sent.asked.length > 0 ? names.filter((name) => sent.asked.includes(name)) : names;
  const responses = Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(sent.responses, name))
      .map((name) => [name, keepableText(sent.responses[name] ?? "")]),
  );
  const words = JSON.stringify([sent.idempotencyKey, asked, responses]);
  const idempotencyKey = createHash("sha256").update(words).digest("hex").slice(0, 32);
  return { ...sent, asked, responses, idempotencyKey };
}

/** PostgreSQL has no place for the character 0 and for half of a surrogate pair. */
const keepableText = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");

const keepableJson = (value: unknown) =>
  JSON.stringify(value, (_, item) => (typeof item === "string" ? keepableText(item) : item));

type Answering = Pick<Learner, "seedKey"> & { readonly userId: string };

/** Grades and keeps; null when another submission came first, which the standing must then count. */
async function record(
  variant: FrozenVariant,
  state: VariantState,
  input: SubmissionInput,
): Promise<Submitted | null> {
  const { exercise } = await getExerciseVersion(variant.versionId);
  const result = state.kept ?? afterHints(grade(exercise, variant, input), exercise, state.hints);
  const settled = state.kept !== null || state.opened;
  const standing = settled ? state.standing : advance(state.standing, result);
  const possible = pointsOf(exercise);
  if (!state.kept && !(await keep({ state, input, result, standing, possible }))) return null;
  return { status: "recorded", result, standing: { earned: earnedOf(standing), possible } };
}

function grade(exercise: Exercise, variant: FrozenVariant, input: SubmissionInput): Result {
  const { key, view } = variant;
  const scope = () => scopeOfNumbers(exercise, variant);
  return gradeSubmission(exercise, { keys: key, views: view, scope }, input);
}

/** The result with what the hints taken cost. */
function afterHints(result: Result, exercise: Exercise, hints: number): Result {
  const cost = costOf(exercise, hints);
  if (result.status === "unreadable" || cost === 0) return result;
  const parts = result.parts.map((part) => ({ ...part, earned: part.earned * (1 - cost) }));
  const earned = parts.reduce((total, part) => total + part.earned, 0);
  return { ...result, score: { ...result.score, earned }, parts };
}

/** The mistakes in a result, each once: of several that an answer cannot tell apart, the likeliest. */
function mistakesIn(result: Extract<Result, { status: "graded" }>): string[] {
  return [...new Set(result.parts.flatMap(({ diagnosis = [] }) => diagnosis[0] ?? []))];
}

interface Keeping {
  readonly state: VariantState;
  readonly input: SubmissionInput;
  readonly result: Result;
  readonly standing: Standing;
  readonly possible: number;
}

/** Whether the submission was kept; false when the variant has moved on since it was read. */
async function keep({ state, input, result, standing, possible }: Keeping): Promise<boolean> {
  const submission = [
    state.id,
    randomUUID(),
    input.idempotencyKey,
    input.asked,
    JSON.stringify(input.responses),
    keepableJson(result),
  ];
  if (result.status === "unreadable" || state.opened) {
    await pool.query({ ...keepUncounted, values: [...submission, result.status, !state.opened] });
    return true;
  }
  const { best, first } = sharesOf(standing, possible);
  const mistakes = mistakesIn(result);
  const values = [...submission, JSON.stringify(standing), state.revision, best, first, mistakes];
  return (await pool.query({ ...keepGraded, values })).rowCount === 1;
}

const keepGraded = {
  name: "keep-graded-submission",
  text: `
    with moved as (
      update variant set standing = $7, revision = revision + 1
      where id = $1 and revision = $8
      returning user_id, exercise_id, number
    ), kept as (
      insert into submission (variant_id, id, idempotency_key, asked, responses, result, status)
      select $1, $2, $3, $4, $5, $6, 'graded' from moved
    ), mistakes as (
      insert into mistake (user_id, exercise_id, rule, count)
      select user_id, exercise_id, rule, 1 from moved, unnest($11::text[]) as made(rule)
      on conflict (user_id, exercise_id, rule) do update set
        count = mistake.count + 1,
        last_at = now()
    )
    insert into score (user_id, exercise_id, best, first, first_number, attempts)
    select user_id, exercise_id, $9, $10, number, 1 from moved
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
    insert into submission (variant_id, id, idempotency_key, asked, responses, result, status, counts)
    values ($1, $2, $3, $4, $5, $6, $7::"SubmissionStatus", $8)
    on conflict (variant_id, idempotency_key) do nothing`,
};
