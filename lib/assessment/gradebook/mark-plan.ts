import "server-only";
import { createHash } from "node:crypto";
import { chooseSeparator } from "@/lib/cohort/roster/choose-separator";
import { type Row, separate } from "@/lib/cohort/roster/separate";
import type { GradedSection } from "./assignments";
import { type MarkColumn, markColumns, whoHeads } from "./csv-columns";
import { type Current, type KeptMark, readCurrent } from "./current-marks";
import { listLessons } from "./lessons";
import { brokenRow, finder, type Heads, headsOf, textAt } from "./mark-file";
import { readMark } from "./read-mark";
import { listGradedStudents } from "./students";

/** What a file of marks would change. */
export interface MarkPlan {
  readonly changes: readonly PlannedMark[];
  readonly problems: readonly MarkProblem[];
  /** Cells that say what is there already. */
  readonly unchanged: number;
  /** Headings of columns that are no marks of this section. */
  readonly passedOver: readonly string[];
  /** The same for the same changes. */
  readonly hash: string;
}

export interface PlannedMark {
  readonly line: number;
  readonly studentId: string;
  readonly student: string;
  readonly assignmentId: string;
  /** Null for the whole assignment. */
  readonly assignedId: string | null;
  readonly column: string;
  /** As the file has them: points, "excused", or nothing. */
  readonly from: string;
  readonly to: string;
  readonly was: KeptMark;
  readonly mark: KeptMark;
}

export interface MarkProblem {
  readonly line: number;
  readonly reason: string;
}

/** The most rows that a file may have. */
export const mostRows = 5_000;

/** What this text would change, or why it cannot be taken at all. Marks that are as they were are no changes, so that the
 *  file of an export changes nothing, and taking a file twice does what taking it once does. */
export async function planMarks(
  section: GradedSection,
  text: string,
): Promise<MarkPlan | { readonly error: string }> {
  const rows = separate(text, chooseSeparator(text)).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) return { error: "There are no rows of marks in this." };
  if (lines.length > mostRows)
    return { error: "This has more than 5,000 rows. Import it in parts." };
  const titles = new Map((await listLessons(section)).map(({ id, title }) => [id, title]));
  const heads = headsOf(head, markColumns(section, titles));
  if (heads.campusId < 0 && heads.email < 0)
    return {
      error: `The first row needs a heading “${whoHeads.campusId}” or “${whoHeads.email}”, so that rows can be told apart.`,
    };
  if (heads.marks.length === 0)
    return {
      error:
        "No heading names an assignment of this section. Export the grades first, and change marks in that file.",
    };
  return planRows(section, heads, lines);
}

async function planRows(
  section: GradedSection,
  heads: Heads,
  lines: readonly Row[],
): Promise<MarkPlan> {
  const find = finder(await listGradedStudents(section.id, true));
  const withItems = heads.marks.some(({ column }) => column.item !== null);
  const currentOf = await readCurrent(section, withItems);
  const changes: PlannedMark[] = [];
  const problems: MarkProblem[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const { line, cells, broken } of lines) {
    const found = broken
      ? brokenRow
      : find(textAt(cells, heads.campusId), textAt(cells, heads.email));
    if ("reason" in found) {
      problems.push({ line, reason: found.reason });
      continue;
    }
    const before = seen.get(found.id);
    if (before !== undefined) {
      problems.push({ line, reason: `${found.name} stands in line ${before} already.` });
      continue;
    }
    seen.set(found.id, line);
    for (const { at, column } of heads.marks) {
      const current = wholeOrPart(heads, column, currentOf(found, column));
      const planned = planCell(textAt(cells, at), column, current);
      if (planned === "unchanged") unchanged++;
      else if (planned === "blank") continue;
      else if ("reason" in planned)
        problems.push({ line, reason: `${found.name}, ${column.head}: ${planned.reason}` });
      else {
        const { id: studentId, name: student } = found;
        const { id: assignmentId } = column.assignment;
        changes.push({ line, studentId, student, assignmentId, column: column.head, ...planned });
      }
    }
  }
  const hash = createHash("sha256").update(JSON.stringify(changes)).digest("hex");
  return { changes, problems, unchanged, passedOver: heads.passedOver, hash };
}

/** A file that has an assignment's exercises says of the whole what they came to when it was written. Were that taken for
 *  a mark, taking a file twice would undo what the first time did. */
function wholeOrPart(
  { marks }: Heads,
  { item, assignment }: MarkColumn,
  current: Current,
): Current {
  const hasParts = marks.some(
    ({ column }) => column.item && column.assignment.id === assignment.id,
  );
  if (item || !hasParts) return current;
  const reason =
    "this is worked out from its exercises, which are in this file too. To mark the whole, take their columns out.";
  return { status: "not-markable", text: current.text, reason };
}

type PlannedCell = Pick<PlannedMark, "assignedId" | "from" | "to" | "was" | "mark">;

/** What a cell would change. An empty one says nothing. */
function planCell(
  typed: string,
  { points }: MarkColumn,
  current: Current,
): PlannedCell | { readonly reason: string } | "blank" | "unchanged" {
  if (typed === "") return "blank";
  if (isSame(typed, current.text)) return "unchanged";
  const read = readMark(typed, points);
  if (read.status === "unreadable") return { reason: read.message };
  if (current.status === "not-markable") return { reason: current.reason };
  const { assignedId, was, text } = current;
  const mark =
    read.status === "read"
      ? { override: read.share, excused: false }
      : { override: was.override, excused: true };
  if (mark.override === was.override && mark.excused === was.excused) return "unchanged";
  return { assignedId, from: text, to: typed, was, mark };
}

/** Whether a cell says what our file says, as a spreadsheet may have written it. */
function isSame(typed: string, text: string): boolean {
  if (typed.toLowerCase() === text.toLowerCase()) return true;
  return text !== "" && Number(typed.replace(",", ".")) === Number(text);
}
