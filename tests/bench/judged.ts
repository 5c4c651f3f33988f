import { misjudged, seedsInBench } from "../oracles/judged/misjudged";
import { course, exercisesOf } from "./exercise";
import type { BenchRow } from "./row";

/** Answers to the whole course that are judged wrongly: wrong ones told right, and right ones told wrong. */
export function judgedBench(): BenchRow[] {
  const found = exercisesOf(course).flatMap((exercise) => misjudged(exercise, seedsInBench));
  for (const one of found) console.error(one);
  const name = `answers misjudged, every exercise over ${seedsInBench} seeds`;
  return [{ name, value: found.length, unit: "", aim: 0, met: found.length === 0 }];
}
