import type { Issue } from "@/lib/exercise";
import type { Report } from "@/lib/exercise/check";

/** What the author's check of a lesson came to. */
export interface LessonCheck {
  /** What has to be mended before it can be published, in the order of the text. */
  readonly issues: readonly Issue[];
  /** None where the text cannot be read. */
  readonly exercises: readonly CheckedExercise[];
  /** Whether it ended halfway, for want of time or memory: done again, it may come to something else. */
  readonly isUnfinished?: boolean;
}

/** A report of an exercise, and its text. */
export interface CheckedExercise extends Report {
  readonly source: string;
}

/** Seeds that each exercise is drawn from. */
export const seeds = 200;

/** What a checking thread tells while it is at work. */
export type CheckNews =
  /** It comes to an exercise, which begins at `line`. */
  | {
      readonly is: "exercise";
      readonly done: number;
      readonly total: number;
      readonly line: number;
    }
  | { readonly is: "finished"; readonly check: LessonCheck };
