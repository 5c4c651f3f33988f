import "server-only";
import { type CardProps, cardOf } from "@/lib/answering/card";
import type { Work as Answered } from "@/lib/answering/work";
import type { Earned } from "@/lib/assessment/terms/earned";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { type NumbersProgress, progressOf } from "@/lib/assessment/terms/progress";
import { type Shows, shownPart, showsOf } from "@/lib/assessment/terms/shown";
import { pointsOf } from "@/lib/catalogue/points";
import { countsFor, type PublicPart } from "@/lib/content/exercise-card/public-result";
import type { AssignmentFor } from "./assignment-for";
import type { Assigned } from "./work";

/** One assigned exercise with what was earned in it, and the numbers that are before the student. */
export interface GradedWork {
  readonly assignment: AssignmentFor;
  readonly assigned: Assigned;
  readonly earned: Earned;
  readonly number: number;
}

/** What is shown of all of an exercise now, and how far the student is with its numbers. */
export function standOf(
  { assignment, earned, number }: GradedWork,
  parts: Answered["version"]["exercise"]["parts"],
): { readonly progress: NumbersProgress; readonly shows: Shows } {
  const { terms, closed } = assignment;
  const progress = progressOf(terms, earned, number, parts);
  return { progress, shows: showsOf(terms.policy.shows, { done: progress.allDone, closed }) };
}

/** Results as the student may see them, part by part, each with the points that count for it. */
export function shownResults(
  graded: GradedWork,
  { done }: NumbersProgress,
  parts: Answered["version"]["exercise"]["parts"],
  results: readonly PublicPart[],
): PublicPart[] {
  const { assignment, assigned } = graded;
  const scale = scaleOf(assigned, pointsOf({ parts }));
  return results.map((result) => {
    const { closed, terms } = assignment;
    const shows = showsOf(terms.policy.shows, { done: done[result.part] ?? false, closed });
    const isChoice = parts.some(({ name, kind }) => name === result.part && kind === "choice");
    return shownPart(scaled(result, scale, countingIn(graded, result.part)), shows, isChoice);
  });
}

/** What a part's best attempt with these numbers is worth, before the item's points; undefined where staff gave a mark in
 *  its place, or nothing counted yet. */
function countingIn({ assigned, earned, number }: GradedWork, part: string): number | undefined {
  if (assigned.override !== null) return undefined;
  return earned.variants.find((variant) => variant.number === number)?.parts[part]?.worth;
}

/** Points of the item for a point of the exercise's own. */
export function scaleOf({ points }: Pick<Assigned, "points">, possible: number): number {
  return possible > 0 ? points / possible : 0;
}

/** The student's points in an assigned exercise, where they are shown: the mark that staff gave, else what was earned. */
export function pointsIn({ assigned, earned }: GradedWork, shows: Shows) {
  const share = assigned.override ?? Math.max(assigned.atLeast, earned.share);
  return { earned: shows.score ? rounded(share * assigned.points) : 0, possible: assigned.points };
}

/** What an assigned exercise's card is made from: nothing is in it that the policy withholds. */
export function gradedCardOf(graded: GradedWork, work: Answered): CardProps {
  const { assignment, assigned } = graded;
  const { exercise } = work.judgedBy;
  const { progress, shows } = standOf(graded, exercise.parts);
  const { results, help, ...card } = cardOf(work);
  const shown = shownResults(graded, progress, exercise.parts, Object.values(results));
  const { opened, ...rest } = help;
  const free = !takesAnswers(assignment.phase) || progress.allDone;
  return {
    ...card,
    results: Object.fromEntries(shown.map((one) => [one.part, one])),
    standing: pointsIn(graded, shows),
    pointScale: scaleOf(assigned, pointsOf(work.version.exercise)),
    help: {
      ...rest,
      offers: { hints: shows.hints, solution: shows.solution, free, afterwards: null },
      ...(opened && shows.solution ? { opened } : {}),
    },
    graded: {
      assigned: assigned.id,
      takes: takesAnswers(assignment.phase),
      tells: assignment.terms.policy.shows.verdict === "at-once",
      renews: takesAnswers(assignment.phase) && progress.renewable,
      numbered: assignment.terms.policy.numbers === "new",
      scores: shows.score,
      left: progress.left,
    },
  };
}

function scaled(result: PublicPart, scale: number, worth: number | undefined): PublicPart {
  if (result.status !== "graded") return result;
  const { counts: _, ...rest } = result;
  const earned = rounded((result.earned ?? 0) * scale);
  const counts = worth === undefined ? undefined : rounded(worth * scale);
  const possible = rounded((result.possible ?? 0) * scale);
  return { ...rest, earned, possible, ...countsFor(earned, counts) };
}

const rounded = (points: number) => Math.round(100 * points) / 100;
