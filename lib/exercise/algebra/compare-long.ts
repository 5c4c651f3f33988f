import { type Balls, entriesOf } from "./balls";
import type { Values } from "./evaluate";
import { LongEvaluator, type LongValue } from "./evaluate-long";
import type { Formula } from "./formula";
import { type Long, LongArithmetic, top, type Unknown } from "./long";

/** Every point is worked out twice, and what the second time changes was noise. */
const [bits, moreBits] = [1024, 1600];

/** Values that share so many leading bits are the same; those that rounding left of a zero are this small. */
const shared = 200;

const points = 6;
const enough = 3;

/** `hidden`: even so many digits do not show all parts of them, as in tanh(1000) and 1. */
export type LongRelation = "equal" | "different" | "undecided" | "hidden";

/** Whether two formulas are equal where float64 cannot tell: the last resort, thousands of times slower. */
export function compareLong(first: Formula, second: Formula, values: Values): LongRelation {
  let agreeing = 0;
  let hidden = 0;
  for (let point = 0; point < points; point++) {
    const at = valuesAt(values, point);
    const [a, b] = [settled(first, at), settled(second, at)];
    if (a === "hidden" || b === "hidden") hidden += 1;
    else if (a && b) {
      if (a.some((x, i) => !alike(x, b[i] as Long))) return "different";
      agreeing += 1;
    }
  }
  if (agreeing >= enough) return "equal";
  return hidden >= enough ? "hidden" : "undecided";
}

const exact = new LongArithmetic(moreBits);

function valuesAt(values: Values, point: number): ReadonlyMap<string, LongValue> {
  return new Map([...values].map(([name, value]) => [name, entriesAt(value, point)]));
}

function entriesAt({ shape, re, probe }: Balls, point: number): LongValue {
  const entries = Array.from({ length: entriesOf(shape) }, (_, entry) =>
    exact.of(re[entry * probe.count + point] as number),
  );
  return { shape, entries };
}

/** The entries that more bits leave as they are; undefined when one of them they do not. */
function settled(
  formula: Formula,
  at: ReadonlyMap<string, LongValue>,
): readonly Long[] | "hidden" | Unknown {
  const rough = new LongEvaluator(bits, at).evaluate(formula).entries;
  const finer = new LongEvaluator(moreBits, at);
  const fine = finer.evaluate(formula).entries;
  if (finer.arithmetic.hidden) return "hidden";
  const entries = fine.flatMap((x, i) => {
    const before = rough[i];
    if (!x || !before) return [];
    if (isNoise(before, x)) return [exact.of(0)];
    return alike(x, before) ? [x] : [];
  });
  return entries.length === fine.length ? entries : undefined;
}

/** Whether a value is what rounding left of a zero: it shrinks as the bits grow. */
function isNoise(before: Long, after: Long): boolean {
  if (before.digits === 0n) return top(after) < -bits;
  return top(before) < -bits / 2 && top(after) < top(before) - bits / 4;
}

function alike(a: Long, b: Long): boolean {
  if (a.digits === 0n || b.digits === 0n) return a.digits === b.digits;
  const gap = exact.add(a, exact.negate(b));
  return gap !== undefined && top(gap) <= Math.max(top(a), top(b)) - shared;
}
