import type { Exercise, Variant } from "@/lib/exercise";
import { typedKeys } from "@/lib/exercise/check";
import { namesIn } from "@/lib/exercise/diagnosis/leading-to";
import type { Part } from "@/lib/exercise/exercise";
import type { Scope } from "@/lib/exercise/language";
import { isTensor, type Value } from "@/lib/exercise/value";
import { fromShown } from "./from-shown";
import { keyIn } from "./never-right";
import { askedOf, figures, numbersOf, response, valueWith, verdicts } from "./typed";

/** How many students work each variant out. */
const students = 6;

/** Right ways of working that are not told right, each in words: every student goes on, entry by entry, from all figures
 *  of an earlier answer or from those they typed, from all figures of a given or from those shown, and rounds what they
 *  type or not. The first of them rounds nothing at all, the second goes on from what they typed alone. */
export function toldWrong(exercise: Exercise, variant: Variant, seed: number): string[] {
  const dice = diceFrom(seed);
  return Array.from({ length: students }, (_, i) => {
    const chance = i < 2 ? i : 0.5;
    return work(exercise, variant, () => dice() < chance);
  }).flat();
}

function work(exercise: Exercise, variant: Variant, rounds: () => boolean): string[] {
  const full = new Map<string, readonly number[]>();
  const typed = new Map<string, readonly number[]>();
  const responses: Record<string, string> = { ...typedKeys(exercise, variant) };
  for (const part of exercise.parts) {
    const asked = askedOf(variant, part);
    const key = numbersOf(part, variant.parts[part.name]?.key);
    if (!asked || !key) continue;
    const byHand = rounds() ? fromShown(exercise, part, variant, rounds) : undefined;
    const numbers = byHand ?? keyIn(part, mixed(exercise, part, variant, { full, typed, rounds }));
    if (!numbers) continue;
    const written = numbers.map((v) => (rounds() ? figures(asked, v) : v));
    full.set(part.name, numbers);
    typed.set(part.name, written);
    responses[part.name] = response(part, variant, written);
  }
  const asked = exercise.parts.map(({ name }) => name);
  return Object.entries(verdicts(exercise, variant, { responses, asked })).flatMap(
    ([name, verdict]) =>
      verdict === "right"
        ? []
        : [`${name}: ${responses[name]} is told ${verdict}, after ${JSON.stringify(responses)}`],
  );
}

interface Worked {
  readonly full: ReadonlyMap<string, readonly number[]>;
  readonly typed: ReadonlyMap<string, readonly number[]>;
  readonly rounds: () => boolean;
}

/** What a part reads, each entry with all its figures or as it was typed or shown. */
function mixed(exercise: Exercise, part: Part, variant: Variant, worked: Worked): Scope {
  const scope = new Map(variant.scope);
  for (const name of namesIn(part)) {
    const before = exercise.parts.find((one) => one.name === name);
    const own = worked.full.get(name);
    const typed = worked.typed.get(name);
    if (before && own && typed) {
      const numbers = own.map((v, i) => (worked.rounds() ? typed[i]! : v));
      scope.set(name, valueWith(before, variant, numbers));
    } else if (!before) {
      scope.set(name, shownOf(exercise, name, scope.get(name)!, worked.rounds));
    }
  }
  return scope;
}

/** A given, each entry with all its figures or as the page shows it by this name. */
export function shownOf(
  { displays }: Exercise,
  name: string,
  value: Value,
  rounds: () => boolean,
): Value {
  const [shown] = displays
    .filter(({ place }) => place === name)
    .toSorted((a, b) => b.amount - a.amount);
  if (!shown) return value;
  const round = (v: number) => (rounds() ? figures(shown, v) : v);
  if (typeof value === "number") return round(value);
  return isTensor(value) ? { ...value, data: value.data.map(round) } : value;
}

/** Numbers from 0 to 1, the same for a seed. */
export function diceFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
