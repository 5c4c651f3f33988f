import type { PublicPart } from "@/lib/content/exercise-card/public-result";
import type { Policy, ShowTime } from "./policy";

/** What a student is shown of graded work now. */
export type Shows = Readonly<Record<keyof Policy["shows"], boolean>>;

/** How far a part, or the whole exercise, is. */
export interface Progress {
  /** Its attempts are used up, or all its points are earned. */
  readonly done: boolean;
  /** The assignment has closed for the student. */
  readonly closed: boolean;
}

/** What is shown of a part, or an exercise, that is so far. No diagnosis tells what the verdict does not. */
export function showsOf(shows: Policy["shows"], progress: Progress): Shows {
  const due = (time: ShowTime) => isDue(time, progress);
  const verdict = due(shows.verdict);
  return {
    verdict,
    diagnosis: verdict && due(shows.diagnosis),
    hints: due(shows.hints),
    solution: due(shows.solution),
    score: due(shows.score),
  };
}

function isDue(time: ShowTime, { done, closed }: Progress): boolean {
  if (time === "never") return false;
  return closed || time === "at-once" || (time === "after-attempts" && done);
}

/** A part's result as far as it is shown: that it was received, and no more, where its verdict is withheld. What could not
 *  be read is always told, since it was not graded. Which of several ticks is wrong is a diagnosis; which step of the
 *  solution an answer is, a piece of the solution. */
export function shownPart(result: PublicPart, shows: Shows, isChoice = false): PublicPart {
  if (result.status !== "graded") return result;
  const { part, status, verdict, earned, possible, counts, feedback, marks, readOn } = result;
  if (!shows.verdict) return { part, status: "saved" };
  const { why, unexplained } = result;
  const isWhyShown = shows.diagnosis && (why?.by === "author" || shows.solution);
  return {
    part,
    status,
    verdict,
    ...(shows.score ? { earned, possible } : {}),
    ...(shows.score && counts !== undefined ? { counts } : {}),
    feedback: shows.diagnosis ? feedback : [],
    ...(why && isWhyShown ? { why } : {}),
    ...(unexplained && shows.diagnosis ? { unexplained } : {}),
    ...(marks && (shows.diagnosis || !isChoice) ? { marks } : {}),
    ...(readOn && shows.diagnosis ? { readOn } : {}),
  };
}
