import { plainName } from "@/lib/auth/plain-name";
import { foldWords, wordSet } from "./fold-words";

/** What follows a comma and is no first name. */
const titles = wordSet(
  "phd, ph d, dr, prof, md, m d, msc, m sc, bsc, b sc, ma, m a, ba, b a, mba, jr, sr, ii, iii, iv, esq, csc, drsc, dis, llm, meng, beng",
);

/** What a spreadsheet takes for a formula: a comma in it parts no names. */
const formula = /^[=+\-@＝＋－＠]/;

/** A name as a page shows it: "Last, First" turned round, on one line, nothing invisible. A formula is the text it is. */
export function personName(cell: string): string {
  const name = plainName(cell);
  const [last, first, ...more] = name.split(",").map((part) => part.trim());
  const isTurned = last && first && more.length === 0;
  if (!isTurned || formula.test(name) || titles.has(foldWords(first))) return name;
  return `${first} ${last}`;
}
