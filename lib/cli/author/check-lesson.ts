import { checkFound, type FoundLesson } from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import { checkExercise, type Report } from "@/lib/exercise/check";
import { toldPath } from "./place";

/** What checking a lesson found. */
export interface CheckedLesson {
  readonly file: string;
  readonly exercises: readonly Report[];
  /** What has to be mended in it. */
  readonly failures: readonly Issue[];
}

/** The exercises of a lesson that a thread checks: every `of`-th, from this one on. */
export interface Share {
  readonly lesson: FoundLesson;
  readonly seeds: number;
  readonly from: number;
  readonly of: number;
}

/** Checks a lesson, and its share of its exercises with numbers. */
export function checkShare({ lesson, seeds, from, of }: Share): CheckedLesson {
  const file = toldPath(lesson.file);
  const parsed = checkFound(lesson, file);
  if (parsed.status === "refused") return { file, exercises: [], failures: parsed.issues };
  const clock = () => performance.now();
  const mine = parsed.lesson.exercises.filter((_, i) => i % of === from);
  const exercises = mine.map((one) => checkExercise(one, { seeds, clock }));
  const failures = exercises.flatMap(({ findings }) =>
    findings.flatMap(({ level, at: { line, column }, message, mend }) =>
      level === "failure" ? [{ file, line, column, message, mend }] : [],
    ),
  );
  return { file, exercises, failures };
}

/** A lesson from what its shares came to. */
export function wholeLesson(shares: readonly CheckedLesson[]): CheckedLesson {
  const [first, ...others] = shares;
  if (!first) throw new Error("a lesson without a share");
  const exercises = shares
    .flatMap((share) => share.exercises)
    .toSorted((a, b) => a.at.line - b.at.line);
  // What keeps a lesson from being read is told by each of its shares.
  const isRead = exercises.length > 0;
  const failures = isRead
    ? [first, ...others]
        .flatMap((share) => share.failures)
        .toSorted((a, b) => a.line - b.line || a.column - b.column)
    : first.failures;
  return { file: first.file, exercises, failures };
}
