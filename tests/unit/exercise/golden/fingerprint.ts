import { readdirSync } from "node:fs";
import path from "node:path";
import type { Exercise } from "@/lib/exercise";
import { draw } from "@/lib/exercise/draw";
import { entriesOf } from "@/lib/exercise/rounding/entries";
import type { Value } from "@/lib/exercise/value";
import { lessonAt } from "../../content/a-lesson";

/** Seeds whose draws are kept of every exercise. */
export const goldenSeeds = Array.from({ length: 20 }, (_, i) => `golden ${i + 1}`);

/** Every exercise of the course in content/, by lesson and id. */
export function courseExercises(): ReadonlyMap<string, Exercise> {
  const lessons = readdirSync(path.resolve("content/backpropagation")).filter((one) =>
    /^\d/.test(one),
  );
  return new Map(
    lessons.flatMap((lesson) =>
      lessonAt("backpropagation", lesson).exercises.map(
        (one) => [`${lesson}/${one.id}`, one] as const,
      ),
    ),
  );
}

/** A given's or a key's numbers in one, and how large they are all in all. */
export interface Mixed {
  readonly value: number;
  readonly size: number;
}

/** What a seed draws: of each given and each key a number that hangs on all its numbers and their places. A key without
 *  numbers is its JSON. */
export function fingerprintOf(exercise: Exercise, seed: string): (Mixed | string)[] {
  const { givens, parts } = draw(exercise, { seed, number: 1_000 });
  return [
    ...Object.values(givens).map((value) => mixed(numbersIn(value))),
    ...Object.values(parts).map(({ key }) => {
      const numbers = numbersIn(key as Value);
      return numbers.length > 0 ? mixed(numbers) : JSON.stringify(key);
    }),
  ];
}

/** A sum in which every place has a weight of its own. */
const mixed = (numbers: readonly number[]): Mixed => ({
  value: numbers.reduce((sum, v, i) => sum + v * (1 + ((i * 0.618_033_988_75) % 1)), 0),
  size: numbers.reduce((sum, v) => sum + Math.abs(v), 0),
});

function numbersIn(value: Value): number[] {
  const own = entriesOf(value);
  if (own.length > 0 || typeof value !== "object") return [...own];
  return Object.values(value as object).flatMap((inner) => numbersIn(inner as Value));
}
