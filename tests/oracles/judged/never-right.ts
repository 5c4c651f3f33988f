import type { Exercise, Variant } from "@/lib/exercise";
import { typedKeys } from "@/lib/exercise/check";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import type { Part } from "@/lib/exercise/exercise";
import { isHarmless, rarest } from "@/lib/exercise/fairness/harmless";
import { kinds } from "@/lib/exercise/kinds";
import { evaluate, type Scope } from "@/lib/exercise/language";
import {
  type Asked,
  askedOf,
  figures,
  halfUnit,
  isRight,
  numbersOf,
  response,
  same,
  valueWith,
} from "./typed";

/** A wrong answer to a part: what it is called, and its numbers. */
interface Wrong {
  readonly what: string;
  readonly part: Part;
  readonly numbers: readonly number[];
  /** Sent with all its figures alone: rounded, it may be right. */
  readonly inFull?: true;
}

/** Wrong answers that are told right when everything before them is typed rightly, as asked for; each in words. */
export function toldRight(exercise: Exercise, variant: Variant): string[] {
  const responses = typedKeys(exercise, variant);
  const typed = asTyped(exercise, variant);
  const wrong = [
    ...byMistakes(exercise, variant, typed),
    ...foreseen(exercise, variant, typed),
    ...exercise.parts.flatMap((part) => besides(exercise, part, variant, typed)),
  ];
  return wrong.flatMap(({ what, part, numbers, inFull }) => {
    const asked = askedOf(variant, part);
    if (!asked) return [];
    const ways = [numbers, ...(inFull ? [] : [numbers.map((v) => figures(asked, v))])];
    const sends = new Set(ways.map((one) => response(part, variant, one)));
    return [...sends].flatMap((sent) => {
      const right = isRight(exercise, variant, part, { ...responses, [part.name]: sent });
      return right ? [`${part.name}: ${what}, ${sent}, is told right`] : [];
    });
  });
}

/** The scope of whoever goes on from what they typed, rounded as asked for. */
export function asTyped(exercise: Exercise, variant: Variant): Scope {
  const scope = new Map(variant.scope);
  for (const part of exercise.parts) {
    const numbers = numbersOf(part, variant.parts[part.name]?.key);
    const asked = askedOf(variant, part);
    if (!numbers || !asked) continue;
    const typed = numbers.map((v) => figures(asked, v));
    scope.set(part.name, valueWith(part, variant, typed));
  }
  return scope;
}

const settledBy = ({ parts }: Exercise, scope: Scope) => ({
  settled: new Map(parts.map(({ name }) => [name, scope.get(name) ?? 0])),
});

/** What each likely mistake comes to: from the start, and by a step of its own after right ones. Rounding early is left out:
 *  it is meant to land near the key. */
function byMistakes(exercise: Exercise, variant: Variant, typed: Scope): Wrong[] {
  const predictions = new Predictions(exercise, variant.scope);
  const grounds = [
    { settled: new Map() },
    settledBy(exercise, variant.scope),
    settledBy(exercise, typed),
  ];
  return grounds.flatMap((ground) =>
    exercise.parts.flatMap((part) => {
      const key = numbersOf(part, variant.parts[part.name]?.key);
      if (!key) return [];
      return predictions.on(part, ground).singles.flatMap(({ candidate, numbers }) => {
        const [rule] = candidate.rules;
        // What comes to the right answer with most numbers cannot be told wrong: 2 % of a leaky slope in a whole number, say.
        const isRare = candidate.prior < rarest || isHarmless(exercise, part, rule?.name ?? "");
        if (!rule || rule.name === "rounded-early" || isRare || same(key, numbers)) return [];
        return numbers.length === key.length ? [{ what: rule.name, part, numbers }] : [];
      });
    }),
  );
}

function foreseen(exercise: Exercise, variant: Variant, typed: Scope): Wrong[] {
  return exercise.misconceptions.flatMap(({ when }, i) =>
    Object.entries(when).flatMap(([name, expr]) => {
      const part = exercise.parts.find((one) => one.name === name);
      const key = part && numbersOf(part, variant.parts[name]?.key);
      if (!part || !key) return [];
      return [variant.scope, typed].flatMap((scope) => {
        const numbers = entries(() => evaluate(expr, scope));
        const differs = numbers?.length === key.length && !same(key, numbers);
        return numbers && differs ? [{ what: `misconception ${i + 1}`, part, numbers }] : [];
      });
    }),
  );
}

