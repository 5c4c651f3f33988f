import type { Exercise } from "@/lib/exercise/exercise";
import type { Fault } from "@/lib/exercise/fairness/fault";
import { LanguageError } from "@/lib/exercise/language/expr";
import {
  type Attempt,
  drawsAnything,
  drawVariant,
  mostAttempts,
  type Variant,
} from "@/lib/exercise/variant";

/** A reason for which draws fell, and how many. */
export interface Fallen {
  readonly fault: Fault;
  readonly count: number;
  /** Of a key that is not finite: what went wrong, at the first. */
  readonly error?: LanguageError;
}

/** A seed from which no variant comes. */
export interface Broken {
  readonly seed: string;
  readonly number: number;
  readonly error: LanguageError;
}

/** The variants that an exercise is judged by. */
export interface Sample {
  readonly exercise: Exercise;
  /** The author's fixed variants. */
  readonly fixed: readonly Variant[];
  /** The fair variant of each seed; without anything to draw, the variant of each seed. */
  readonly drawn: readonly Variant[];
  /** How many draws were tried for these; 0 when there is nothing to draw. */
  readonly tried: number;
  readonly fair: number;
  /** Why the others fell, the most frequent first. */
  readonly fell: readonly Fallen[];
  readonly broken: readonly Broken[];
  /** What each variant took, in milliseconds, with the draws that fell. */
  readonly took: readonly number[];
}

export interface Sampling {
  /** How many seeds are drawn: "1", "2" and so on. */
  readonly seeds: number;
  /** The time now, in milliseconds. */
  readonly clock: () => number;
}

/** Draws an exercise's fixed variants, and one from each seed. Where hardly any draw is fair it gives up early. `tell` hears of
 *  each variant that tells what mistakes come to, as soon as it is drawn: what judging it has found is still at hand then. */
export function takeSample(
  exercise: Exercise,
  { seeds, clock }: Sampling,
  tell: (variant: Variant) => void,
): Sample {
  const tally = new Tally();
  const broken: Broken[] = [];
  const took: number[] = [];
  const take = (seed: string, number: number): Variant[] => {
    const begun = clock();
    const fair = tally.fair;
    const tried = tally.tried;
    try {
      const variant = drawVariant(exercise, { seed, number }, (one) => tally.add(one));
      return tally.tried > tried && tally.fair === fair ? [] : [variant];
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      broken.push({ seed, number, error });
      return [];
    } finally {
      took.push(clock() - begun);
    }
  };
  const fixed = exercise.fixed.flatMap((_, i) => take("1", i + 1));
  took.length = 0;
  const drawn: Variant[] = [];
  if (!drawsAnything(exercise)) fixed.forEach(tell);
  for (let i = 1; i <= seeds && !tally.isHopeless(); i++) {
    const variants = take(String(i), exercise.fixed.length + 1);
    // Without anything to draw, one of them is as good as all.
    if (drawsAnything(exercise) || drawn.length === 0) variants.forEach(tell);
    drawn.push(...variants);
  }
  const { tried, fair } = tally;
  return { exercise, fixed, drawn, tried, fair, fell: tally.fell(), broken, took };
}

class Tally {
  tried = 0;
  fair = 0;
  private readonly reasons = new Map<string, Fallen>();

  add(one: Attempt): void {
    this.tried += 1;
    const { fault } = one;
    if (!fault) {
      this.fair += 1;
      return;
    }
    const name = JSON.stringify(fault);
    const { count = 0, ...before } = this.reasons.get(name) ?? {};
    const error = "error" in one ? { error: one.error } : {};
    this.reasons.set(name, { fault, ...error, ...before, count: count + 1 });
  }

  fell(): Fallen[] {
    return [...this.reasons.values()].toSorted((a, b) => b.count - a.count);
  }

  /** Far below what is refused, after enough to be sure of it. */
  isHopeless(): boolean {
    return this.tried >= 2 * mostAttempts && this.fair * 100 < this.tried;
  }
}
