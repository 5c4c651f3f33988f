/** A number with so many decimals, as text; never "-0.00". */
export function fixed(value: number, decimals: number): string {
  return unsignedZero(value.toFixed(decimals));
}

/** A number with so many significant figures, as text; powers of ten only beyond 1e-7 and 1e15. */
export function significant(value: number, digits: number): string {
  const [mantissa = "0", exponent = "0"] = value.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power < -7 || power > 15) return `${mantissa}e${power}`;
  return unsignedZero(Number(`${mantissa}e${power}`).toFixed(Math.max(0, digits - 1 - power)));
}

/** A number as short as it can be with at most so many significant figures; whole numbers stay whole. */
export function short(value: number, digits: number): string {
  const size = Math.abs(value);
  const whole = size >= 1 && size < 1e15 ? Math.floor(Math.log10(size)) + 1 : 0;
  const rounded = Number(value.toPrecision(Math.min(15, Math.max(digits, whole))));
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** The same, but what was rounded to the figures keeps the zeros it was rounded to: 0.5 stays 0.5, 0.5569301 to six
 *  figures is 0.556930. */
export function inFigures(value: number, digits: number): string {
  const text = short(value, digits);
  const isExact = Math.abs(Number(text) - value) <= 1e-12 * Math.abs(value);
  return isExact || text.includes("e") ? text : significant(value, digits);
}

function unsignedZero(text: string): string {
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
