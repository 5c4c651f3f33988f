import { type Balls, entriesOf } from "./balls";
import type { Values } from "./evaluate";
import { LongEvaluator, type LongValue } from "./evaluate-long";
import type { Formula } from "./formula";
import { type Long, LongArithmetic, length, type Unknown } from "./long";

/** Every point is worked out twice, and what the second time changes was noise. */
const [bits, moreBits] = [1024, 1600];

/** Values that share so many leading bits are the same; those that rounding left of a zero are this small. */
const shared = 200;

const points = 6;
const enough = 3;

/** Whether two formulas are equal where float64 cannot tell: the last resort, thousands of times slower. */
export function compareLong(
  first: Formula,
  second: Formula,
  values: Values,
): "equal" | "different" | "undecided" {
  let agreeing = 0;
  for (let point = 0; point < points; point++) {
    const at = valuesAt(values, point);
    const [a, b] = [settled(first, at), settled(second, at)];
    if (!a || !b) continue;
    if (a.some((x, i) => !alike(x, b[i] as Long))) return "different";
    agreeing += 1;
  }
  return agreeing >= enough ? "equal" : "undecided";
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
function settled(formula: Formula, at: ReadonlyMap<string, LongValue>): Long[] | Unknown {
  const rough = new LongEvaluator(bits, at).evaluate(formula).entries;
  const fine = new LongEvaluator(moreBits, at).evaluate(formula).entries;
  const entries = fine.flatMap((x, i) => {
    const before = rough[i];
    if (!x || !before) return [];
    if (top(before) < -bits / 2 && top(x) < top(before) - bits / 4) return [exact.of(0)];
    return alike(x, before) ? [x] : [];
  });
  return entries.length === fine.length ? entries : undefined;
}

function alike(a: Long, b: Long): boolean {
  const gap = exact.add(a, exact.negate(b));
  return gap !== undefined && top(gap) <= Math.max(top(a), top(b)) - shared;
}

/** The place of the leading bit; of 0, below all others. */
function top({ digits, exponent }: Long): number {
  return digits === 0n ? Number.NEGATIVE_INFINITY : length(digits) + exponent;
}
