import "server-only";
import { daysLate, type Terms } from "@/lib/assessment/terms/terms";
import {
  type CountedExercise,
  type Mark,
  type Sums,
  sumExercises,
  type WorkState,
} from "@/lib/assessment/terms/totals";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import type { Prisma } from "@/lib/db/generated/client";
import { findGradedSection, type GradedAssignment, type GradedSection } from "./assignments";
import { markIn } from "./grades";
import { readTerms } from "./student-terms";
import { type GradedStudent, listGradedStudents } from "./students";

/** What one student did in one assignment, as its staff sees it. */
export interface StudentWork {
  readonly section: GradedSection;
  readonly student: GradedStudent;
  readonly assignment: GradedAssignment;
  readonly terms: Terms;
  readonly mark: Mark;
  /** What the exercises come to by themselves. */
  readonly sums: Sums;
  /** Null where there is nothing of it yet. */
  readonly work: (WorkState & { readonly comment: string; readonly byClock: boolean }) | null;
  /** In the student's own order. */
  readonly exercises: readonly AssignedEntry[];
}

export interface AssignedEntry extends CountedExercise {
  readonly id: string;
  readonly exerciseId: string;
  readonly itemId: string;
  readonly title: string;
  readonly lesson: { readonly id: string; readonly title: string };
  readonly comment: string;
  readonly attempts: number;
  readonly answeredAt: Date | null;
  /** Days that the last answer was late. */
  readonly daysLate: number;
}

/** What one student did in one assignment; null where the section has no such student or assignment. */
export async function findStudentWork(
  sectionId: string,
  studentId: string,
  assignmentId: string,
): Promise<StudentWork | null> {
  const [section, students, termsFor, now, row] = await Promise.all([
    findGradedSection(sectionId),
    listGradedStudents(sectionId, true),
    readTerms(sectionId),
    clockNow(),
    db.assignmentWork.findUnique({
      where: { assignmentId_userId: { assignmentId, userId: studentId } },
      include: { exercises },
    }),
  ]);
  const student = students.find(({ id }) => id === studentId);
  const assignment = section?.assignments.find(({ id }) => id === assignmentId);
  if (!section || !student || !assignment) return null;
  const terms = termsFor(student, assignment);
  const entries = (row?.exercises ?? []).map((one) => entryOf(one, terms));
  const sums =
    entries.length > 0 ? sumExercises(entries) : { earned: 0, possible: assignment.points };
  const mark = markIn(assignment, row ? { ...row, sums } : undefined, terms, now);
  return { section, student, assignment, terms, mark, sums, work: row, exercises: entries };
}

const exercises = {
  orderBy: [{ place: "asc" }, { id: "asc" }],
  include: {
    item: { select: { points: true } },
    exercise: { select: { title: true, lesson: { select: { id: true, title: true } } } },
  },
} as const satisfies Prisma.AssignmentWork$exercisesArgs;

type Row = Prisma.AssignedExerciseGetPayload<typeof exercises>;

function entryOf({ item, exercise, ...row }: Row, terms: Terms): AssignedEntry {
  return {
    ...row,
    points: item.points,
    title: exercise.title,
    lesson: exercise.lesson,
    daysLate: row.answeredAt ? daysLate(terms, row.answeredAt) : 0,
  };
}
