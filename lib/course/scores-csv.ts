import Papa from "papaparse";
import { withoutInvisible } from "@/lib/auth/plain-name";
import type { SectionScores } from "./section";

/** A section's scores as CSV (RFC 4180): a line for each student; for each exercise the points at best, at the first
 *  try, and the attempts. It begins with the mark by which Excel knows UTF-8. Texts that a spreadsheet would run as a
 *  formula are defused, and nothing invisible is in them; numbers are numbers. */
export function scoresCsv({ exercises, students }: SectionScores): string {
  const columns = exercises.flatMap(({ title, possible }) => [
    `${title}: best of ${possible}`,
    `${title}: first try of ${possible}`,
    `${title}: attempts`,
  ]);
  const rows = students.map(({ name, email, scores }) => [
    name,
    email ?? "",
    ...exercises.flatMap(({ id, possible }) => {
      const score = scores[id];
      if (!score) return ["", "", 0];
      return [points(score.best * possible), points(score.first * possible), score.attempts];
    }),
  ]);
  const cells = [["Name", "Email", ...columns], ...rows].map((row) => row.map(harmless));
  return `\ufeff${Papa.unparse(cells)}\r\n`;
}

function harmless(cell: string | number): string | number {
  if (typeof cell === "number") return cell;
  const text = withoutInvisible(cell).replaceAll(formulaWithin, "$1'$2");
  return formula.test(text) ? `'${text}` : text;
}

/** What a spreadsheet may take for a formula: also after spaces, over several lines, and in full width. */
const formula = /^([\s\p{Cc}"]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The same within a text. A cell begins there where a spreadsheet parts cells by semicolons or tabs, as in countries
 *  that write 0,5: quotes do not keep ours together then. */
const formulaWithin = /([;\t\r\n])((?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/gu;

const points = (value: number) => Math.round(value * 1000) / 1000;
