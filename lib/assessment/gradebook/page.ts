import "server-only";
import { clockNow } from "@/lib/db/clock";
import type { GradedAssignment, GradedSection } from "./assignments";
import { cellOf, type GradeCell, itemCellOf } from "./cells";
import { grader, type StudentGrades } from "./grades";
import { type GradeQuery, rowsAPage } from "./query";
import { readTerms } from "./student-terms";
import { type GradedStudent, isMeant, listGradedStudents } from "./students";
import { listItemSums, listWorks, listWorksOf, type SummedItem } from "./works";

/** Some rows of a gradebook, in the order asked for. It goes to a browser, so that it has no more than is shown. */
export interface GradePage {
  /** Of all rows, from 0. */
  readonly offset: number;
  /** All that are meant, shown here or not. */
  readonly count: number;
  readonly rows: readonly GradeRow[];
}

export interface GradeRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly group: string | null;
  readonly removed: boolean;
  /** From 0 to 1; null while nothing counts. */
  readonly total: number | null;
  readonly letter: string | null;
  /** Assignments in their order, each opened one followed by its items. */
  readonly cells: readonly GradeCell[];
}

/** A page of a section's gradebook. Only its own rows are read, unless they are sorted by what must be worked out. */
export async function getGradePage(section: GradedSection, query: GradeQuery): Promise<GradePage> {
  const [students, termsFor, now] = await Promise.all([
    listGradedStudents(section.id, query.removed),
    readTerms(section.id),
    clockNow(),
  ]);
  const meant = students.filter((student) => isMeant(student, query.find));
  const gradeAll = async (assignments: readonly GradedAssignment[]) => {
    const works = await listWorks(assignments.map(({ id }) => id));
    return grader({ ...section, assignments }, works, termsFor, now);
  };
  const sorted = await sortedBy(section, query, meant, gradeAll);
  const shown = sorted.slice(query.offset, query.offset + rowsAPage);
  const opened = section.assignments.filter(({ id }) => query.open.includes(id));
  const ids = shown.map(({ id }) => id);
  const [works, items] = await Promise.all([
    listWorksOf(section.id, ids),
    listItemSums(
      opened.map(({ id }) => id),
      ids,
    ),
  ]);
  const grade = grader(section, works, termsFor, now);
  const rowOf = rowMaker(section, query, items);
  const rows = shown.map((student) => rowOf(student, grade(student)));
  return { offset: query.offset, count: meant.length, rows };
}

/** Grades everyone in some assignments. */
type GradeAll = (assignments: readonly GradedAssignment[]) => Promise<Grader>;

type Grader = (student: GradedStudent) => StudentGrades;

async function sortedBy(
  section: GradedSection,
  { sort, down }: Pick<GradeQuery, "sort" | "down">,
  students: readonly GradedStudent[],
  gradeAll: GradeAll,
): Promise<readonly GradedStudent[]> {
  if (sort === "name") return down ? students.toReversed() : students;
  const value = await sortValue(section, sort, gradeAll);
  const ranked = students.map((student) => ({ student, value: value(student) }));
  // Who has nothing there comes last, whichever way.
  return ranked
    .toSorted((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null);
      const order = a.value < b.value ? -1 : Number(a.value > b.value);
      return down ? -order : order;
    })
    .map(({ student }) => student);
}

async function sortValue(
  { assignments }: GradedSection,
  sort: string,
  gradeAll: GradeAll,
): Promise<(student: GradedStudent) => string | number | null> {
  if (sort === "group") return ({ group }) => group;
  const holder = assignments.find(({ items }) => items.some(({ id }) => id === sort));
  if (holder) {
    const sums = await listItemSums([holder.id], null);
    const own = sums.filter(({ itemId, possible }) => itemId === sort && possible > 0);
    const shares = new Map(own.map(({ userId, earned, possible }) => [userId, earned / possible]));
    return ({ id }) => shares.get(id) ?? null;
  }
  if (sort === "total") {
    const grade = await gradeAll(assignments);
    return (student) => grade(student).total.share;
  }
  const grade = await gradeAll(assignments.filter(({ id }) => id === sort));
  return (student) => {
    const mark = grade(student).marks.get(sort);
    return !mark || mark.status === "excused" ? null : mark.share;
  };
}

function rowMaker(
  { assignments }: GradedSection,
  { open }: GradeQuery,
  items: readonly SummedItem[],
): (student: GradedStudent, grades: StudentGrades) => GradeRow {
  const sums = new Map(items.map((item) => [`${item.userId} ${item.itemId}`, item]));
  return ({ id, name, email, group, removed }, { marks, total, letter }) => {
    const dropped = new Set(total.categories.flatMap((category) => category.dropped));
    const cells = assignments.flatMap((assignment) => {
      const mark = marks.get(assignment.id)!;
      const own = cellOf(mark, dropped.has(assignment.id));
      if (!open.includes(assignment.id)) return [own];
      const each = assignment.items.map((item) => itemCellOf(mark, sums.get(`${id} ${item.id}`)));
      return [own, ...each];
    });
    return { id, name, email, group, removed, total: total.share, letter, cells };
  };
}
