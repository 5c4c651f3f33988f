import "server-only";
import type { ExerciseCardProps } from "@/lib/content/exercise-card/ExerciseCard";
import { scopeOfGivens } from "./frozen-variant";
import { pointsOf } from "./points";
import { earnedOf } from "./standing";
import type { Work } from "./work";

/** What an exercise's card is made from, picked so that neither key nor seed is in it. */
export function cardOf({
  version,
  number,
  mark,
  numbers,
  standing,
  responses,
  results,
}: Work): Omit<ExerciseCardProps, "back" | "submission"> {
  const { exercise, id } = version;
  return {
    exercise,
    versionId: id,
    number,
    mark,
    scope: scopeOfGivens(numbers.givens),
    views: numbers.view,
    standing: { earned: earnedOf(standing), possible: pointsOf(exercise) },
    responses,
    results,
  };
}
