import { isDeepStrictEqual } from "node:util";
import { scopeOfNumbers } from "@/lib/answering/frozen-variant";
import { cheapened } from "@/lib/answering/hints";
import type { Numbers } from "@/lib/answering/numbers";
import { type Exercise, type GradedPart, gradeSubmission, type Result } from "@/lib/exercise";
import { asWritten } from "@/lib/exercise/wording";

/** An exercise's version with the numbers that one variant has by it. */
export interface JudgedBy {
  readonly exercise: Exercise;
  readonly numbers: Numbers;
}

/** A graded submission as it is kept. */
export interface StoredSubmission {
  readonly id: string;
  readonly at: Date;
  readonly asked: readonly string[];
  readonly responses: Readonly<Record<string, string>>;
  readonly result: Result;
  /** What it comes to anew, where that was worked out before. */
  readonly anew: Result | null;
}

/** What the submissions of one variant, oldest first, come to by its corrected exercise, by their ids. What that cannot
 *  read, or tell right from wrong, is left out and keeps the result that it has. Hints cost what they cost then. */
export function judgeAnew(
  submissions: readonly StoredSubmission[],
  { before, after, hints }: { before: JudgedBy; after: JudgedBy; hints: number },
): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  const same = sameKeys(before, after);
  let left = 1;
  for (const submission of submissions) {
    if (hints > 0) left = leftByHints(submission, before) ?? left;
    const result =
      submission.anew ?? cheapened(judge(after, submission, said(submission, same)), left);
    if (result.status === "graded") results.set(submission.id, result);
  }
  return results;
}

const judge = (
  { exercise, numbers }: JudgedBy,
  submission: StoredSubmission,
  before?: ReadonlyMap<string, GradedPart>,
): Result =>
  gradeSubmission(
    exercise,
    { keys: numbers.key, views: numbers.view, scope: () => scopeOfNumbers(exercise, numbers) },
    submission,
    before,
  );

/** The parts whose keys are what they were, where the author foresees the same mistakes. */
function sameKeys(before: JudgedBy, after: JudgedBy): ReadonlySet<string> {
  const foreseen = ({ exercise }: JudgedBy) =>
    JSON.stringify(exercise.misconceptions.map(({ text }) => asWritten(text)));
  if (foreseen(before) !== foreseen(after)) return new Set();
  const names = after.exercise.parts.map(({ name }) => name);
  return new Set(
    names.filter((name) => isDeepStrictEqual(before.numbers.key[name], after.numbers.key[name])),
  );
}

function said({ result }: StoredSubmission, parts: ReadonlySet<string>) {
  const graded = result.status === "graded" ? result.parts : [];
  return new Map(graded.filter(({ part }) => parts.has(part)).map((one) => [one.part, one]));
}

/** The share that the hints taken by then left, worked out from what the submission earned; undefined where it earned
 *  nothing, and nothing tells. The one before it then holds, for the student's sake: hints only become more. */
function leftByHints(submission: StoredSubmission, before: JudgedBy): number | undefined {
  const full = judge(before, submission);
  if (full.status !== "graded" || submission.result.status !== "graded") return undefined;
  const kept = new Map(submission.result.parts.map(({ part, earned }) => [part, earned]));
  const best = full.parts.toSorted((a, b) => b.earned - a.earned)[0];
  if (!best || best.earned <= 0) return undefined;
  return Math.min(1, (kept.get(best.part) ?? 0) / best.earned);
}
