import "server-only";
import {
  drawNumbers,
  scopeOfGivens,
  scopeOfNumbers,
  solutionOf,
} from "@/lib/answering/frozen-variant";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import type { Solution } from "@/lib/exercise/solution/solve";
import type { LiveSession } from "./session";

/** An exercise with numbers that are no student's, and how it is solved with them. */
export interface WorkedExample {
  readonly exercise: Exercise;
  /** Values of the givens and nothing else. */
  readonly givens: Scope;
  readonly solution: Solution;
  /** All values, the answers too. */
  readonly scope: Scope;
}

/** The exercise of a live session worked out with numbers of the session's own, the same each time. Where an exercise draws
 *  none, they are everybody's. */
export async function getWorkedExample(
  live: Pick<LiveSession, "id" | "exerciseId">,
): Promise<WorkedExample> {
  const { currentId } = await db.exercise.findUniqueOrThrow({
    where: { id: live.exerciseId },
    select: { currentId: true },
  });
  const { exercise } = await getExerciseVersion(currentId ?? "");
  const numbers = drawNumbers(exercise, `live:${live.id}`, exercise.fixed.length + 1);
  return {
    exercise,
    givens: scopeOfGivens(numbers.givens),
    solution: solutionOf(exercise, numbers),
    scope: scopeOfNumbers(exercise, numbers),
  };
}
