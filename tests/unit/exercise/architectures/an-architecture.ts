import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, fromJson, toJson, type Variant } from "@/lib/exercise";
import { gradingOf } from "@/lib/exercise/check/grading-of";
import { solve } from "@/lib/exercise/solution/solve";
import { type Answers, exerciseFrom, graded, rowsOf } from "../mdx-exercise";

/** What a student may type to a part: a number, or the rows of a matrix. */
export type Answer = number | readonly (readonly number[])[];

/** A wrong answer to a part by the test's own arithmetic, and the rule that it must be told as. */
export interface Mistake {
  readonly part: string;
  readonly rule: string;
  readonly made: (variant: Variant) => Answer;
}

export interface Architecture {
  /** What each part comes to, by plain loops, another library or central differences. */
  readonly keys: (variant: Variant) => Readonly<Record<string, Answer>>;
  /** How near the key must be to that; 1e-9 where it was worked in float64. */
  readonly within?: number;
  readonly mistakes: readonly Mistake[];
  /** A wrong answer to a part, and what follows from it for a later one. */
  readonly follows: {
    readonly wrong: string;
    readonly later: string;
    readonly made: (variant: Variant) => readonly [wrong: Answer, later: Answer];
  };
}

const seeds = Array.from({ length: 8 }, (_, i) => `architecture-${i}`);

/** The exercise of a file beside this one. */
export const exerciseIn = (file: string): Exercise =>
  exerciseFrom(readFileSync(path.join(import.meta.dirname, file), "utf8"));

/** Holds an exercise to all that one has to do: it draws fair numbers, its keys are right, typical mistakes are told, a later
 *  answer that follows from a wrong one counts, and its solution says how. */
export function holds(
  file: string,
  { keys, within = 1e-9, mistakes, follows }: Architecture,
): void {
  const exercise = exerciseIn(file);
  const variants = new Map(seeds.map((seed) => [seed, drawn(exercise, seed)]));

  describe(file, () => {
    it("draws fair numbers", () => {
      for (const [seed, { faults }] of variants) expect(faults.at(-1), seed).toBeUndefined();
    });

    it("has the right keys", () => {
      for (const [seed, { variant }] of variants) {
        for (const [part, answer] of Object.entries(keys(variant))) {
          const key = rowsIn(variant.scope.get(part));
          expect(farthest(key, rowsOfAnswer(answer)), `${seed}: ${part}`).toBeLessThan(within);
        }
      }
    });

    it.each(mistakes)("names $rule in $part", ({ part, rule, made }) => {
      for (const [seed, { variant }] of variants) {
        const result = answered(exercise, variant, { [part]: made(variant) }, [part])[part]!;
        expect(result.verdict, seed).not.toBe("right");
        expect(result.diagnosis, `${seed}: ${result.feedback.join(" ")}`).toContainEqual([rule]);
      }
    });

    it(`counts ${follows.later} that follows rightly from a wrong ${follows.wrong}`, () => {
      for (const [seed, { variant }] of variants) {
        const [wrong, later] = follows.made(variant);
        const answers = { [follows.wrong]: wrong, [follows.later]: later };
        const result = answered(exercise, variant, answers);
        expect(result[follows.wrong]?.verdict, seed).not.toBe("right");
        expect(result[follows.later], seed).toMatchObject({ verdict: "right", followed: true });
      }
    });

    it("is told the same of numbers that were kept", () => {
      for (const [seed, { variant }] of variants) {
        const json = [...variant.scope].map(([name, value]) => [name, toJson(value)] as const);
        const scope = new Map(json.map(([name, value]) => [name, fromJson(value)]));
        for (const { part, rule, made } of mistakes.slice(0, 1).concat(mistakes.slice(-1))) {
          const answers = { [part]: made(variant) };
          const { diagnosis } = answered(exercise, { ...variant, scope }, answers)[part]!;
          expect(diagnosis, `${seed}: ${part}`).toContainEqual([rule]);
        }
      }
    });

    it("works every part out, step by step", () => {
      for (const { variant } of variants.values()) {
        const solved = { ...gradingOf(variant), scope: variant.scope };
        for (const { part, steps } of solve(exercise, solved).parts) {
          expect(steps.length, part).toBeGreaterThan(0);
        }
      }
    });

    it("takes the key as right, typed to the figures asked for", () => {
      for (const [seed, { variant }] of variants) {
        const answers = keys(variant);
        const result = answered(exercise, variant, answers);
        for (const part of Object.keys(answers)) {
          expect(result[part]?.verdict, `${seed}: ${part}`).toBe("right");
        }
      }
    });
  });
}

function drawn(exercise: Exercise, seed: string) {
  const faults: unknown[] = [];
  const variant = drawVariant(exercise, { seed, number: 1 }, ({ fault }) => faults.push(fault));
  return { variant, faults };
}

/** The verdicts on answers typed with five figures. */
function answered(
  exercise: Exercise,
  variant: Variant,
  answers: Readonly<Record<string, Answer>>,
  asked = Object.keys(answers),
) {
  return graded(exercise, variant, answers as Answers, { asked, figures: 5 });
}

const rowsOfAnswer = (answer: Answer) => (typeof answer === "number" ? [[answer]] : answer);

export const rowsIn = (value: unknown): number[][] =>
  typeof value === "number" ? [[value]] : rowsOf(value);

/** The largest distance between entries, beside the size of the largest; infinite where shapes differ. */
function farthest(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const [us, vs] = [a.flat(), b.flat()];
  if (us.length !== vs.length || a.length !== b.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(...us.map(Math.abs), 1e-12);
  return Math.max(...us.map((u, i) => Math.abs(u - vs[i]!))) / size;
}

/** The slope of a number by every entry of a matrix, by central differences. */
export function slopes(
  at: readonly (readonly number[])[],
  f: (rows: number[][]) => number,
  step = 1e-5,
): number[][] {
  const moved = (i: number, j: number, by: number) =>
    f(at.map((row, k) => row.map((v, l) => (k === i && l === j ? v + by : v))));
  return at.map((row, i) =>
    row.map((_, j) => (moved(i, j, step) - moved(i, j, -step)) / (2 * step)),
  );
}

/** The slope of a number by another, by a central difference. */
export const slope = (at: number, f: (v: number) => number, step = 1e-5): number =>
  (f(at + step) - f(at - step)) / (2 * step);
