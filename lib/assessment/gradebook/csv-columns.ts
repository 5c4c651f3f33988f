import { harmlessText } from "@/lib/cohort/harmless-csv";
import type { GradedAssignment, GradedItem, GradedSection } from "./assignments";

/** What a gradebook's file may hold. */
export const csvParts = [
  "campusId",
  "email",
  "name",
  "group",
  "assignments",
  "items",
  "totals",
  "lessons",
] as const;

export type CsvPart = (typeof csvParts)[number];

/** What each is called where it is chosen. */
export const csvPartWords: Readonly<Record<CsvPart, string>> = {
  campusId: "Campus id",
  email: "Email",
  name: "Name",
  group: "Group",
  assignments: "Assignments",
  items: "Each exercise or pool in them",
  totals: "Total and letter",
  lessons: "Lessons",
};

/** The headings of who a row is about: a file that comes back is read by the first two. */
export const whoHeads = {
  campusId: "Campus id",
  email: "Email",
  name: "Name",
  group: "Group",
} as const;

/** A column of marks in a gradebook's file. */
export interface MarkColumn {
  readonly head: string;
  readonly assignment: GradedAssignment;
  /** Null for the assignment as a whole. */
  readonly item: GradedItem | null;
  /** What its points are of. */
  readonly points: number;
}

/** The columns of marks, each assignment before its items. Two that would be called the same are numbered. */
export function markColumns(
  { assignments }: Pick<GradedSection, "assignments">,
  lessonTitles: ReadonlyMap<string, string>,
): MarkColumn[] {
  const columns = assignments.flatMap((assignment): MarkColumn[] => [
    {
      head: `${assignment.title} (of ${assignment.points})`,
      assignment,
      item: null,
      points: assignment.points,
    },
    ...assignment.items.map((item, i) => {
      const points = item.points * item.draws;
      const lessons = [...new Set(item.lessonIds)].map((id) => lessonTitles.get(id) ?? "");
      const head = `${assignment.title}: ${i + 1}. ${item.title} [${lessons.join(", ")}] (of ${points})`;
      return { head, assignment, item, points };
    }),
  ]);
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const head = plainHead(column.head);
    const count = (seen.get(head) ?? 0) + 1;
    seen.set(head, count);
    return { ...column, head: count === 1 ? head : `${head} #${count}` };
  });
}

/** A heading on one line, as it comes back from a spreadsheet. */
export const plainHead = (text: string): string => harmlessText(text).replace(/\s+/g, " ").trim();
