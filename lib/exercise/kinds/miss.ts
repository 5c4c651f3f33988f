import { decadeOf, type Precision, reachOf } from "./precision";

/** How a wrong number misses its key. Each is the same for all answers of one sign and one power of ten, so that trying
 *  numbers one after the other finds no more of the key than its sign and its power of ten: "too large" by itself would
 *  let anybody halve their way to it. */
export interface Miss {
  readonly sign: "right" | "wrong";
  /** By a factor of ten at least; "about" where the powers of ten are the same. */
  readonly size: "about" | "off" | "far too large" | "far too small";
}

export function missOf(
  precision: Precision,
  key: number,
  answer: number,
  around: { readonly size?: number; readonly bound?: number } = {},
): Miss | undefined {
  // Of 0 neither can be told.
  if (answer === 0 || Math.abs(key) <= reachOf(precision, key, around)) return undefined;
  if (!Number.isFinite(answer)) return undefined;
  const decades = decadeOf(answer) - decadeOf(key);
  return {
    sign: answer < 0 === key < 0 ? "right" : "wrong",
    size:
      decades === 0
        ? "about"
        : Math.abs(decades) === 1
          ? "off"
          : decades > 0
            ? "far too large"
            : "far too small",
  };
}

const slip = "so look for a slip on the way: a factor left out, or a number from the wrong place.";

/** A Miss for the student. A sign that could hardly be wrong, that of a positive number, is not spoken of. */
export function missInWords({ sign, size }: Miss, answer: number): string | undefined {
  const far = `more than ten times too ${size === "far too large" ? "large" : "small"}`;
  const isFar = size === "far too large" || size === "far too small";
  if (sign === "wrong") {
    if (isFar) return `The sign is wrong, and the number is ${far}.`;
    return size === "about"
      ? "The sign is wrong; the order of magnitude is right."
      : "The sign is wrong, and the size isn’t right either.";
  }
  const told = answer < 0;
  if (isFar) return told ? `The sign is right, but the number is ${far}.` : `The number is ${far}.`;
  if (size === "off") return told ? "The sign is right, but the size isn’t." : undefined;
  return told
    ? `The sign and the order of magnitude are right, ${slip}`
    : `The order of magnitude is right, ${slip}`;
}
