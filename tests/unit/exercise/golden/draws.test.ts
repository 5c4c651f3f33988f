import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { courseExercises, fingerprintOf, goldenSeeds } from "./fingerprint";

// What every exercise of the course drew when engine version 2 was current. An exercise that is rewritten draws other
// numbers: write the file anew with GOLDEN=write, and look at what changed in it.
const file = path.join(import.meta.dirname, "draws.json");

type Kept = Readonly<Record<string, readonly (readonly (number | string)[])[]>>;

if (process.env.GOLDEN === "write") writeFileSync(file, written());

const kept: Kept = JSON.parse(readFileSync(file, "utf8"));
const exercises = courseExercises();

describe("one seed draws the same numbers and keys for ever", () => {
  it("in every exercise of the course", () => {
    expect([...exercises.keys()].sort()).toEqual(Object.keys(kept).sort());
  });

  it.each([...exercises])("in %s", (name, exercise) => {
    const others = goldenSeeds.flatMap((seed, i) => {
      const before = kept[name]?.[i] ?? [];
      const now = fingerprintOf(exercise, seed);
      const isSame = now.length === before.length && now.every((one, j) => isAlike(one, before[j]));
      return isSame ? [] : [seed];
    });
    expect(others).toEqual([]);
  });
});

function isAlike(
  now: ReturnType<typeof fingerprintOf>[number],
  before: number | string | undefined,
) {
  if (typeof now === "string") return now === before;
  return typeof before === "number" && Math.abs(now.value - before) <= 1e-12 * now.size;
}

function written(): string {
  const lines = [...courseExercises()].map(([name, exercise]) => {
    const draws = goldenSeeds.map((seed) =>
      fingerprintOf(exercise, seed).map((one) => (typeof one === "string" ? one : one.value)),
    );
    return `${JSON.stringify(name)}: ${JSON.stringify(draws)}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}
