import "server-only";
import { showsScore } from "@/lib/assessment/terms/shows-score";
import type { Terms } from "@/lib/assessment/terms/terms";
import {
  effectiveShare,
  lessonShares,
  type Mark,
  sumExercises,
  type Total,
} from "@/lib/assessment/terms/totals";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { findGradedSection, type GradedAssignment, type GradedSection } from "./assignments";
import { markIn, totalOfMarks } from "./grades";
import { lessonSumsOf } from "./lesson-sums";
import { listLessons } from "./lessons";
import { readTerms } from "./student-terms";
import { type GradedStudent, listGradedStudents } from "./students";

/** What a student has in a section. */
export interface OwnGrades {
  readonly section: GradedSection;
  readonly student: GradedStudent;
  readonly grades: readonly AssignmentGrade[];
  readonly total: Total;
  readonly letter: string | null;
  /** The lessons in which something counts that is to be seen, in the course's order. */
  readonly lessons: readonly { readonly title: string; readonly share: number }[];
}

export interface AssignmentGrade {
  readonly assignment: Pick<GradedAssignment, "id" | "title" | "category">;
  readonly terms: Pick<Terms, "dueAt" | "closesAt">;
  /** Null where it is not to be seen yet; the total leaves it out then. */
  readonly mark: Mark | null;
  readonly dropped: boolean;
  /** Empty where the mark is not to be seen yet, as with each exercise. */
  readonly comment: string;
  readonly exercises: readonly ExerciseGrade[];
}

export interface ExerciseGrade {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** From 0 to 1; null where it is not to be seen yet. */
  readonly share: number | null;
  readonly given: boolean;
  readonly excused: boolean;
  readonly comment: string;
}

/** What a student has in a section: all of it for its staff, and for the student what the assignments show by now. Null
 *  where there is no such section or student. */
export async function findStudentGrades(
  sectionId: string,
  studentId: string,
  reader: "staff" | "student",
): Promise<OwnGrades | null> {
  const [section, students, termsFor, now, works] = await Promise.all([
    findGradedSection(sectionId),
    listGradedStudents(sectionId, true),
    readTerms(sectionId),
    clockNow(),
    listWorks(sectionId, studentId),
  ]);
  const student = students.find(({ id }) => id === studentId);
  if (!section || !student) return null;
  const rows = section.assignments.map((assignment) => {
    const work = works.find(({ assignmentId }) => assignmentId === assignment.id);
    const terms = termsFor(student, assignment);
    const shown = reader === "staff" || showsScore(assignment.policy, terms, work ?? null, now);
    const sums = work && work.exercises.length > 0 ? sumExercises(work.exercises) : null;
    const mark = markIn(assignment, work && { ...work, sums }, terms, now);
    return { assignment, terms, work, shown, mark };
  });
  const seen = new Map(rows.flatMap((row) => (row.shown ? [[row.assignment.id, row.mark]] : [])));
  const { total, letter } = totalOfMarks(section, seen);
  const lessons = await lessonsOf(section, works, seen);
  const dropped = new Set(total.categories.flatMap((category) => category.dropped));
  const grades = rows.map(({ assignment, terms, work, shown, mark }) => ({
    assignment,
    terms,
    mark: shown ? mark : null,
    dropped: dropped.has(assignment.id),
    comment: shown ? (work?.comment ?? "") : "",
    // What somebody drew is nothing that they can see before they have begun.
    exercises: (reader === "staff" || work?.begunAt ? (work?.exercises ?? []) : []).map((one) => ({
      id: one.id,
      title: one.title,
      points: one.points,
      share: shown ? effectiveShare(one) : null,
      given: shown && one.override !== null,
      excused: one.excused,
      comment: shown ? one.comment : "",
    })),
  }));
  return { section, student, grades, total, letter, lessons };
}

/** A student's share of each lesson, in what counts of these marks. */
async function lessonsOf(
  section: GradedSection,
  works: Awaited<ReturnType<typeof listWorks>>,
  marks: ReadonlyMap<string, Mark>,
) {
  const sums = works.flatMap(({ userId, assignmentId, exercises }) =>
    exercises.map((one) => ({
      ...sumExercises([one]),
      userId,
      assignmentId,
      lessonId: one.lessonId,
    })),
  );
  const shares = lessonShares(lessonSumsOf(section, sums, marks));
  const lessons = await listLessons(section);
  return lessons.flatMap(({ id, title }) => {
    const share = shares.get(id);
    return share === undefined ? [] : [{ title, share }];
  });
}

async function listWorks(sectionId: string, userId: string) {
  const rows = await db.assignmentWork.findMany({
    where: { userId, assignment: { sectionId } },
    include: {
      exercises: {
        orderBy: [{ place: "asc" }, { id: "asc" }],
        include: {
          item: { select: { points: true } },
          exercise: { select: { title: true, lessonId: true } },
        },
      },
    },
  });
  return rows.map(({ exercises, ...work }) => ({
    ...work,
    exercises: exercises.map(({ item, exercise, ...one }) => ({
      ...one,
      points: item.points,
      title: exercise.title,
      lessonId: exercise.lessonId,
    })),
  }));
}
