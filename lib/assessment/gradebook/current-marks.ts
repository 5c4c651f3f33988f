import "server-only";
import { effectiveShare, type Sums } from "@/lib/assessment/terms/totals";
import { pool } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import type { GradedSection } from "./assignments";
import { markCell } from "./csv";
import type { MarkColumn } from "./csv-columns";
import { markIn } from "./grades";
import { readTerms } from "./student-terms";
import type { GradedStudent } from "./students";
import { listWorks } from "./works";

/** What staff have said of a piece of work. */
export interface KeptMark {
  readonly override: number | null;
  readonly excused: boolean;
}

/** What stands in a column for a student: `text` as our file says it. */
export type Current =
  | {
      readonly status: "markable";
      readonly text: string;
      /** Null for the whole assignment. */
      readonly assignedId: string | null;
      readonly was: KeptMark;
    }
  | { readonly status: "not-markable"; readonly text: string; readonly reason: string };

/** Gives what stands where in a section now; in items only where they are asked for, since there are many. */
export async function readCurrent(
  section: GradedSection,
  withItems: boolean,
): Promise<(student: GradedStudent, column: MarkColumn) => Current> {
  const [termsFor, now, works, given] = await Promise.all([
    readTerms(section.id),
    clockNow(),
    listWorks(section.assignments.map(({ id }) => id)),
    withItems ? readGiven(section.id) : new Map<string, Given[]>(),
  ]);
  const kept = new Map(works.map((work) => [`${work.userId} ${work.assignmentId}`, work]));
  return (student, column) => {
    const { assignment, item } = column;
    const work = kept.get(`${student.id} ${assignment.id}`);
    const mark = markIn(assignment, work, termsFor(student, assignment), now);
    if (item) return currentOfItem(column, given.get(`${student.id} ${item.id}`) ?? []);
    const was = { override: work?.override ?? null, excused: work?.excused ?? false };
    return {
      status: "markable",
      text: String(markCell(column, mark, undefined)),
      assignedId: null,
      was,
    };
  };
}

interface Given extends KeptMark {
  readonly key: string;
  readonly id: string;
  readonly share: number;
}

function currentOfItem({ points }: MarkColumn, given: readonly Given[]): Current {
  const [only] = given;
  if (!only)
    return { status: "not-markable", text: "", reason: "they have not been given this yet." };
  const text = String(markCell({ item: null, points }, itemMark(given), undefined));
  if (given.length > 1) {
    const reason = "they drew several here. Mark each on the student’s own page.";
    return { status: "not-markable", text, reason };
  }
  const { id: assignedId, override, excused } = only;
  return { status: "markable", text, assignedId, was: { override, excused } };
}

/** What an item comes to; all that is drawn from one item has the same points. */
function itemMark(given: readonly Given[]) {
  const counted = given.filter(({ excused }) => !excused);
  if (counted.length === 0) return { status: "excused" } as const;
  const sums: Sums = {
    earned: counted.reduce((sum, one) => sum + effectiveShare(one), 0),
    possible: counted.length,
  };
  return { status: "counts", share: sums.earned / sums.possible, possible: sums.possible } as const;
}

async function readGiven(sectionId: string): Promise<Map<string, Given[]>> {
  const { rows } = await pool.query<Given>({
    name: "given-in-section",
    text: `
      select w.user_id || ' ' || e.item_id as key, e.id, e.share, e.override, e.excused
      from assigned_exercise e
      join assignment_work w on w.id = e.work_id
      join assignment a on a.id = w.assignment_id
      where a.section_id = $1`,
    values: [sectionId],
  });
  const given = new Map<string, Given[]>();
  for (const row of rows) {
    const before = given.get(row.key);
    if (before) before.push(row);
    else given.set(row.key, [row]);
  }
  return given;
}
