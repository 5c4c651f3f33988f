import Papa from "papaparse";
import type { SectionScores } from "./section";

/** A section's scores as CSV (RFC 4180): a line for each student; for each exercise the points at best, at the first
 *  try, and the attempts. Cells that a spreadsheet would run as a formula are defused. */
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
  return `${Papa.unparse([["Name", "Email", ...columns], ...rows], { escapeFormulae })}\r\n`;
}

/** What a spreadsheet may take for a formula, also after spaces, over several lines, and in full width; the package's
 *  own pattern lets these through. */
const escapeFormulae = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;

const points = (value: number) => Math.round(value * 1000) / 1000;
