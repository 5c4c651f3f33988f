import "server-only";
import { type Records, recordChanges } from "@/lib/cohort/audit";
import type { Regrade } from "@/lib/db/generated/client";
import type { DecidedWork } from "./write-outcomes";

/** Keeps, person by person, whose points a regrade has changed. */
export async function auditChanges(
  tx: Records,
  { createdById, sectionId, exerciseId, reason }: Regrade,
  works: readonly DecidedWork[],
): Promise<void> {
  const moved = works.filter(
    ({ before, outcome }) => outcome.excused || Math.abs(outcome.share - before) > 1e-9,
  );
  if (moved.length === 0) return;
  const rows = await tx.assignedExercise.findMany({
    where: { id: { in: moved.map(({ work }) => work.assignedId) } },
    select: { id: true, item: { select: { points: true, assignmentId: true } } },
  });
  const points = new Map(rows.map(({ id, item }) => [id, item.points]));
  const assignments = new Map(rows.map(({ id, item }) => [id, item.assignmentId]));
  const told = (share: number, id: string) => {
    const possible = points.get(id) ?? 0;
    return `${Math.round(100 * share * possible) / 100} / ${possible}`;
  };
  await recordChanges(
    tx,
    moved.map(({ work, before, outcome }) => ({
      action: "grade.regraded" as const,
      actorId: createdById,
      sectionId,
      personId: work.userId,
      before: { points: told(before, work.assignedId) },
      after: {
        // By it the student's page knows whether they may see points of it yet.
        assignment: assignments.get(work.assignedId) ?? null,
        exercise: exerciseId,
        points: outcome.excused ? "excused" : told(outcome.share, work.assignedId),
      },
      reason,
    })),
  );
}
