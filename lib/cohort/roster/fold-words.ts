import { withoutInvisible } from "@/lib/auth/plain-name";

/** Letters that no decomposition takes apart, as people type them on a keyboard without them. */
const letters: Record<string, string> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ß: "ss",
};

/** Words as they are compared: small letters without marks, parted by single spaces, without punctuation.
 *  "E‑Mail‑Adresse" is "e mail adresse". */
export const foldWords = (text: string): string =>
  withoutInvisible(text.slice(0, 200))
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[ıłøđæœß]/g, (letter) => letters[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The lines of a table of words, "en, fr, de" to a line, as a set of folded words. */
export const wordSet = (...lines: string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(",").map(foldWords)));

/** Endings that words have for more than one gender: Student*in, étudiant·e, Studierende:r. */
const ending = / (in|innen|nen|e|es|s|r|n|a|as|o)$/;

/** Whether a set has these words, with or without an ending for another gender. */
export const hasWords = (set: ReadonlySet<string>, words: string): boolean =>
  set.has(words) || set.has(words.replace(ending, ""));
