import { numberSigns } from "./number-signs";
import { quote } from "./quote";
import { howTo, whyNoNumber } from "./why-no-number";

/** A number as read, or why it cannot be. */
export type ReadNumber = { readonly status: "read"; readonly number: number } | UnreadNumber;

export interface UnreadNumber {
  readonly status: "unreadable";
  readonly message: string;
  /** Whether it is not written as a number is; otherwise it is, and means none or two. */
  readonly malformed?: true;
}

/** Longest text that is read as one number. */
const longest = 80;

/** The number that a person typed: decimals with a point or a comma, `3/4`, `1½`, `50%`, `1.2e-3`, `1.2×10⁻³`, digits
 *  of any script, thousands in groups, TeX. What could mean two numbers is asked about, not guessed. */
export function readNumber(typed: string): ReadNumber {
  if (typed.trim() === "") return unreadable(`There’s no number here. ${howTo}`);
  if (typed.length > longest) {
    const message = `${quote(typed)} is too long to read as one number. ${howTo}`;
    return { ...unreadable(message), malformed: true };
  }
  const [, mixed] = /(\d\s*\\[dtc]?frac.*)$/.exec(typed) ?? [];
  if (mixed) {
    return unreadable(
      `Did you mean a sum or a product in ${quote(mixed)}? Write 1+1/2, or 1*1/2, with its sign.`,
    );
  }
  return checked(readSigned(numberSigns(typed), typed, 0), typed);
}

/** Nobody types one number in more brackets. */
const deepest = 8;

/** A number in brackets or without, a percentage, or one number over another. */
function readSigned(text: string, typed: string, depth: number): ReadNumber {
  if (depth > deepest) return notANumber(typed);
  const inside = inBrackets(text);
  if (inside) {
    const read = readSigned(inside.text, typed, depth + 1);
    return inside.negative ? over(read, -1, typed) : read;
  }
  const percent = /^(.*[\d.,)])%$/.exec(text)?.[1];
  if (percent !== undefined && !percent.includes("%")) {
    const bare = inBrackets(percent) ? readSigned : readPower;
    return over(bare(percent, typed, depth + 1), 100, typed);
  }
  const [above = "", below, ...more] = sides(text);
  if (more.length > 0) return notANumber(typed);
  if (below === undefined) return readPower(above, typed);
  const divisor = readSide(below, typed, depth);
  return divisor.status === "read"
    ? over(readSide(above, typed, depth), divisor.number, typed)
    : divisor;
}

function readSide(text: string, typed: string, depth: number): ReadNumber {
  return inBrackets(text) ? readSigned(text, typed, depth + 1) : readPower(text, typed);
}

/** What stands in a pair of brackets around all of a text but its sign. */
function inBrackets(text: string): { text: string; negative: boolean } | undefined {
  const [, sign, pair] = /^([-+]?)(\(.*\)|\{.*\}|\[.*\])$/.exec(text) ?? [];
  const inside = pair?.slice(1, -1) ?? "";
  if (sign === undefined || !isBalanced(inside)) return undefined;
  return { text: inside.trim(), negative: sign === "-" };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if ("({[".includes(sign)) depth += 1;
    if (")}]".includes(sign)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The text parted at each / that stands in no brackets. */
function sides(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("({[".includes(sign)) depth += 1;
    if (")}]".includes(sign)) depth -= 1;
    if (sign === "/" && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

const power = /^([-+]?)(?:([\d.,'_ ]+)\*)?10\^([-+]?\d{1,4})$/;
const scientific = /^([-+]?)([\d.,'_ ]+?)(?:e([-+]?\d{1,4}))?$/i;

/** A decimal, with a power of ten or without. */
function readPower(text: string, typed: string): ReadNumber {
  const match = power.exec(text) ?? scientific.exec(text);
  if (!match) return notANumber(typed);
  const [, sign = "", digits = "1", exponent = "0"] = match;
  const decimal = readDecimal(digits);
  if (decimal === undefined) return notANumber(typed);
  if (Array.isArray(decimal)) {
    const [grouped, pointed] = decimal.map((choice) => `${sign}${choice}`);
    const ways = "Write it without the comma, or with a point.";
    return unreadable(`Did you mean ${grouped} or ${pointed}? ${ways}`);
  }
  const number = Number(`${sign}${decimal}e${exponent}`);
  if (number === 0 && /[1-9]/.test(decimal)) {
    return unreadable(`${quote(typed)} is too small to tell from 0. Write 0 if you mean 0.`);
  }
  return { status: "read", number };
}

/** Digits with a point alone: "1.234,5" is 1234.5. Both choices when there are two, undefined when there is none. */
function readDecimal(written: string): string | [string, string] | undefined {
  const digits = ungroupSigns(written);
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (!/\d/.test(digits) || /[ '_]/.test(digits)) return undefined;
  if (commas === 0 && points <= 1) return digits;
  if (commas === 1 && points === 0) {
    const either = [digits.replace(",", ""), digits.replace(",", ".")] as [string, string];
    return /^[1-9]\d{0,2},\d{3}$/.test(written.trim()) ? either : either[1];
  }
  const decimal = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
  return ungroup(digits, decimal) ?? ungroup(digits, decimal === "," ? "." : ",");
}

/** Thousands parted by spaces, apostrophes or low lines, by one of them throughout, taken together. */
function ungroupSigns(digits: string): string {
  const trimmed = digits.trim();
  const grouped = /^\d{1,3}(?:([ '_])\d{3}(?:\1\d{3})*)(?:[.,]\d*)?$/;
  return grouped.test(trimmed) ? trimmed.replace(/[ '_]/g, "") : trimmed;
}

/** Thousands in groups of three taken together, when that is how they are written. */
function ungroup(digits: string, decimal: "," | "."): string | undefined {
  const grouped = decimal === "." ? /^\d{1,3}(,\d{3})+(\.\d*)?$/ : /^\d{1,3}(\.\d{3})+(,\d*)?$/;
  if (!grouped.test(digits)) return undefined;
  return digits.replaceAll(decimal === "." ? "," : ".", "").replace(",", ".");
}

function over(above: ReadNumber, divisor: number, typed: string): ReadNumber {
  if (above.status !== "read") return above;
  if (divisor === 0) return unreadable(`${quote(typed)} divides by 0. ${howTo}`);
  return { status: "read", number: above.number / divisor };
}

function checked(read: ReadNumber, typed: string): ReadNumber {
  if (read.status !== "read") return read;
  // Minus 0 is read as 0.
  if (Number.isFinite(read.number)) return { status: "read", number: read.number + 0 };
  return unreadable(`${quote(typed)} is too large to read. ${howTo}`);
}

function notANumber(typed: string): UnreadNumber {
  return { status: "unreadable", message: whyNoNumber(typed), malformed: true };
}

function unreadable(message: string): UnreadNumber {
  return { status: "unreadable", message };
}
