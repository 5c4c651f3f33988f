import Papa from "papaparse";
import { withoutInvisible } from "@/lib/auth/plain-name";

/** Rows as CSV for a spreadsheet, in which no text is a formula. */
export const harmlessCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${Papa.unparse(rows.map((row) => row.map(harmless)))}\r\n`;

const harmless = (cell: string | number): string | number =>
  typeof cell === "number" ? cell : harmlessText(cell);

/** A text as it stands in our CSV: no spreadsheet takes it for a formula, and nothing invisible is in it. */
export function harmlessText(cell: string): string {
  const text = withoutInvisible(cell).replaceAll(formulaWithin, "$1'$2");
  return formula.test(text) ? `'${text}` : text;
}

/** What a spreadsheet may take for a formula: also after spaces, over several lines, and in full width. */
const formula = /^([\s\p{Cc}"]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The same within a text. A cell begins there where a spreadsheet parts cells by semicolons or tabs, as in countries
 *  that write 0,5: quotes do not keep ours together then. */
const formulaWithin = /([;；\t\r\n])((?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/gu;
