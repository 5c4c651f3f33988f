import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { short } from "@/lib/exercise/language/digits";
import type { Variant } from "@/lib/exercise/variant";
import { type Finding, note } from "./finding";
import { multiplicationsIn } from "./multiplications";
import { medianOf } from "./spread";
import { type Work, workOf } from "./work";

/** A feature of the numbers that makes a variant easier or harder, and how it lies over the variants. */
export interface FeatureSpread {
  readonly name: FeatureName;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** What a tenth of the variants have at most, and a tenth at least. */
  readonly low: number;
  readonly high: number;
  /** Whether these two are so far apart that students get unequal work. */
  readonly unequal: boolean;
}

export type FeatureName = keyof typeof features;

interface Measure {
  readonly words: string;
  of(measured: Measured): number;
  /** Whether a tenth that has `high` works more than a tenth that has `low`; without it, how that lies is good to know. */
  unequal?(low: number, high: number): boolean;
}

interface Measured extends Work {
  readonly answers: readonly number[];
}

const isTwice = (low: number, high: number) => high >= 2 * low && high - low >= 4;

const features = {
  steps: {
    words: "numbers other than 0 to work out",
    of: ({ worked }) => sumOf(worked, ({ data }) => countOf(data, (v) => v !== 0)),
    unequal: isTwice,
  },
  multiplications: {
    words: "multiplications by a number other than 0, 1 and −1",
    of: ({ worked }) => multiplicationsIn(worked),
    unequal: isTwice,
  },
  negative: {
    words: "negative numbers, given or on the way",
    of: ({ read, worked }) => sumOf([...read, ...worked], ({ data }) => countOf(data, isNegative)),
  },
  off: {
    words: "ReLU units off",
    of: ({ worked }) => {
      const into = worked
        .filter(({ op }) => rectifying.has(op.name))
        .map(({ inputs }) => inputs[0]);
      return sumOf([...new Set(into)], (z) => countOf(z?.data ?? [], (v) => v <= 0));
    },
  },
  zeros: {
    words: "answers that are 0",
    of: ({ answers }) => countOf(answers, (v) => v === 0),
    unequal: isTwice,
  },
  largest: {
    words: "size of the largest answer",
    of: ({ answers }) => Math.max(0, ...answers.map(Math.abs)),
    unequal: (low, high) => high >= 100 * low && high >= 100,
  },
} as const satisfies Record<string, Measure>;

const rectifying: ReadonlySet<string> = new Set([
  "relu",
  "reluSlope",
  "leakyRelu",
  "leakyReluSlope",
]);

const isNegative = (v: number) => v < 0;

const countOf = (data: Iterable<number>, counts: (v: number) => boolean) =>
  [...data].filter(counts).length;

const sumOf = <T>(all: readonly T[], of: (one: T) => number) =>
  all.reduce((sum, one) => sum + of(one), 0);

/** How the features lie over the variants that are drawn; those that no variant has are left out. */
export function spreadFeatures(exercise: Exercise, drawn: readonly Variant[]): FeatureSpread[] {
  const all = drawn.map((variant) => ({
    ...workOf(exercise, variant),
    answers: exercise.parts.flatMap(
      ({ name, kind }) => kinds[kind].numbers?.(variant.parts[name]?.key) ?? [],
    ),
  }));
  const measures = Object.entries(features) as [FeatureName, Measure][];
  return measures.flatMap(([name, { of, unequal }]) => {
    const values = all.map(of).toSorted((a, b) => a - b);
    const max = values.at(-1) ?? 0;
    if (!(max > 0) || values.some(Number.isNaN)) return [];
    const low = values[Math.floor(values.length / 10)]!;
    const high = values[Math.ceil((9 * values.length) / 10) - 1]!;
    const lies = { min: values[0]!, median: medianOf(values), max, low, high };
    return [{ name, ...lies, unequal: unequal?.(low, high) ?? false }];
  });
}

/** What a feature is, in words. */
export const featureInWords = (name: FeatureName): string => features[name].words;

/** Whether everybody has about as much to work out. */
export function workIsEven({ exercise: { at }, features: spreads }: Featured): Finding[] {
  return spreads.flatMap(({ name, low, high, unequal }) => {
    if (!unequal) return [];
    const [least, most] = [short(low, 3), short(high, 3)];
    const message = `the work is unequal in “${featureInWords(name)}”: at most ${least} for one student in ten, at least ${most} for another`;
    return [note(at, message, mend)];
  });
}

const mend = "Draw the givens so that it varies less.";

interface Featured {
  readonly exercise: Exercise;
  readonly features: readonly FeatureSpread[];
}
