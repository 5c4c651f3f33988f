import "server-only";
import { createHash } from "node:crypto";
import type { Learner } from "@/lib/auth/guest";
import type { Allowance } from "@/lib/auth/pace";
import {
  cutResponses,
  type Exercise,
  gradeSubmission,
  isBlank,
  type Part,
  type Result,
} from "@/lib/exercise";
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
import { keepableText, keepSubmission } from "./keep-submission";
import { pointsOf } from "./points";
import { rateSkills } from "./review/rate-skills";
import { advance, earnedOf, type Points } from "./standing";
import type { SubmissionInput } from "./submission-input";
import { countTries } from "./tries";

interface Recorded {
  readonly status: "recorded";
  readonly result: Result;
  readonly standing: Points;
}

export type Submitted =
  | (Recorded & {
      /** The parts that were judged, and those asked for that are still blank. */
      readonly asked: readonly string[];
      readonly open: readonly Part[];
    })
  /** Nothing is typed to any of the parts asked for: nothing was judged, and nothing kept. */
  | { readonly status: "blank" }
  /** No exercise is at this address. */
  | { readonly status: "unknown-exercise" }
  /** These are not, or no longer, the numbers that this learner has. */
  | { readonly status: "other-numbers" }
  /** More in a minute than a person does. */
  | { readonly status: "too-fast"; readonly seconds: number }
  /** A part was tried with these numbers as often as it can be, for now. */
  | { readonly status: "tries-used-up"; readonly seconds: number };

/** Grades what is filled in of a submission and keeps it: the row, the variant's standing, the score, the cards of the
 *  exercise's skills and the end of its drafts in one statement, so that all of them are kept or none. Sent again (a
 *  double click, a retry, the same answers from a second tab) it gives the result already kept. Unreadable input is kept
 *  too, and counts for nothing. Who sends from outside goes by allowances. */
export async function recordSubmission(
  learner: Answering,
  sent: SubmissionInput,
  now = new Date(),
  allowances: readonly Allowance[] = [],
): Promise<Submitted> {
  const shown = await findExerciseVersion(sent.versionId);
  if (!shown) return { status: "unknown-exercise" };
  const { input, open } = keepable(shown.exercise, sent);
  if (input.asked.length === 0) return { status: "blank" };
  const who = { userId: learner.userId, exerciseId: shown.exerciseId };
  const place = { ...who, number: input.number };
  // A try fails only because another submission to the same variant was kept.
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const found = await findVariant(place, input, attempt ? [] : allowances);
    if (found.status === "too-fast") return found;
    if (found.status === "found") {
      const { state } = found;
      const variant = await getFrozen(state.id);
      if (variant.mark !== input.mark) return { status: "other-numbers" };
      const recorded = await record(variant, state, { ...who, input, now });
      if (recorded?.status === "tries-used-up") return recorded;
      if (recorded) return { ...recorded, asked: input.asked, open };
    } else if (!(await freezeShown(learner, shown, input))) {
      return { status: "other-numbers" };
    }
  }
  throw new Error(`a variant changed under ${mostTries} tries to keep a submission`);
}

const mostTries = 500;

/** What is graded and kept of what was sent: the answers to parts that there are, as PostgreSQL can keep them, and of
 *  the parts asked for those that are filled in. The key is that of these very answers: answers edited after their
 *  reply got lost are another submission. */
function keepable({ parts }: Exercise, sent: SubmissionInput) {
  const responses = Object.fromEntries(
    parts
      .filter(({ name }) => Object.hasOwn(sent.responses, name))
      .map(({ name }) => [name, keepableText(sent.responses[name] ?? "")]),
  );
  const wanted =
    sent.asked.length > 0 ? parts.filter(({ name }) => sent.asked.includes(name)) : parts;
  const open = wanted.filter((part) => isBlank(part, responses[part.name] ?? ""));
  const asked = wanted.filter((part) => !open.includes(part)).map(({ name }) => name);
  const words = JSON.stringify([sent.idempotencyKey, asked, responses]);
  const idempotencyKey = createHash("sha256").update(words).digest("hex").slice(0, 32);
  return { input: { ...sent, asked, responses, idempotencyKey }, open };
}

type Answering = Pick<Learner, "seedKey"> & { readonly userId: string };

interface Sending {
  readonly userId: string;
  readonly exerciseId: string;
  readonly input: SubmissionInput;
  readonly now: Date;
}

/** Grades and keeps; null when another submission came first, which the standing must then count. */
async function record(
  variant: FrozenVariant,
  state: VariantState,
  { input, now, ...who }: Sending,
): Promise<Recorded | Extract<Submitted, { status: "tries-used-up" }> | null> {
  const { exercise } = await getExerciseVersion(variant.versionId);
  const settled = state.kept !== null || state.opened;
  const counted = countTries(state.tries, settled ? [] : triedParts(exercise, state, input), now);
  if (counted.status === "used-up") return { status: "tries-used-up", seconds: counted.seconds };
  const result = state.kept ?? afterHints(grade(exercise, variant, input), exercise, state.hints);
  const standing = settled ? state.standing : advance(state.standing, result);
  const possible = pointsOf(exercise);
  if (!state.kept) {
    const moved = { before: state.standing, after: standing, hints: state.hints };
    const cards = await rateSkills({ ...who, exercise, ...moved }, now);
    const kept = { ...input, responses: cutResponses(exercise, variant.view, input.responses) };
    const { tries } = counted;
    if (!(await keepSubmission({ state, input: kept, result, standing, tries, possible, cards })))
      return null;
  }
  return { status: "recorded", result, standing: { earned: earnedOf(standing), possible } };
}

/** Of the parts asked for, those that are tried at: whose points are not all earned yet. */
function triedParts({ parts }: Exercise, { standing }: VariantState, input: SubmissionInput) {
  const tried = parts.filter(
    ({ name, points }) => input.asked.includes(name) && (standing[name]?.best ?? 0) < points,
  );
  return tried.map(({ name }) => name);
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
