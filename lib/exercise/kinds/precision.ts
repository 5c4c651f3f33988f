import { fixed, short, significant } from "@/lib/exercise/language/digits";

/** How near an answer must be: an absolute tolerance, so many decimals, or so many significant figures. */
export interface Precision {
  readonly rule: "tolerance" | "decimals" | "significant";
  readonly amount: number;
}

/** What an author asks for: a precision, or as many figures as what the page shows can carry. */
export type AskedPrecision = Precision | "auto";

/** The most figures that are asked for by themselves. */
const mostFigures = 4;

/** What an author asked for, before it is known what the page can carry. */
export const asAsked = (asked: AskedPrecision): Precision =>
  asked === "auto" ? { rule: "significant", amount: mostFigures } : asked;

/** As many significant figures, four at most, as numbers have that working from the figures shown may move by these
 *  errors: a tenth of a unit in the last place at most, so that who rounds once, at the end, is right. */
export function carriedBy(numbers: readonly number[], errors: readonly number[]): Precision {
  const carries = (amount: number) =>
    numbers.every((v, i) => {
      const unit = unitOf({ rule: "significant", amount }, v) ?? 0;
      return (errors[i] ?? 0) <= unit / 10;
    });
  let amount = mostFigures;
  while (amount > 1 && !carries(amount)) amount -= 1;
  return { rule: "significant", amount };
}

/** Below this a key is 0 that arithmetic left a trace on. */
export const trace = 1e-14;

/** How far from the key an answer may be: half a unit in the last place asked for, so that who rounds rightly is
 *  right and who gives more digits is too. For a key of 0, significant figures count as decimals of `size`, the
 *  largest of the numbers beside it. */
export function toleranceOf({ rule, amount }: Precision, key: number, size = 1): number {
  if (rule === "tolerance") return amount;
  if (rule === "decimals") return 0.5 * 10 ** -amount;
  if (Math.abs(key) <= trace) return 0.5 * 10 ** -amount * Math.min(1, size || 1);
  return 0.5 * 10 ** (exponentOf(Math.abs(key)) - amount + 1);
}

/** The power of ten of the first figure. The logarithm of a power of ten may come out a hair below it. */
function exponentOf(size: number): number {
  const exponent = Math.floor(Math.log10(size));
  return 10 ** (exponent + 1) <= size ? exponent + 1 : exponent;
}

/** One in the last place asked for; undefined where a tolerance is asked for, which has no places. */
export function unitOf(precision: Precision, key: number): number | undefined {
  return precision.rule === "tolerance" ? undefined : 2 * toleranceOf(precision, key);
}

export type Closeness = "right" | "turned" | "near" | "far";

/** How an answer stands to the key; "turned" has the right size and the wrong sign. */
export function closeness(
  precision: Precision,
  key: number,
  answer: number,
  size?: number,
): Closeness {
  const tolerance = toleranceOf(precision, key, size);
  // A tie may be rounded either way, and float64 may put the key on either side of it.
  const slack = tolerance * 1e-9 + Math.abs(key) * 4 * Number.EPSILON;
  const miss = Math.abs(answer - key);
  if (miss <= tolerance + slack) return "right";
  if (Math.abs(key) > tolerance && Math.abs(answer + key) <= tolerance + slack) return "turned";
  return miss <= Math.min(10 * tolerance, 0.05 * Math.abs(key)) + slack ? "near" : "far";
}

/** A number as a student would write it to this precision. */
export function rounded({ rule, amount }: Precision, value: number): string {
  if (rule === "decimals") return fixed(value, amount);
  if (rule === "significant") return Math.abs(value) <= trace ? "0" : significant(value, amount);
  const brief = short(value, 6);
  return Math.abs(Number(brief) - value) <= amount / 10 ? brief : String(value);
}

/** What is asked for, for the student. */
export function inWords({ rule, amount }: Precision): string {
  if (rule === "tolerance") return `Within ${amount}.`;
  if (rule === "significant")
    return `To ${amount} significant ${amount === 1 ? "figure" : "figures"}.`;
  if (amount === 0) return "To the nearest whole number.";
  return `To ${amount} ${amount === 1 ? "decimal" : "decimals"}.`;
}
