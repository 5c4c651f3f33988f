import { longestArithmetic, readArithmetic, type Work, workToRead } from "./algebra";
import { commonSigns } from "./algebra/common-signs";
import { quote } from "./quote";
import { readNumber } from "./read-number";

/** What is typed in a number's place, as read: `tex` is the arithmetic that the number was worked out from, where it
 *  was. */
export type ReadAmount =
  | { readonly status: "read"; readonly number: number; readonly tex?: string }
  | { readonly status: "unreadable"; readonly message: string };

/** Whether what is typed in a number's place may be arithmetic. An author says so by `arithmetic={false}`. */
export interface Arithmetic {
  readonly arithmetic?: false;
}

/** A number, or arithmetic that comes to one: `-ln(0.4)`, `1.7/sqrt(25)`. What is written as a number is one, so that
 *  arithmetic is only what is no number. Numbers that are read together share their `work`. */
export function readAmount(
  typed: string,
  { arithmetic }: Arithmetic,
  work: Work = workToRead(),
): ReadAmount {
  const plain = readNumber(typed);
  if (plain.status === "read" || !plain.malformed) return plain;
  if (!isWorkedOut(typed)) return plain;
  if (arithmetic === false) {
    return unreadable(`${quote(typed)} isn’t worked out yet: type the number it comes to.`);
  }
  const unclear = unclearIn(commonSigns(typed));
  if (unclear) return unreadable(unclear);
  const worked = readArithmetic(typed, work);
  if (worked.status === "read") return { status: "read", number: worked.value, tex: worked.tex };
  // A letter for a digit is a slip in a number, in arithmetic too.
  return plain.message.endsWith("?") ? plain : worked;
}

function unreadable(message: string): ReadAmount {
  return { status: "unreadable", message };
}

const functions =
  /^\\?(?:ln|log|exp|sqrt|abs|sin|cos|tanh?|sinh|cosh|coth|sech|sign|sigma|sigmoid|relu|pi|e)$/i;
const commands =
  /^\\(?:[dtc]?frac|cdot|times|ast|div|exponentialE|operatorname|math\w+|text|(?:display|text)style|q?quad)$/;

/** Whether it has a sign between numbers, or a function, and no word that arithmetic has not: anything else that is no
 *  number is a slip, and is told as one. */
function isWorkedOut(typed: string): boolean {
  if (typed.length > longestArithmetic) return false;
  const signs = commonSigns(typed)
    .trim()
    .replace(/(?<=\d)[eE](?=[-+]?\d)/g, "*");
  const words = signs.match(/\\?\p{L}+/gu) ?? [];
  if (!words.every((word) => /^[πσ]$/.test(word) || functions.test(word) || commands.test(word))) {
    return false;
  }
  return words.length > 0 || /[*/^√]|.[-+]|\)\s*[(\d]|\d\s*\(/.test(signs);
}

/** A number inside it that may be two. */
function unclearIn(signs: string): string | undefined {
  const [comma] = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/.exec(signs) ?? [];
  if (comma) {
    const [grouped, pointed] = [comma.replace(",", ""), comma.replace(",", ".")];
    return `Did you mean ${grouped} or ${pointed}? Write it without the comma, or with a point.`;
  }
  const [power] = /\d[eE](?:[-+]?\d+(?=[.^A-Za-z])|(?![-+]?\d|[A-Za-z]))/.exec(signs) ?? [];
  return power && `It isn’t clear what e means in “${power}”: write *e, or a power such as 1.2e-3.`;
}
