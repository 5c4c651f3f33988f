import { type Balls, entriesOf, slip } from "./balls";
import type { Values } from "./evaluate";
import { LongEvaluator, type LongValue } from "./evaluate-long";
import type { Formula } from "./formula";
import { both, type Long, ofFloat, sizeOf, type Unknown } from "./long";
import { LongArithmetic } from "./long-arithmetic";
import { isUsedUp, type Work } from "./work";

/** Bits that every number has, and points that are tried. The later rounds are for what the first do not show, as the
 *  x in x + e^(e^(e^2)). */
interface Round {
  readonly bits: number;
  readonly points: number;
}

const rounds: readonly Round[] = [
  { bits: 256, points: 12 },
  { bits: 1100, points: 8 },
  { bits: 3400, points: 5 },
];

/** So many points must agree. */
const enough = 3;

/** Whether two formulas are equal where float64 cannot tell: the last resort, a hundred times slower. It is undecided
 *  where even the last round would not have shown a slip in either. */
export function compareLong(
  first: Formula,
  second: Formula,
  { values, points }: Tried,
  work: Work,
): "equal" | "different" | "undecided" {
  for (const round of rounds) {
    const tried = points.slice(0, round.points);
    const told = compareIn(round.bits, [first, second], { values, points: tried }, work);
    if (told !== "undecided" || isUsedUp(work)) return told;
  }
  return "undecided";
}

/** The value of a formula without names to many digits; undefined where it has none that is real and known, or where
 *  the work is used up before it is. */
export function longValue(formula: Formula, work: Work): Long | Unknown {
  for (const { bits } of rounds) {
    const [value] = new LongEvaluator(new LongArithmetic(bits, work), new Map()).evaluate(
      formula,
    ).entries;
    if (value && shows(value.seen, value.size, value.off)) return value;
  }
  return undefined;
}

/** The names' values, and the points of the probe that are tried. */
interface Tried {
  readonly values: Values;
  readonly points: readonly number[];
}

function compareIn(
  bits: number,
  formulas: readonly [Formula, Formula],
  { values, points }: Tried,
  work: Work,
): "equal" | "different" | "undecided" {
  let agreeing = 0;
  for (const point of points) {
    const at = valuesAt(values, point, work);
    if (!at) return "undecided";
    const evaluator = new LongEvaluator(new LongArithmetic(bits, work), at);
    const [a, b] = formulas.map((formula) => evaluator.evaluate(formula).entries);
    const told = look(a ?? [], b ?? []);
    if (told === "apart") return "different";
    if (told === "together") agreeing += 1;
    if (agreeing >= enough) return "equal";
  }
  return "undecided";
}

/** The names' values at a point of the probe; undefined where the work is used up before all are made. */
function valuesAt(
  values: Values,
  point: number,
  work: Work,
): ReadonlyMap<string, LongValue> | undefined {
  for (const { shape } of values.values()) work.left -= 4 * entriesOf(shape);
  if (isUsedUp(work)) return undefined;
  return new Map([...values].map(([name, value]) => [name, entriesAt(value, point)]));
}

function entriesAt({ shape, re, seen, probe }: Balls, point: number): LongValue {
  const entries = Array.from({ length: entriesOf(shape) }, (_, entry) => {
    const at = entry * probe.count + point;
    return ofFloat(re[at] as number, Math.log2(seen[at] as number));
  });
  return { shape, entries };
}

function look(a: LongValue["entries"], b: LongValue["entries"]): "apart" | "together" | "untold" {
  let hidden = false;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (!x || !y) return "untold";
    const off = both(x.off, y.off);
    // The bounds hold to first order; four bits more leave room for the rest.
    if (gap(x, y) > off + 4) return "apart";
    const size = Math.max(x.size, y.size);
    if (!shows(x.seen, size, off) || !shows(y.seen, size, off)) hidden = true;
  }
  return hidden ? "untold" : "together";
}

/** Whether a slip in any part of a formula shows in its value. Where parts that are nearly lost may cancel each other
 *  to first order, as in (1 + 10^-9 x)(1 - 10^-9 x), what is left of them is their second, third or fourth power:
 *  that has to show as well. */
function shows(seen: number, size: number, off: number): boolean {
  const part = Math.min(0, seen - Math.log2(slip) - size);
  return seen > off + 8 && (size === Number.NEGATIVE_INFINITY || size + 4 * part > off + 8);
}

/** The size of the difference. */
function gap(a: Long, b: Long): number {
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  if (high.digits === 0n) return low.size;
  if (high.exponent - low.exponent > 16_000) return Math.max(a.size, b.size);
  const digits = (high.digits << BigInt(high.exponent - low.exponent)) - low.digits;
  return sizeOf(digits, low.exponent);
}
