/** A number as read, or why it cannot be. */
export type ReadNumber =
  | { readonly status: "read"; readonly number: number }
  | { readonly status: "unreadable"; readonly message: string };

/** Longest text that is read as one number. */
const longest = 80;

const howTo = "Write it like -0.5, 3/4 or 1.2e-3.";

/** The number that a person typed: decimals with a point or a comma, `3/4`, `50%`, `1.2e-3`, `1.2×10⁻³`, full-width
 *  digits and typographic minus signs, thousands in groups. What could mean two numbers is asked about, not guessed. */
export function readNumber(typed: string): ReadNumber {
  if (typed.trim() === "") return unreadable(`There is no number here. ${howTo}`);
  if (typed.length > longest) {
    return unreadable(`${quote(typed)} is too long to be read as one number. ${howTo}`);
  }
  const text = plain(typed);
  const percent = /^(.*\d[.,]?)%$/.exec(text)?.[1];
  if (percent !== undefined) return over(readPower(percent, typed), 100, typed);
  const [above = "", below, ...more] = text.split("/");
  if (more.length > 0) return notANumber(typed);
  if (below === undefined) return checked(readPower(above, typed), typed);
  const divisor = readPower(below, typed);
  return divisor.status === "read" ? over(readPower(above, typed), divisor.number, typed) : divisor;
}

/** What was typed, in quotation marks and shortened. */
export function quote(typed: string): string {
  const text = typed.trim().replace(/\s+/g, " ");
  return `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** One spelling for what looks alike: signs, digits, powers; spaces only where they group thousands. */
function plain(typed: string): string {
  return typed
    .trim()
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (run) => `^${[...run].map(lowered).join("")}`)
    .replace(/[−–—‒﹣‐‑]/g, "-")
    .replace(/[⁄∕÷]/g, "/")
    .replace(/\\(?:times|cdot)|[×·⋅∙]/g, "*")
    .replace(/\*\*/g, "^")
    .replace(/\^[{(](.*?)[)}]/g, "^$1")
    .replace(/\s+/g, " ")
    .replace(/ ?([-+*^/%]) ?/g, "$1")
    .replace(/ ?[xX] ?(?=10(?!\d))/, "*");
}

function lowered(c: string): string {
  if (c === "⁻") return "-";
  return c === "⁺" ? "" : String(superscripts.indexOf(c));
}

const power = /^([-+]?)(?:([\d., ]+)\*)?10\^([-+]?\d{1,4})$/;
const scientific = /^([-+]?)([\d., ]+?)(?:e([-+]?\d{1,4}))?$/i;

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
    return unreadable(`${quote(typed)} is too small to be told from 0. Write 0 if you mean 0.`);
  }
  // Minus 0 is read as 0.
  return { status: "read", number: number + 0 };
}

/** Digits with a point alone: "1.234,5" is 1234.5. Both choices when there are two, undefined when there is none. */
function readDecimal(written: string): string | [string, string] | undefined {
  const digits = ungroupSpaces(written);
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (!/\d/.test(digits) || digits.includes(" ")) return undefined;
  if (commas === 0 && points <= 1) return digits;
  if (commas === 1 && points === 0) {
    const either = [digits.replace(",", ""), digits.replace(",", ".")] as [string, string];
    return /^[1-9]\d{0,2},\d{3}$/.test(digits) ? either : either[1];
  }
  const decimal = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
  return ungroup(digits, decimal) ?? ungroup(digits, decimal === "," ? "." : ",");
}

function ungroupSpaces(digits: string): string {
  const trimmed = digits.trim();
  return /^\d{1,3}( \d{3})+([.,]\d*)?$/.test(trimmed) ? trimmed.replaceAll(" ", "") : trimmed;
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
  return checked({ status: "read", number: above.number / divisor }, typed);
}

function checked(read: ReadNumber, typed: string): ReadNumber {
  if (read.status !== "read" || Number.isFinite(read.number)) return read;
  return unreadable(`${quote(typed)} is too large to be read. ${howTo}`);
}

function notANumber(typed: string): ReadNumber {
  return unreadable(`${quote(typed)} cannot be read as a number. ${howTo}`);
}

function unreadable(message: string): ReadNumber {
  return { status: "unreadable", message };
}
