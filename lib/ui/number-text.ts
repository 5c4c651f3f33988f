const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number for reading: at most `digits` significant figures (whole numbers stay whole up to a million), a real
 *  minus, powers of ten as "1.2×10⁻⁷". A number too small to be seen is not made a 0; NaN is "no number". */
export function numberText(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "no number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 1e-4 || size >= 1e6) return sign + powerOfTen(size, digits);
  const whole = Math.floor(Math.log10(size)) + 1;
  return sign + String(Number(size.toPrecision(Math.max(digits, whole))));
}

/** A text with a minus where a hyphen makes a number negative: -2.3, 1e-9. */
export const withMinus = (text: string): string =>
  text.replaceAll(/(?<!\w)-(?=[\d.])|(?<=\de)-(?=\d)/g, "−");

/** As `numberText`, but kept to about six characters for a node or an edge: fewer figures where three do not fit. */
export function shortNumberText(value: number): string {
  const texts = [3, 2, 1].map((digits) => numberText(value, digits));
  const [three = "", two = "", one = ""] = texts;
  if (three.length <= 6) return three;
  return two.length <= 8 ? two : one;
}

function powerOfTen(size: number, digits: number): string {
  const [mantissa = "", exponent = ""] = size.toExponential(digits - 1).split("e");
  const raised = [...String(Math.abs(Number(exponent)))].map((d) => superscripts[Number(d)]);
  return `${Number(mantissa)}×10${Number(exponent) < 0 ? "⁻" : ""}${raised.join("")}`;
}
