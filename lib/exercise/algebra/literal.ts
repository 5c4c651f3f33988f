/** What the digits of a number as typed say beyond its value. */
export interface Literal {
  /** Whether float64 has it exactly: a whole number of no more than 15 digits. */
  readonly isWhole: boolean;
  readonly isZero: boolean;
  /** One in the place of its last digit: 0.01 for 3.14, 1e-5 for 2e-5. */
  readonly lastPlace: number;
}

/** A number as typed, such as 3.14 or 2e-5, by its digits. */
export function literalOf(text: string): Literal {
  const [, whole = "", part = "", power = "0"] =
    /^(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  const isZero = !/[1-9]/.test(whole + part);
  const isWhole = isZero || (!/[1-9]/.test(part) && power === "0" && whole.length <= 15);
  return { isWhole, isZero, lastPlace: 10 ** (Number(power) - part.length) };
}
