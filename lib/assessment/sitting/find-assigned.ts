import "server-only";
import { db } from "@/lib/db/client";
import { type AssignmentFor, findAssignmentFor } from "./assignment-for";
import type { Assigned } from "./work";

export interface FoundAssigned {
  readonly assignment: AssignmentFor;
  readonly assigned: Assigned;
  /** The number of the variant before the student. */
  readonly number: number;
  /** The version that drew it: an older one than new numbers are drawn from, where the exercise was corrected since. */
  readonly shownVersionId: string;
  /** The version that judges it. */
  readonly judgedVersionId: string;
}

/** An exercise that this student was given; null where it is somebody else's, or there is none. */
export async function findAssigned(
  userId: string,
  assignedId: string,
): Promise<FoundAssigned | null> {
  const row = await db.assignedExercise.findUnique({
    where: { id: assignedId, work: { userId } },
    omit: { workId: true, place: true },
    include: {
      item: { select: { points: true } },
      work: { select: { assignmentId: true } },
    },
  });
  if (!row) return null;
  const { item, work, ...assigned } = row;
  const [assignment, last] = await Promise.all([
    findAssignmentFor(userId, work.assignmentId),
    db.variant.findFirst({
      where: { assignedId, userId },
      orderBy: { number: "desc" },
      select: { number: true, versionId: true, correction: { select: { versionId: true } } },
    }),
  ]);
  if (!assignment) return null;
  const shownVersionId = last?.versionId ?? assigned.versionId;
  return {
    assignment,
    assigned: { ...assigned, points: item.points },
    number: last?.number ?? 1,
    shownVersionId,
    judgedVersionId: last?.correction?.versionId ?? shownVersionId,
  };
}
