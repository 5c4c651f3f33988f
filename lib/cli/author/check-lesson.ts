import { checkFound, type FoundLesson, type Lesson } from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import { checkExercise, type Report } from "@/lib/exercise/check";
import { toldPath } from "./place";
import type { Turns } from "./turns";

/** What checking a lesson found. */
export interface CheckedLesson {
  readonly file: string;
  readonly exercises: readonly Report[];
  /** What has to be mended in it. */
  readonly failures: readonly Issue[];
}

/** What is checked, and which of it nobody has taken yet: the same for all threads. */
export interface Work {
  readonly lessons: readonly FoundLesson[];
  readonly seeds: number;
  readonly turns: Turns;
}

/** What one thread found in the lesson at a place: the reports of the exercises that it checked, by their places. */
export interface Share {
  readonly lesson: number;
  readonly issues: readonly Issue[];
  readonly reports: readonly (readonly [place: number, Report])[];
}

/** Checks what nobody else has taken, until nothing is left: whole lessons first, then exercises of those that others are at. */
export function checkShares({ lessons, seeds, turns }: Work): Share[] {
  const shares: Share[] = [];
  for (const i of turns.lessons()) {
    const lesson = lessons[i]!;
    const parsed = checkFound(lesson, toldPath(lesson.file));
    const exercises = parsed.status === "parsed" ? parsed.lesson.exercises : [];
    const issues = parsed.status === "refused" ? parsed.issues : [];
    const reports = Array.from(
      turns.exercises(i, exercises.length),
      (place) => [place, checked(exercises[place]!, seeds)] as const,
    );
    shares.push({ lesson: i, issues, reports });
  }
  return shares;
}

const checked = (exercise: Lesson["exercises"][number], seeds: number) =>
  checkExercise(exercise, { seeds, clock: () => performance.now() });

/** A lesson from what its shares came to. What keeps it from being read is told by each of them. */
export function wholeLesson({ file }: FoundLesson, shares: readonly Share[]): CheckedLesson {
  const told = toldPath(file);
  const exercises = shares
    .flatMap(({ reports }) => reports)
    .toSorted(([a], [b]) => a - b)
    .map(([, report]) => report);
  const failures = exercises
    .flatMap(({ findings }) => findings)
    .filter(({ level }) => level === "failure")
    .map(({ at: { line, column }, message, mend }) => ({ file: told, line, column, message, mend }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { file: told, exercises, failures: [...(shares[0]?.issues ?? []), ...failures] };
}