function entries(run: () => unknown): readonly number[] | undefined {
  try {
    const value = run();
    if (typeof value === "number") return [value];
    if (Array.isArray(value)) return value.flat() as number[];
    return [...((value as { data?: Float64Array }).data ?? [])];
  } catch {
    return undefined;
  }
}

/** Answers beside the right one: an entry off by more than it may be, by 1 where numbers are counted, and 0 for all. */
function besides(exercise: Exercise, part: Part, variant: Variant, typed: Scope): Wrong[] {
  const asked = askedOf(variant, part);
  const key = numbersOf(part, variant.parts[part.name]?.key);
  if (!asked || !key) return [];
  const follows = keyIn(part, typed) ?? key;
  // Of a diagram, later blanks go on from the first ones too. What follows may lie three units from the key, and what is
  // right three from there, or the numbers are not fair.
  const own = part.kind === "network" ? 12 : 0;
  const bounds = boundsOf(exercise, part, variant, typed);
  const size = Math.max(...key.map(Math.abs));
  const moved = (i: number, by: number) => follows.map((v, k) => (k === i ? v + by : v));
  const off = follows.flatMap((v, i) => {
    const bound = bounds[i] ?? 0;
    // A thousandth of a unit more: the bound may count what first order leaves out.
    const unmoved = halfUnit(asked, v, size);
    // Moved to where a figure counts ten times as much, an answer is rounded there.
    const furthest = Math.abs(v) + bound + own * unmoved;
    const half = Math.max(unmoved, halfUnit(asked, furthest, size));
    const by = (3 + own) * half + 1.05 * bound + half / 500;
    return [by, -by].map((step) => ({
      what: `entry ${i + 1} off by ${step}`,
      part,
      numbers: moved(i, step),
      inFull: true as const,
    }));
  });
  const counted = asked.rule === "decimals" && asked.amount === 0;
  const ones = counted
    ? key.flatMap((_, i) =>
        [1, -1].map((by) => ({
          what: `entry ${i + 1} off by ${by}`,
          part,
          numbers: key.map((v, k) => (k === i ? v + by : v)),
        })),
      )
    : [];
  const zero = key.map(() => 0);
  const zeros = same(
    zero,
    key.map((v) => figures(asked, v)),
  )
    ? []
    : [{ what: "zeros", part, numbers: zero }];
  // What is moved away from what follows may be moved to the true key.
  return [...off.filter(({ numbers }) => beyond(asked, key, numbers, size)), ...ones, ...zeros];
}

const beyond = (asked: Asked, key: readonly number[], numbers: readonly number[], size: number) =>
  key.some((v, i) => Math.abs(numbers[i]! - v) > 1.001 * halfUnit(asked, v, size));

/** What rounding each entry typed before a part may do to each of its entries, one after the other, by slopes taken to the
 *  side where less happens. */
function boundsOf(
  { parts }: Exercise,
  part: Part,
  variant: Variant,
  typed: Scope,
): readonly number[] {
  const base = keyIn(part, typed) ?? [];
  const bounds = base.map(() => 0);
  for (const before of parts.slice(0, parts.indexOf(part))) {
    const asked = askedOf(variant, before);
    const right = numbersOf(before, variant.parts[before.name]?.key);
    if (!asked || !right) continue;
    const own = right.map((v) => figures(asked, v));
    const size = Math.max(...own.map(Math.abs));
    for (const [i, v] of own.entries()) {
      if (Math.abs(v - right[i]!) <= 1e-12 * Math.abs(v)) continue;
      const half = halfUnit(asked, v, size);
      const step = Math.max(half * 1e-3, Math.abs(v) * 1e-9);
      const at = (to: number) => {
        const numbers = own.map((one, k) => (k === i ? to : one));
        const scope = new Map(typed).set(before.name, valueWith(before, variant, numbers));
        return keyIn(part, scope) ?? base;
      };
      const [up, down] = [at(v + step), at(v - step)];
      base.forEach((one, k) => {
        const least = Math.min(Math.abs(up[k]! - one), Math.abs(down[k]! - one));
        bounds[k]! += (least / step) * half;
      });
    }
  }
  return bounds;
}

/** The numbers of a part's key, worked out by its own expression among these values. */
export function keyIn(part: Part, scope: Scope): readonly number[] | undefined {
  const { rekey } = kinds[part.kind];
  return (
    rekey &&
    numbersOf(
      part,
      rekey(part.settings, (expr) => evaluate(expr, scope)),
    )
  );
}
