/** A text with decimal commas for its decimal points, "0,25" for "0.25", and semicolons between such numbers. What people
 *  typed stands in curly quotes and stays as it is; so do versions and other dotted numbers. Done twice, it is done once. */
export function withDecimalComma(text: string): string {
  if (!/\d\.\d/.test(text)) return text;
  return text
    .split(/(“[^”]*”)/)
    .map((piece, i) => (i % 2 === 1 ? piece : withCommas(piece)))
    .join("");
}

const decimal = /(?<![\p{L}\d.,_])(\d+)\.(\d+)(?!\d|\.\d)/gu;

const withCommas = (text: string): string =>
  text.replace(decimal, "$1,$2").replace(/(?<=\d,\d+), (?=[−-]?\d+,\d)/g, "; ");
