import { harmlessCsv } from "./harmless-csv";
import type { SectionScores } from "./section-scores";

/** A section's scores of practice as CSV (RFC 4180): a line for each student; for each exercise the points at best, at the
 *  first try, and the attempts. It begins with the mark by which Excel knows UTF-8. Texts that a spreadsheet would run as a
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
  return harmlessCsv([["Name", "Email", ...columns], ...rows]);
}

const points = (value: number) => Math.round(value * 1000) / 1000;
