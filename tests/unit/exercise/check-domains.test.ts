import { describe, expect, it } from "vitest";
import { checkExercise } from "@/lib/exercise/check";
import { exerciseFrom } from "./mdx-exercise";

function notes(answer: string, where: string): string[] {
  const body = `<Expression name="f" label="$f$" answer="${answer}" where={{ ${where} }} />`;
  const { findings } = checkExercise(exerciseFrom(body), { seeds: 1, clock: () => 0 });
  return findings.filter(({ level }) => level === "note").map(({ message }) => message);
}

describe("a formula's domain", () => {
  it("is warned of where the answer cannot be split into its factors there", () => {
    expect(notes("ln(p^2)", "p: [-2, 2]")).toEqual([
      "f: ln(p^2) is real where p is below 0, but split into its factors it is not: there such an answer cannot be compared",
    ]);
    expect(notes("sqrt(k/m) sqrt(m/k)", "k: [-3, -1], m: [-3, -1]")).toHaveLength(2);
  });

  it("is warned of where the answer itself is not real in a part of it", () => {
    expect(notes("sqrt(x)", "x: [-1, 1]")).toEqual([
      "f: the answer is real in 50% of its domain alone",
    ]);
  });

  it("is not warned of where every way to write the answer is real", () => {
    expect(notes("ln(p^2)", "p: [0.1, 2]")).toEqual([]);
    expect(notes("ln(1 + x^2)", "x: [-2, 2]")).toEqual([]);
    expect(notes("(p - y) / (p (1 - p))", "p: [0.05, 0.95], y: [0, 1]")).toEqual([]);
  });
});
