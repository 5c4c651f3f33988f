import { drawVariant, type Exercise, isTensor, type Variant } from "@/lib/exercise";
import { figuresOf } from "@/lib/exercise/diagnosis/evidence";
import { foreseenName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { precisionOf } from "@/lib/exercise/kinds/precision";
import { course, exercisesOf } from "./exercise";
import { recognisedFormulas } from "./recognised-formulas";
import { recognisedOrders } from "./recognised-orders";
import type { BenchRow } from "./row";
import { Share } from "./share";
import { causesOf } from "./told";

/** Variants of every exercise, and wrong answers to each of their parts. */
const seeds = 3;
const answers = 12;

/** How many wrong answers are given a cause, in percent: of random ones near the key, which have none, and of those that a
 *  slip leads to, drawn by how often each is made. And how many of those causes are true: the slip itself, or a commoner
 *  name for the same number. */
export function recognisedBench(): BenchRow[] {
  const next = numbersFrom(2026);
  const random = { one: new Share(), more: new Share() };
  const slipped = { recognised: new Share(), true: new Share() };
  for (const { exercise, variant, part } of askedIn(exercisesOf(course))) {
    const typed = new Typist(exercise, variant, part);
    for (let i = 0; i < answers; i++) {
      const near = typed.numbers.map((v) => v * 4 ** (next() - 0.5) * (next() < 0.5 ? -1 : 1));
      const told = typed.toldOf(near);
      if (told) (typed.tellsMuch ? random.more : random.one).count(told.length > 0);
      const slip = drawnBy(typed.slips, next());
      const causes = slip && typed.toldOf(slip.numbers);
      if (!causes || !slip) continue;
      slipped.recognised.count(causes.length > 0);
      if (causes.length > 0) slipped.true.count(causes.flat().some((rule) => typed.is(rule, slip)));
    }
  }
  return [
    random.one.atMost(5, "random wrong answers told a cause: one number to three figures"),
    random.more.atMost(1, "random wrong answers told a cause: four figures, or two cells"),
    slipped.recognised.atLeast(90, "slips by their priors told a cause"),
    slipped.true.atLeast(97, "causes told that are the slip made"),
    recognisedFormulas(),
    recognisedOrders(),
  ];
}

/** The parts with numbers that are typed one by one, on some variants each. */
function* askedIn(exercises: readonly Exercise[]) {
  for (const exercise of exercises) {
    for (let i = 0; i < seeds; i++) {
      const number = exercise.fixed.length + 1;
      const variant = drawVariant(exercise, { seed: `told-${i}`, number });
      for (const part of exercise.parts) {
        const { asReading, asResponse, numbers, rekey } = kinds[part.kind];
        if (asReading && asResponse && numbers && rekey) yield { exercise, variant, part };
      }
    }
  }
}

interface Slip {
  readonly rule: string;
  readonly numbers: readonly number[];
  readonly prior: number;
}

/** Types numbers as an answer to one part. */
class Typist {
  readonly numbers: readonly number[];
  readonly slips: readonly Slip[];
  readonly tellsMuch: boolean;

  constructor(
    private readonly exercise: Exercise,
    private readonly variant: Variant,
    private readonly part: Part,
  ) {
    const { key, view } = variant.parts[part.name]!;
    this.numbers = kinds[part.kind].numbers?.(key) ?? [];
    this.tellsMuch =
      this.numbers.length > 1 || figuresOf(this.numbers[0] ?? 0, precisionOf(view)) >= 4;
    const { singles } = new Predictions(exercise, variant.scope).on(part, { settled: new Map() });
    this.slips = singles.map(({ candidate, numbers }) => ({
      rule: candidate.rules[0]!.name,
      numbers,
      prior: candidate.prior,
    }));
  }

  /** Whether a cause is the slip, or another name for the very number that it comes to. */
  is(rule: string, { rule: made, numbers }: Slip): boolean {
    if (rule === made) return true;
    const same = (others: readonly number[]) =>
      others.length === numbers.length &&
      others.every((v, i) => Math.abs(v - numbers[i]!) <= 1e-9 * Math.abs(v));
    return (
      this.slips.some((other) => other.rule === rule && same(other.numbers)) ||
      this.foreseenUnder(rule).some(same)
    );
  }

  /** The numbers of the author's own misconception of that name. */
  private foreseenUnder(rule: string): number[][] {
    const number = this.exercise.misconceptions.findIndex((_, i) => foreseenName(i + 1) === rule);
    const expr = this.exercise.misconceptions[number]?.when[this.part.name];
    const value = expr && valueIn(expr, this.variant.scope);
    if (typeof value === "number") return [[value]];
    return isTensor(value) ? [[...value.data]] : [];
  }

  /** The causes told; undefined where the answer is right, or cannot be typed. */
  toldOf(numbers: readonly number[]): readonly (readonly string[])[] | undefined {
    const { exercise, part, variant } = this;
    const { key, view } = variant.parts[part.name]!;
    const { rekey, value, asResponse } = kinds[part.kind];
    if (numbers.length !== this.numbers.length || !rekey) return undefined;
    const whole = value(key);
    const data = Float64Array.from(numbers);
    const other = typeof whole === "number" ? numbers[0]! : { ...(whole as object), data };
    const typed = asResponse?.(other as never, { key, view, settings: part.settings });
    if (typed === undefined) return undefined;
    return causesOf(exercise, variant, part, typed);
  }
}

function drawnBy(slips: readonly Slip[], at: number): Slip | undefined {
  let left = at * slips.reduce((sum, { prior }) => sum + prior, 0);
  return slips.find(({ prior }) => {
    left -= prior;
    return left <= 0;
  });
}

/** Numbers from 0 to 1, the same each time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
