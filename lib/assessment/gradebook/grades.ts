import { type Mark, markOf, type Total, totalOf } from "@/lib/assessment/terms/totals";
import type { GradedAssignment, GradedSection } from "./assignments";
import { type Grading, letterFor } from "./grading";
import type { TermsFor } from "./student-terms";
import type { GradedStudent } from "./students";
import type { SummedWork } from "./works";

/** What a student has in all: a mark for each of the section's assignments, and what they come to. */
export interface StudentGrades {
  /** By assignment id. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly total: Total;
  readonly letter: string | null;
}

const untouched = { begunAt: null, handedInAt: null, override: null, excused: false, sums: null };

/** What a student has in an assignment, from their work on it, if there is any. */
export function markIn(
  assignment: GradedAssignment,
  work: Omit<SummedWork, "userId" | "assignmentId"> | undefined,
  terms: ReturnType<TermsFor>,
  now: Date,
): Mark {
  const { sums, ...state } = work ?? untouched;
  return markOf(state, sums ?? { earned: 0, possible: assignment.points }, terms, now);
}

/** Makes students' grades out of their works, as of now. */
export function grader(
  section: Pick<GradedSection, "assignments" | "grading">,
  works: readonly SummedWork[],
  termsFor: TermsFor,
  now: Date,
): (student: GradedStudent) => StudentGrades {
  const kept = new Map<string, Map<string, SummedWork>>();
  for (const work of works) {
    const own = kept.get(work.userId) ?? new Map<string, SummedWork>();
    kept.set(work.userId, own.set(work.assignmentId, work));
  }
  return (student) => {
    const own = kept.get(student.id);
    const marks = new Map(
      section.assignments.map((assignment) => {
        const work = own?.get(assignment.id);
        return [
          assignment.id,
          markIn(assignment, work, termsFor(student, assignment), now),
        ] as const;
      }),
    );
    return { marks, ...totalOfMarks(section, marks) };
  };
}

/** What marks come to in a section, with the letter for it. */
export function totalOfMarks(
  { assignments, grading }: { assignments: readonly GradedAssignment[]; grading: Grading },
  marks: ReadonlyMap<string, Mark>,
): { readonly total: Total; readonly letter: string | null } {
  const placed = assignments.flatMap(({ id, category }) => {
    const mark = marks.get(id);
    return mark ? [{ assignmentId: id, category, mark }] : [];
  });
  const total = totalOf(grading, placed);
  return { total, letter: total.share === null ? null : letterFor(grading, total.share) };
}
