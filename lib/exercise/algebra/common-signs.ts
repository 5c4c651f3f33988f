/** One spelling for what looks alike in a number and in a formula, whatever keyboard, program or page it comes from:
 *  digits of any script and letters of any style, signs, stops and commas; raised digits as `^{…}`, lowered ones as
 *  `_{…}`, ½ as (1/2) and 1½ as (3/2). What cannot be seen is dropped, and so are the dollars around a formula. */
export function commonSigns(typed: string): string {
  const signs = /[^\0-\x7f]/.test(typed) ? inAscii(typed) : typed;
  return withoutDollars(replaced(signs, plain));
}

/** The same for what no plain keyboard has. */
function inAscii(typed: string): string {
  const signs = typed
    // A product that MathML and MathJax write without a sign.
    .replace(/\u2062/g, "*")
    .replace(unseen, "")
    .replace(/\p{Nd}/gu, digitOf)
    // These would lose their height, or their line, in what follows.
    .replace(raised, (run) => `^{${run.normalize("NFKC")}}`)
    .replace(lowered, (run) => `_{${run.normalize("NFKC")}}`)
    .replace(fraction, inBrackets)
    .replace(/[´ʼ]/g, "'")
    .normalize("NFKC");
  return replaced(signs, alike);
}

const replaced = (text: string, signs: typeof alike) =>
  signs.reduce((made, [seen, meant]) => made.replace(seen, meant), text);

/** What no reader sees: zero-width spaces, soft hyphens, marks that turn the direction of writing. */
export const unseen = /\p{Default_Ignorable_Code_Point}/gu;

const raised = /[²³¹⁰ⁱ⁴-ⁿˡ-ˣᴬ-ᵡᶛ-ᶿ]+/g;
const lowered = /[₀-ₜᵢ-ᵪⱼ]+/g;
const fraction = /(?:(?<![\d.,])(\d+)\s?)?([¼-¾⅐-⅞↉])/g;

const alike: readonly (readonly [RegExp, string])[] = [
  [/[−–—‒‐‑⁃﹘➖]/g, "-"],
  [/[·×⋅∙∗•‧・✕✖⨯]/g, "*"],
  [/[÷∕⁄]/g, "/"],
  [/[′’‘٬]/g, "'"],
  [/[。٫]/g, "."],
  [/[、،]/g, ","],
  [/؛/g, ";"],
  [/٪/g, "%"],
];

const plain: typeof alike = [
  [/`/g, "'"],
  [/\*\*/g, "^"],
  [/\{,\}/g, ","],
  [/\\(?:left|right|mleft|mright|[bB]ig{1,2}[lr]?)(?![A-Za-z])/g, ""],
];

/** 1½ is one number: (3/2). */
function inBrackets(_: string, whole = "0", sign: string): string {
  const [above, below] = sign.normalize("NFKC").split("\u2044").map(Number);
  return `(${Number(whole) * (below ?? 1) + (above ?? 0)}/${below})`;
}

/** The digits of a script stand in a row from 0 to 9. */
function digitOf(digit: string): string {
  const place = digit.codePointAt(0) ?? 0;
  let zero = place;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((place - zero) % 10);
}

function withoutDollars(text: string): string {
  const [, inside] = /^\s*(?:\$\$?|\\[([])(?!\$)([^$]*?)(?:\$\$?|\\[)\]])[\s.]*$/.exec(text) ?? [];
  return inside ?? text;
}
