import "server-only";
import type { ExerciseCardProps } from "@/lib/content/exercise-card/ExerciseCard";
import type { Help } from "@/lib/content/exercise-card/Help";
import { scopeOfGivens, scopeOfNumbers, solutionOf } from "./frozen-variant";
import { costOf, stepHintsOf } from "./hints";
import { pointsOf } from "./points";
import { earnedOf } from "./standing";
import type { Work } from "./work";

/** What an exercise's card is made from, picked so that neither key nor seed is in it; the solution is, once it was
 *  asked for. */
export function cardOf(work: Work): Omit<ExerciseCardProps, "back" | "submission" | "refreshes"> {
  const { version, owner, number, mark, numbers, standing, responses, results, others } = work;
  const { exercise, id } = version;
  return {
    exercise,
    versionId: id,
    owner,
    number,
    mark,
    scope: scopeOfGivens(numbers.givens),
    views: numbers.view,
    standing: { earned: earnedOf(standing), possible: pointsOf(exercise) },
    responses,
    results,
    others,
    help: helpOf(work),
  };
}

function helpOf({ version: { exercise }, numbers, hints: taken, opened }: Work): Help {
  const solution = solutionOf(exercise, numbers);
  const steps = stepHintsOf(solution);
  return {
    taken,
    steps: steps.slice(0, Math.max(0, taken - exercise.hints.length)),
    left: Math.max(0, exercise.hints.length + steps.length - taken),
    cost: costOf(exercise, taken),
    nextCost: costOf(exercise, taken + 1),
    ...(opened ? { opened: { solution, scope: scopeOfNumbers(exercise, numbers) } } : {}),
  };
}
