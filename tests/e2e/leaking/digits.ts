/** A number as it is written somewhere, without its sign. */
export interface Written {
  readonly value: number;
  /** What one more in its last figure would add. */
  readonly unit: number;
  /** How many figures it has, from the first that is not 0. */
  readonly figures: number;
}

/** Not the digits of a name (`dz3`, `mt-4`, a chunk's hash), and not a piece of a longer number. */
const number = /(?<![\w.]|\w-)(\d+)(\.\d+)?(?:e([-+]?\d+))?(?![\w]|-\w|\.\d)/gi;
const power = /(\d+(?:\.\d+)?)\s*(?:×|\\times|·|\\cdot)\s*10\s*\^?\s*\{?\s*([-−]?)\s*(\d+)/g;

/** The numbers in a text, those written with a power of ten too. */
export function numbersIn(text: string): Written[] {
  const plain = [...text.matchAll(number)].map(([, whole = "", rest = "", exponent = "0"]) =>
    written(whole + rest, Number(exponent)),
  );
  const scaled = [...text.matchAll(power)].map(([, factor = "", sign, exponent]) =>
    written(factor, Number(exponent) * (sign ? -1 : 1)),
  );
  return [...plain, ...scaled];
}

function written(text: string, exponent: number): Written {
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  return {
    value: Number(text) * 10 ** exponent,
    unit: 10 ** (exponent - decimals),
    figures: text.replace(".", "").replace(/^0+/, "").length,
  };
}

/** Whether who reads this number knows the other: it is that number, or that number rounded or cut off, to so many figures
 *  or more. */
export function tells({ value, unit, figures }: Written, secret: number, least = 3): boolean {
  const size = Math.abs(secret);
  const missing = size - value;
  if (Math.abs(missing) <= 1e-12 * size) return true;
  return figures >= least && missing < unit && missing >= -0.500001 * unit;
}

/** The first ten figures of each number that has as many. */
export function longNumbersIn(text: string): string[] {
  return (text.match(/\d+\.?\d*/g) ?? []).flatMap((one) => {
    const figures = one.replace(".", "").replace(/^0+/, "");
    return figures.length >= 10 ? [figures.slice(0, 10)] : [];
  });
}

/** The first ten figures of a number, where it has as many. Not of a fraction such as 3/70: shares of points are those.
 *  Nor of 0.6 · 0.09 = 0.053999…: numbers drawn in tenths come to it in many an exercise. */
export function longFiguresOf(value: number): string | undefined {
  if (isFraction(value)) return undefined;
  return longNumbersIn(plainly(Number(Math.abs(value).toPrecision(12))))[0];
}

const largestDenominator = 150;

const isFraction = (value: number) =>
  Array.from({ length: largestDenominator }, (_, i) => value * (i + 1)).some(
    (scaled) => Math.abs(scaled - Math.round(scaled)) <= 1e-12 * Math.abs(scaled),
  );

/** Whether a number has two figures at most: so much of what is sent has, and has nothing to do with it. */
export const isShort = (value: number) =>
  Number(value.toPrecision(2)) === Number(value.toPrecision(12));

const plainly = (value: number) => String(value).replace(/e.*$/, "");
