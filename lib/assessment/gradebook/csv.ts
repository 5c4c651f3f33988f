import "server-only";
import { lessonShares, type Mark } from "@/lib/assessment/terms/totals";
import { harmlessCsv } from "@/lib/cohort/harmless-csv";
import { clockNow } from "@/lib/db/clock";
import type { GradedSection } from "./assignments";
import { type CsvPart, type MarkColumn, markColumns, whoHeads } from "./csv-columns";
import { grader } from "./grades";
import { lessonSumsOf } from "./lesson-sums";
import { listLessons } from "./lessons";
import { shownPoints } from "./read-mark";
import { shownPercent } from "./shown-percent";
import { readTerms } from "./student-terms";
import { type GradedStudent, listGradedStudents } from "./students";
import { listItemSums, listLessonSums, listWorks, type SummedItem } from "./works";

type Cell = string | number;

/** A section's gradebook as CSV, with the parts asked for. Marks are points of what the heading says; nothing stands where
 *  nothing counts yet, and "excused" where that is so. Totals and lessons are in percent. */
export async function gradebookCsv(
  section: GradedSection,
  parts: ReadonlySet<CsvPart>,
  withRemoved: boolean,
): Promise<string> {
  const [students, lessons, read] = await Promise.all([
    listGradedStudents(section.id, withRemoved),
    listLessons(section),
    readAll(section, parts),
  ]);
  const titles = new Map(lessons.map(({ id, title }) => [id, title]));
  const columns = markColumns(section, titles).filter(({ item }) =>
    parts.has(item ? "items" : "assignments"),
  );
  const who = (Object.keys(whoHeads) as (keyof typeof whoHeads)[]).filter((key) => parts.has(key));
  const head = [
    ...who.map((key) => whoHeads[key]),
    ...columns.map((column) => column.head),
    ...(parts.has("totals") ? ["Total (%)", "Letter"] : []),
    ...(parts.has("lessons") ? lessons.map(({ title }) => `${title} (%)`) : []),
  ];
  const rows = students.map((student) => {
    const { marks, total, letter } = read.grade(student);
    const shares = parts.has("lessons")
      ? lessonShares(lessonSumsOf(section, read.lessons(student), marks))
      : new Map<string, number>();
    return [
      ...who.map((key) => student[key] ?? ""),
      ...columns.map((column) =>
        markCell(column, marks.get(column.assignment.id)!, read.item(student, column)),
      ),
      ...(parts.has("totals") ? [percentCell(total.share), letter ?? ""] : []),
      ...(parts.has("lessons") ? lessons.map(({ id }) => percentCell(shares.get(id) ?? null)) : []),
    ];
  });
  return harmlessCsv([head, ...rows]);
}

/** What a mark's cell holds. */
export function markCell(
  { item, points }: Pick<MarkColumn, "item" | "points">,
  mark: Mark,
  sums: Pick<SummedItem, "earned" | "possible"> | undefined,
): Cell {
  if (item) {
    if (!sums) return "";
    return sums.possible === 0 ? "excused" : shownPoints(sums.earned / sums.possible, points);
  }
  if (mark.status === "excused") return "excused";
  return mark.status === "counts" ? shownPoints(mark.share, points) : "";
}

const percentCell = (share: number | null): Cell => (share === null ? "" : shownPercent(share));

async function readAll(section: GradedSection, parts: ReadonlySet<CsvPart>) {
  const ids = parts.has("items") ? section.assignments.map(({ id }) => id) : [];
  const [works, termsFor, now, items, lessons] = await Promise.all([
    listWorks(section.assignments.map(({ id }) => id)),
    readTerms(section.id),
    clockNow(),
    listItemSums(ids, null),
    parts.has("lessons") ? listLessonSums(section.id) : [],
  ]);
  const itemSums = new Map(items.map((one) => [`${one.userId} ${one.itemId}`, one]));
  const byStudent = new Map<string, typeof lessons>();
  for (const one of lessons) byStudent.set(one.userId, [...(byStudent.get(one.userId) ?? []), one]);
  return {
    grade: grader(section, works, termsFor, now),
    item: ({ id }: GradedStudent, { item }: MarkColumn) =>
      item ? itemSums.get(`${id} ${item.id}`) : undefined,
    lessons: ({ id }: GradedStudent) => byStudent.get(id) ?? [],
  };
}
