import "server-only";
import type { ExerciseCardProps } from "@/lib/content/exercise-card/ExerciseCard";
import { fromJson } from "@/lib/exercise";
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
  const givens = Object.entries(numbers.givens);
  return {
    exercise,
    versionId: id,
    number,
    mark,
    scope: new Map(givens.map(([name, json]) => [name, fromJson(json)])),
    views: numbers.view,
    standing: { earned: earnedOf(standing), possible: pointsOf(exercise) },
    responses,
    results,
  };
}
