import { hasAddress, parseAddress } from "./address";
import { countSigns, findHeadings } from "./headings";
import { type Row, type Separator, separate, separators } from "./separate";

/** What parts the cells of a text: that by which most headings are known, else that which leaves most addresses alone in a
 *  cell, else that which makes most rows of one width. A comma where none parts anything. */
export function chooseSeparator(text: string): Separator {
  const head = headOf(text);
  const scores = separators.map((separator) => ({
    separator,
    score: rate(separate(head, separator)),
  }));
  const [best] = scores.sort((a, b) => compare(b.score, a.score));
  return best!.separator;
}

/** The first lines of a text, few enough to try them out. */
export const headOf = (text: string): string => text.slice(0, 50_000).split("\n", 40).join("\n");

function rate(rows: Row[]): number[] {
  const at = findHeadings(rows);
  const header = rows[at];
  const width = (header ?? rows[0])?.cells.length ?? 0;
  return [
    header ? countSigns(header) : 0,
    rows.filter(({ cells }) => cells.some(isAddressAlone)).length,
    width > 1 ? rows.filter(({ cells }) => cells.length === width).length : 0,
  ];
}

/** A name may stand beside it in brackets' company, but nothing that another separator would part from it. */
const isAddressAlone = (cell: string) =>
  hasAddress(cell) &&
  !/[;|\t]/.test(cell) &&
  !cell.includes(",", cell.indexOf("@")) &&
  parseAddress(cell, false).status === "valid";

const compare = (one: number[], other: number[]) =>
  one.map((value, at) => value - other[at]!).find((difference) => difference !== 0) ?? 0;
