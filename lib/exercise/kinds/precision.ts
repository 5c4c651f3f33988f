import { fixed, short, significant } from "@/lib/exercise/language/digits";

/** How near an answer must be: an absolute tolerance, so many decimals, or so many significant figures. */
export interface Precision {
  readonly rule: "tolerance" | "decimals" | "significant";
  readonly amount: number;
}

/** The precision that a part's numbers are asked for to, by its view; undefined where it asks for none. */
export const precisionOf = (view: unknown): Precision | undefined =>
  (view as { readonly precision?: Precision } | undefined)?.precision;

/** What an author asks for: a precision, or as many figures as what the page shows can carry. */
export type AskedPrecision = Precision | "auto";

/** The most figures that are asked for by themselves, and the fewest: one figure tells hardly anything. */
const mostFigures = 4;
export const fewestFigures = 2;

/** What an author asked for, before it is known what the page can carry. */
export const asAsked = (asked: AskedPrecision): Precision =>
  asked === "auto" ? { rule: "significant", amount: mostFigures } : asked;

/** As many significant figures, four at most and two at least, as numbers have that working from the figures shown may
 *  move by these errors. */
export function carriedBy(numbers: readonly number[], errors: readonly number[]): Precision {
  let amount = mostFigures;
  while (amount > fewestFigures && !carries({ rule: "significant", amount }, numbers, errors)) {
    amount -= 1;
  }
  return { rule: "significant", amount };
}

/** Whether errors are a tenth of a unit in the last place at most, so that who rounds once, at the end, is right. */
export function carries(
  precision: Precision,
  numbers: readonly number[],
  errors: readonly number[],
): boolean {
  const size = Math.max(...numbers.map(Math.abs));
  return numbers.every((v, i) => (errors[i] ?? 0) <= toleranceOf(precision, v, size) / 5);
}

/** How far from the key an answer may be: half a unit in the last place asked for, so that who rounds rightly is
 *  right and who gives more digits is too. For a key of 0, which has no first figure, significant figures count as
 *  decimals of `size`, the largest of the numbers beside it. */
export function toleranceOf({ rule, amount }: Precision, key: number, size = 1): number {
  if (rule === "tolerance") return amount;
  if (rule === "decimals") return 0.5 * 10 ** -amount;
  if (key === 0) return 0.5 * 10 ** -amount * Math.min(1, size || 1);
  return 0.5 * 10 ** (exponentOf(Math.abs(key)) - amount + 1);
}

/** The power of ten of the first figure. A power of ten may come out a hair below it, as may its logarithm. */
function exponentOf(size: number): number {
  const exponent = Math.floor(Math.log10(size));
  return 10 ** (exponent + 1) <= size * (1 + 1e-12) ? exponent + 1 : exponent;
}

/** The power of ten of a number other than 0: 2 for −314, −1 for 0.5. */
export const decadeOf = (value: number): number => exponentOf(Math.abs(value));

/** One in the last place asked for; undefined where a tolerance is asked for, which has no places. */
export function unitOf(precision: Precision, key: number, size?: number): number | undefined {
  return precision.rule === "tolerance" ? undefined : 2 * toleranceOf(precision, key, size);
}

/** How far from a key this answer is right: beyond the next power of ten as far as any, before it no farther than figures
 *  count there, since nobody who was moved beyond it rounds back. */
function reachFor(precision: Precision, key: number, answer: number, around: Around): number {
  const { size, bound = 0 } = around;
  const own = toleranceOf(precision, key, size) + bound;
  const most = reachOf(precision, key, around);
  if (most <= own) return own;
  const next = 10 ** exponentOf(Math.abs(key) + bound);
  return Math.abs(answer) >= next * (1 - 1e-12) ? most : own;
}

export type Closeness = "right" | "turned" | "near" | "far";

/** What an answer's closeness hangs on beside its key. */
export interface Around {
  /** The largest of the numbers beside it. */
  readonly size?: number;
  /** How far rounding on the way may have moved it. */
  readonly bound?: number;
}

/** How far from a key an answer is right at most: its tolerance and its bound. Who was moved to where a figure counts ten
 *  times as much has rounded there. */
export function reachOf(precision: Precision, key: number, { size, bound = 0 }: Around): number {
  const own = toleranceOf(precision, key, size);
  if (bound === 0) return own;
  return Math.max(own, toleranceOf(precision, Math.abs(key) + bound, size)) + bound;
}

/** How an answer stands to the key; "turned" has the right size and the wrong sign. */
export function closeness(
  precision: Precision,
  key: number,
  answer: number,
  around: Around = {},
): Closeness {
  const reach = reachFor(precision, key, answer, around);
  // A tie may be rounded either way, and float64 may put the key on either side of it.
  const slack = reach * 1e-9 + Math.abs(key) * 4 * Number.EPSILON;
  const miss = Math.abs(answer - key);
  if (miss <= reach + slack) return "right";
  if (Math.abs(key) > reach && Math.abs(answer + key) <= reach + slack) return "turned";
  return miss <= Math.min(10 * reach, 0.05 * Math.abs(key)) + slack ? "near" : "far";
}

/** A number as a student would write it to this precision. */
export function rounded({ rule, amount }: Precision, value: number): string {
  if (rule === "decimals") return fixed(value, amount);
  if (rule === "significant") return value === 0 ? "0" : significant(value, amount);
  const brief = short(value, 6);
  return Math.abs(Number(brief) - value) <= amount / 10 ? brief : String(value);
}

/** What is asked for, for the student. What has no decimals has mostly been counted, and is not "nearest" to anything. */
export function inWords({ rule, amount }: Precision): string {
  if (rule === "tolerance") return `Within ${asText(amount)}.`;
  if (rule === "significant")
    return `To ${amount} significant ${amount === 1 ? "figure" : "figures"}.`;
  if (amount === 0) return "A whole number.";
  return `To ${amount} ${amount === 1 ? "decimal" : "decimals"}.`;
}

/** A tolerance without what float64 adds to it: 0.0005755, not 0.0005755000000001172. */
function asText(amount: number): string {
  const brief = Number(amount.toPrecision(6));
  if (Math.abs(brief - amount) <= 1e-9 * amount) return String(brief);
  // What is told is kept to, so it is never more than what counts.
  const unit = 10 ** (exponentOf(amount) - 1);
  return String(Number((Math.floor(amount / unit) * unit).toPrecision(2)));
}

/** Whether numbers are whole, and asked for as such, so that none of them was rounded. */
export const areWhole = ({ rule, amount }: Precision, keys: readonly number[]): boolean =>
  rule === "decimals" && amount === 0 && keys.every(Number.isInteger);

/** What to do about an answer that is near. */
export function nearMiss(precision: Precision, keys: readonly number[]): string {
  return areWhole(precision, keys)
    ? "Close, but not quite: go over it once more."
    : "Close: check your rounding. Keep every digit while you work, and round once, at the end.";
}
