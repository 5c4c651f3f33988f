import "server-only";
import type { CardProps } from "@/lib/answering/card";
import { listTried } from "@/lib/answering/tried";
import { listGradedWork } from "@/lib/answering/work";
import { foldTried } from "@/lib/assessment/terms/folded";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import type { Learner } from "@/lib/auth/guest";
import { type AssignmentFor, findAssignmentFor } from "./assignment-for";
import { beginsByItself, beginWork } from "./begin";
import { gradedCardOf, pointsIn, standOf } from "./card";
import { handIn, isOverdue } from "./hand-in";
import { ensureWork, findWork } from "./work";

/** One exercise of an assignment's page. */
export interface OpenExercise {
  readonly card: CardProps;
  readonly assignedId: string;
  readonly title: string;
  readonly points: { readonly earned: number; readonly possible: number };
  /** Whether its points are shown. */
  readonly scored: boolean;
  readonly excused: boolean;
  /** What staff say of it; empty until points are shown. */
  readonly comment: string;
  /** When the last answer to it came. */
  readonly answeredAt: Date | null;
  readonly exerciseId: string;
}

/** What holds for a student who opens an assignment's page: work that nothing stands in the way of begins, and an exam
 *  whose time is over is handed in. Null where it is not there for them. */
export async function openAssignment(
  userId: string,
  assignmentId: string,
  address: string,
): Promise<AssignmentFor | null> {
  const found = await findAssignmentFor(userId, assignmentId);
  if (!found) return null;
  if (isOverdue(found)) await handIn(found, "clock");
  else if (found.work?.begunAt || !takesAnswers(found.phase) || !beginsByItself(found))
    return found;
  else await beginWork(found, { password: "", address });
  return findAssignmentFor(userId, assignmentId);
}

/** The exercises that a student has been given in an assignment, with what is shown of them now; none before they begin. */
export async function listOpenExercises(
  learner: Learner,
  assignment: AssignmentFor,
): Promise<OpenExercise[]> {
  if (!assignment.work?.begunAt) return [];
  const { id, userId, phase } = assignment;
  const work = takesAnswers(phase) ? await ensureWork(id, userId) : await findWork(id, userId);
  const exercises = work?.exercises ?? [];
  const [answered, tried] = await Promise.all([
    listGradedWork(
      learner,
      exercises.map((one) => ({
        assignedId: one.id,
        exerciseId: one.exerciseId,
        versionId: one.versionId,
      })),
    ),
    listTried(exercises.map((one) => one.id)),
  ]);
  return Promise.all(
    exercises.map(async (assigned) => {
      const before = answered.get(assigned.id)!.at(-1)!;
      const earned = await foldTried(assignment.terms, tried.get(assigned.id) ?? []);
      const graded = { assignment, assigned, earned, number: before.number };
      const { exercise } = before.judgedBy;
      const { shows } = standOf(graded, exercise.parts);
      return {
        card: gradedCardOf(graded, before),
        assignedId: assigned.id,
        title: before.version.exercise.title,
        points: pointsIn(graded, shows),
        scored: shows.score,
        excused: assigned.excused,
        comment: shows.score ? assigned.comment : "",
        answeredAt: assigned.answeredAt,
        exerciseId: assigned.exerciseId,
      };
    }),
  );
}
