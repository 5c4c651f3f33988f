import { type Precision, toleranceOf } from "./precision";

/** How far each number typed may be from the one its writer goes on with: half a unit in the last place as asked for.
 *  0 where the right value has no more figures than that and was typed: nothing of it was rounded away (a whole number
 *  counted, a ReLU that is shut). Of a count, which is whole whatever mistake was made, a wrong one is exact too. */
export function halfUnits(
  precision: Precision,
  typed: readonly number[],
  right: readonly number[],
): number[] {
  const size = Math.max(...typed.map(Math.abs), ...right.map(Math.abs));
  return typed.map((v, i) => {
    const true_ = right[i] ?? v;
    const counted = precision.rule === "decimals" && precision.amount === 0;
    const whole = isWhole(precision, true_);
    if (whole && (counted || alike(v, true_))) return 0;
    return toleranceOf(precision, v, size);
  });
}

/** Whether a number has no more figures than are asked for. */
export function isWhole(precision: Precision, v: number): boolean {
  return precision.rule !== "tolerance" && alike(written(precision, v), v);
}

/** A number as it is written to so many figures. */
export function written({ rule, amount }: Precision, v: number): number {
  return Number(rule === "decimals" ? v.toFixed(amount) : v.toPrecision(amount));
}

/** Whether two numbers are one but for float64. */
const alike = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.abs(b);
