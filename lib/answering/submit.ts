import "server-only";
import { createHash } from "node:crypto";
import type { Learner } from "@/lib/auth/guest";
import type { Allowance } from "@/lib/auth/pace";
import { findExerciseVersion, getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { cutResponses, type Exercise, gradeSubmission, isBlank, type Result } from "@/lib/exercise";
import { nameInWords } from "@/lib/exercise/part-name";
import { withPoints } from "@/lib/exercise/with-points";
import { wordedIn } from "@/lib/exercise/wording";
import { findVariant, type VariantState } from "./find-variant";
import {
  type FrozenVariant,
  freezeShown,
  getFrozen,
  gradingOf,
  scopeOfGivens,
} from "./frozen-variant";
import type { GradedRules } from "./graded-rules";
import { gradedAfter, takenOf } from "./graded-try";
import { cheapened, costOf } from "./hints";
import { type KeptGrade, keepableText, keepSubmission } from "./keep-submission";
import type { Numbers } from "./numbers";
import { rateSkills } from "./rate-skills";
import { advance, countingOf, earnedOf, type Points, type Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";
import { countTries } from "./tries";

interface Recorded {
  readonly status: "recorded";
  readonly result: Result;
  readonly standing: Points;
  /** By part, the points that count. */
  readonly counting: Readonly<Record<string, number>>;
  /** What the graded work comes to with it; null where it is practised. */
  readonly graded: KeptGrade | null;
}

/** Why graded work takes no answer: it has closed, the parts asked for have been tried as often as they may be, or they
 *  say what was graded last. */
type NotTaken = { readonly status: "closed" | "no-attempts" | "unchanged" };

export type Submitted =
  | (Recorded & {
      /** The parts that were judged; and what those asked for that are still blank are called, as Markdown with TeX. */
      readonly asked: readonly string[];
      readonly open: readonly string[];
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
  | { readonly status: "tries-used-up"; readonly seconds: number }
  | NotTaken;

/** Grades what is filled in of a submission and keeps it: the row, the variant's standing, the score, the cards of the
 *  exercise's skills and the end of its drafts in one statement, so that all of them are kept or none. Sent again (a
 *  double click, a retry, the same answers from a second tab) it gives the result already kept. Unreadable input is kept
 *  too, and counts for nothing. Who sends from outside goes by allowances; graded work has its rules, and keeps what it
 *  comes to in place of the score. */
export async function recordSubmission(
  learner: Answering,
  sent: SubmissionInput,
  now = new Date(),
  allowances: readonly Allowance[] = [],
  rules: GradedRules | null = null,
): Promise<Submitted> {
  const shown = await findExerciseVersion(sent.versionId);
  if (!shown) return { status: "unknown-exercise" };
  const assignedId = rules?.assignedId ?? null;
  const typed = learner.decimalComma ? withCommasRead(sent) : sent;
  const { input, open } = keepable(shown.exercise, { ...typed, assignedId });
  if (input.asked.length === 0) return { status: "blank" };
  const who = { userId: learner.userId, exerciseId: shown.exerciseId };
  const place = { ...who, assignedId, number: input.number };
  // A try fails only because another submission to the same variant was kept.
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const found = await findVariant(place, input, attempt ? [] : allowances);
    if (found.status === "too-fast") return found;
    if (found.status === "found") {
      const { state } = found;
      const variant = await getFrozen(state.id);
      if (variant.mark !== input.mark) return { status: "other-numbers" };
      const recorded = await record(variant, state, { ...who, input, now, rules });
      if (recorded?.status === "recorded") {
        const scope = scopeOfGivens(variant.givens);
        const called = open.map(({ label }) => nameInWords(wordedIn(label, scope)));
        return { ...recorded, open: called };
      }
      if (recorded) return recorded;
    } else if (!(await freezeShown(learner, shown, input))) {
      return { status: "other-numbers" };
    }
  }
  throw new Error(`a variant changed under ${mostTries} tries to keep a submission`);
}

const mostTries = 500;

/** What was sent by who writes decimals with a comma, kept so that it is read the same for ever, whatever they choose later.
 *  Their page knows the texts as typed. */
function withCommasRead(sent: SubmissionInput): SubmissionInput {
  const typed = Object.entries(sent.responses);
  const responses = Object.fromEntries(typed.map(([part, text]) => [part, withPoints(text)]));
  const known = Object.fromEntries(
    typed.map(([part, text]) => [part, [...(sent.known?.[part] ?? []), text]]),
  );
  return { ...sent, responses, known: { ...sent.known, ...known } };
}

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
  const all = sent.asked.length === 0;
  return { input: { ...sent, asked, all, responses, idempotencyKey }, open };
}

type KeepableInput = ReturnType<typeof keepable>["input"];

type Answering = Pick<Learner, "seedKey" | "decimalComma"> & { readonly userId: string };

interface Sending {
  readonly userId: string;
  readonly exerciseId: string;
  readonly input: KeepableInput;
  readonly now: Date;
  readonly rules: GradedRules | null;
}

type Refused = NotTaken | Extract<Submitted, { status: "tries-used-up" }>;

/** Grades and keeps; null when another submission came first, which the standing must then count. */
async function record(
  variant: FrozenVariant,
  state: VariantState,
  { input: sent, now, rules, ...who }: Sending,
): Promise<(Recorded & { asked: readonly string[] }) | Refused | null> {
  const judged = state.correction ?? variant;
  const { exercise } = await getExerciseVersion(judged.versionId);
  const taken = takenOf(state, sent, rules);
  if ("status" in taken) return taken;
  const input = { ...sent, asked: taken.asked };
  const settled = state.kept !== null || state.opened;
  // What is handed in is tried once and for all.
  const paced = settled || rules?.receivedAt ? [] : triedParts(exercise, state, input, rules);
  const counted = countTries(state.tries, paced, now);
  if (counted.status === "used-up") return { status: "tries-used-up", seconds: counted.seconds };
  const result =
    state.kept ??
    afterHints(grade(exercise, judged, { input, standing: state.standing }), exercise, state.hints);
  const standing = settled ? state.standing : advance(state.standing, result);
  const possible = pointsOf(exercise);
  const place = { number: input.number, versionId: judged.versionId };
  const graded =
    rules && (await gradedAfter(state, rules, { place, result: settled ? null : result }));
  if (!state.kept) {
    const moved = { before: state.standing, after: standing, hints: state.hints };
    const isTold = rules?.tells ?? true;
    const cards = isTold ? await rateSkills({ ...who, exercise, ...moved }, now) : [];
    const kept = { ...input, responses: cutResponses(exercise, judged.view, input.responses) };
    const { tries } = counted;
    const keeping = { state, input: kept, result, standing, tries, possible, cards, graded };
    if (!(await keepSubmission(keeping))) return null;
  }
  const points = { earned: earnedOf(standing), possible };
  const counting = countingOf(standing);
  return { status: "recorded", result, standing: points, counting, graded, asked: input.asked };
}

/** Of the parts asked for, those that are tried at: whose points are not all earned yet. Where verdicts are withheld all
 *  are, since a pace that some parts do not go by would tell that they are right. */
function triedParts(
  { parts }: Exercise,
  { standing }: VariantState,
  { asked }: SubmissionInput,
  rules: GradedRules | null,
): readonly string[] {
  if (rules && !rules.tells) return asked;
  const tried = parts.filter(
    ({ name, points }) => asked.includes(name) && (standing[name]?.best ?? 0) < points,
  );
  return tried.map(({ name }) => name);
}

function grade(
  exercise: Exercise,
  numbers: Numbers,
  { input, standing }: { readonly input: SubmissionInput; readonly standing: Standing },
): Result {
  const { responses, asked } = input;
  // Whoever may not see yet that these are right sees nothing of this result either.
  const done = exercise.parts.filter(({ name, points }) => (standing[name]?.best ?? 0) >= points);
  const toldRight = done.map(({ name }) => name);
  return gradeSubmission(exercise, gradingOf(exercise, numbers), { responses, asked, toldRight });
}

const afterHints = (result: Result, exercise: Exercise, hints: number): Result =>
  cheapened(result, 1 - costOf(exercise, hints));
