import "server-only";
import { pointsOf } from "@/lib/catalogue/points";
import type { ExerciseCardProps } from "@/lib/content/exercise-card/ExerciseCard";
import type { Help } from "@/lib/content/exercise-card/Help";
import { drawsAnything } from "@/lib/exercise";
import { countSteps } from "./count-steps";
import { scopeOfGivens, scopeOfNumbers, solutionOf } from "./frozen-variant";
import { costOf, stepHintsOf } from "./hints";
import { publicResults } from "./public-results";
import { earnedOf } from "./standing";
import type { Work } from "./work";

export type CardProps = Omit<ExerciseCardProps, "back" | "submission" | "refreshes">;

/** What an exercise's card is made from, picked so that neither key nor seed is in it; the solution is, once it was
 *  asked for. */
export function cardOf(work: Work): CardProps {
  const { version, owner, number, mark, numbers, standing, responses, others } = work;
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
    results: publicResults(work),
    others,
    help: helpOf(work),
  };
}

function helpOf({ judgedBy, mark, hints: taken, opened }: Work): Help {
  const { exercise, numbers } = judgedBy;
  const stepsTaken = Math.max(0, taken - exercise.hints.length);
  // Worked out where it is shown alone: most pages tell only how many steps there are.
  const solution = opened || stepsTaken > 0 ? solutionOf(exercise, numbers) : null;
  return {
    taken,
    steps: solution ? stepHintsOf(solution).slice(0, stepsTaken) : [],
    left: Math.max(0, exercise.hints.length + countSteps(judgedBy, mark) - taken),
    cost: costOf(exercise, taken),
    nextCost: costOf(exercise, taken + 1),
    offers: {
      hints: true,
      solution: true,
      free: false,
      afterwards: drawsAnything(exercise) ? "numbers" : "over",
    },
    ...(opened && solution
      ? { opened: { solution, scope: scopeOfNumbers(exercise, numbers) } }
      : {}),
  };
}
