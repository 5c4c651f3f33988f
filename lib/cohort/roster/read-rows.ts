import { isBlank } from "./headings";
import { mergeRepeats } from "./merge-repeats";
import { type Layout, readRow } from "./read-row";
import type { PassedOver, Person, Problem } from "./roster";
import type { Row } from "./separate";
import { textOf } from "./shorten";

/** What the rows of a roster come to, the headings being the row at this index (-1: there are none): the people, and by
 *  their lines the problems and what is passed over. */
export function readRows(rows: Row[], headings: number, layout: Layout) {
  const problems: Problem[] = [];
  const passedOver: PassedOver[] = emptyRuns(rows);
  const taken = new Map<Person, Row>();
  const heading = rows[headings]?.cells.join();
  for (const [at, row] of rows.entries()) {
    if (at === headings || row.cells.every(isBlank)) continue;
    const { line } = row;
    if (at < headings || row.cells.join() === heading) {
      const reason = `This row ${at < headings ? "is above" : "repeats"} the headings.`;
      passedOver.push({ line, reason });
      continue;
    }
    const outcome = readRow(row, layout);
    if (outcome.status === "person") taken.set(outcome.person, row);
    else if (outcome.status === "passedOver") passedOver.push({ line, reason: outcome.reason });
    else problems.push({ line, row: textOf(row), reason: outcome.reason, mend: outcome.mend });
  }
  const merged = mergeRepeats(taken);
  return {
    people: merged.people,
    problems: byLine([...problems, ...merged.problems]),
    passedOver: byLine([...passedOver, ...merged.passedOver]),
  };
}

const byLine = <T extends { line: number }>(told: T[]): T[] =>
  told.sort((one, other) => one.line - other.line);

/** The empty rows, one entry for each run of them. */
function emptyRuns(rows: Row[]): PassedOver[] {
  const runs: { from: number; to: number }[] = [];
  let wasEmpty = false;
  for (const { line, cells } of rows) {
    const isEmpty = cells.every(isBlank);
    if (isEmpty && wasEmpty) runs.at(-1)!.to = line;
    else if (isEmpty) runs.push({ from: line, to: line });
    wasEmpty = isEmpty;
  }
  return runs.map(({ from, to }) => ({
    line: from,
    reason: from === to ? "This row is empty." : `Lines ${from} to ${to} are empty.`,
  }));
}
