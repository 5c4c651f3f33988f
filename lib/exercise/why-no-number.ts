import { commonSigns } from "./algebra/common-signs";
import { quote } from "./quote";

/** How to write a number, for who wrote none. */
export const howTo = "Write it like -0.5, 3/4 or 1.2e-3.";

/** Why a text is not written as a number is: it points at the first sign that no number has. */
export function whyNoNumber(typed: string): string {
  const said = `${quote(typed)} cannot be read as a number`;
  if (typed.includes("=")) return `${said}: type only what’s to the right of the =.`;
  const reason = reasonIn(typed.trim());
  if (reason === undefined) return `${said}. ${howTo}`;
  return reason.endsWith("?") ? `${said}: ${reason}` : `${said}: ${reason}. ${howTo}`;
}

const pieces = /\\[A-Za-z]+|\p{L}+|[^\p{L}]/gsu;
const known = /^[\d.,'_\-+*^/%(){}[\]\s~\\]*$/;
const commands = /^\\(?:[dtc]?frac|times|cdot|ast|div|left|right|q?quad|mathrm|mathbf|text)$/;

function reasonIn(typed: string): string | undefined {
  for (const { 0: piece, index } of typed.matchAll(pieces)) {
    const rest = typed.slice(index + piece.length).trimStart();
    if (/\p{L}/u.test(piece) && !piece.startsWith("\\")) {
      const reason = ofLetters(piece, typed.slice(0, index).trimEnd(), rest);
      if (reason) return reason;
    } else if (piece.startsWith("\\") && piece.length > 1) {
      if (!commands.test(piece)) return `${quote(piece)} is not part of one`;
    } else if (!known.test(commonSigns(piece))) return `“${piece}” is not part of one`;
  }
  const signs = commonSigns(typed);
  if (/\d\s+[\d.]/.test(signs)) return "there are two numbers in it";
  if (/\.[^.,]*\.[^.,]*$/.test(signs) && !signs.includes(",")) return "it has two points";
  const count = (sign: string) => signs.split(sign).length;
  return count("(") === count(")") ? undefined : "one of its brackets has no partner";
}

/** Letters that are taken for digits. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/^[OoОоΟοՕօ]+$/u, "0"],
  [/^[lIІіΙ]+$/u, "1"],
];

function ofLetters(letters: string, before: string, after: string): string | undefined {
  const plain = letters.normalize("NFKC");
  const follows = /[\d.,)]$/.test(commonSigns(before));
  if (/^e$/i.test(plain) && follows) {
    if (/^[-+−–]?\d/.test(commonSigns(after))) return undefined;
    return `after “${letters}” comes a power of ten, as in 1.2e-3`;
  }
  if (/^x$/i.test(plain) && follows && /^10(?!\d)/.test(commonSigns(after))) return undefined;
  const digit = alike.find(([pattern]) => pattern.test(plain))?.[1];
  const beside = follows || /^[\d.,]/.test(commonSigns(after)) || before === "";
  const is = [...letters].length === 1 ? "is a letter" : "is a word";
  if (!digit || !beside) return `${quote(letters)} ${is}`;
  return `“${letters}” ${[...letters].length === 1 ? "is a letter" : "are letters"}; did you mean ${digit.repeat([...letters].length)}?`;
}
