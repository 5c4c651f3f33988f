import { type Balls, entriesOf } from "./balls";
import type { Values } from "./evaluate";
import { LongEvaluator, type LongValue } from "./evaluate-long";
import type { Formula } from "./formula";
import { type Long, LongArithmetic, top, type Unknown } from "./long";

/** Every point is worked out twice, with so many bits and with more: what that changes was noise. The second round is
 *  for what the first does not show, as the x in x + e^(e^(e^2)). */
const rounds: readonly Round[] = [
  { bits: 1024, more: 1600, points: 12 },
  { bits: 3000, more: 3400, points: 6 },
];

interface Round {
  readonly bits: number;
  readonly more: number;
  readonly points: number;
}

/** A value is known when so many of its leading bits stay as the bits grow. */
const known = 200;

const enough = 3;

/** Whether two formulas are equal where float64 cannot tell: the last resort, thousands of times slower. What differs
 *  in no digit of the last round is equal. */
export function compareLong(
  first: Formula,
  second: Formula,
  values: Values,
): "equal" | "different" | "undecided" {
  let told: Told = "undecided";
  for (const round of rounds) {
    told = compareIn(round, first, second, values);
    if (told !== "hidden") return told;
  }
  return told === "hidden" ? "equal" : told;
}

type Told = "equal" | "different" | "undecided" | "hidden";

function compareIn(round: Round, first: Formula, second: Formula, values: Values): Told {
  let agreeing = 0;
  let hidden = 0;
  const count = Math.min(round.points, countOf(values));
  for (let point = 0; point < count && agreeing + hidden < enough; point++) {
    const at = valuesAt(values, point);
    const [a, b] = [settled(round, first, at), settled(round, second, at)];
    if (!a || !b) continue;
    const same = a.entries.every((x, i) => together(x, b.entries[i] as Known, round));
    if (a.hidden || b.hidden) hidden += same ? 1 : 0;
    else if (!same) return "different";
    else agreeing += 1;
  }
  if (agreeing >= enough) return "equal";
  return agreeing + hidden >= enough ? "hidden" : "undecided";
}

/** Bits enough for any of the rounds. */
const exact = new LongArithmetic(4000);

function countOf(values: Values): number {
  const [one] = values.values();
  return one?.probe.count ?? Number.POSITIVE_INFINITY;
}

function valuesAt(values: Values, point: number): ReadonlyMap<string, LongValue> {
  return new Map([...values].map(([name, value]) => [name, entriesAt(value, point)]));
}

function entriesAt({ shape, re, probe }: Balls, point: number): LongValue {
  const entries = Array.from({ length: entriesOf(shape) }, (_, entry) =>
    exact.of(re[entry * probe.count + point] as number),
  );
  return { shape, entries };
}

/** A value, and how far the rougher one was from it; the value itself is far nearer to the truth. */
interface Known {
  readonly value: Long;
  readonly off: number;
}

/** The entries, and whether they hide something; undefined when one of them is not known. */
function settled(
  { bits, more }: Round,
  formula: Formula,
  at: ReadonlyMap<string, LongValue>,
): { readonly entries: readonly Known[]; readonly hidden: boolean } | Unknown {
  const rough = new LongEvaluator(bits, at);
  const fine = new LongEvaluator(more, at);
  const before = rough.evaluate(formula).entries;
  const after = fine.evaluate(formula).entries;
  const entries = after.flatMap((value, i) => {
    const first = before[i];
    if (!value || !first) return [];
    if (isNoise(first, value, bits)) return [{ value: exact.of(0), off: top(first) }];
    const off = gap(value, first);
    return off <= top(value) - known ? [{ value, off }] : [];
  });
  if (entries.length < after.length) return undefined;
  return { entries, hidden: rough.arithmetic.hidden || fine.arithmetic.hidden };
}

/** Whether a value is what rounding left of a zero: it shrinks as the bits grow. */
function isNoise(before: Long, after: Long, bits: number): boolean {
  if (after.digits === 0n) return before.digits === 0n || top(before) < -bits / 2;
  if (before.digits === 0n) return top(after) < -bits;
  return top(before) < -bits / 2 && top(after) < top(before) - bits / 20;
}

/** Whether two values lie no further apart than they may be off. */
function together(a: Known, b: Known, { more }: Round): boolean {
  const rounding = Math.max(top(a.value), top(b.value)) - more + 96;
  return gap(a.value, b.value) <= Math.max(a.off, b.off, rounding);
}

/** The place of the leading bit of the difference. */
function gap(a: Long, b: Long): number {
  const apart = exact.add(a, exact.negate(b));
  return apart ? top(apart) : Number.POSITIVE_INFINITY;
}

/** The value of a formula without names to many digits; undefined where it has none that is real and known. */
export function longValue(formula: Formula): Long | Unknown {
  for (const round of rounds) {
    const known = settled(round, formula, new Map());
    if (known && !known.hidden) return known.entries[0]?.value;
  }
  return undefined;
}
