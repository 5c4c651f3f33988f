import "server-only";
import { randomUUID } from "node:crypto";
import { drawFrom } from "@/lib/assessment/setting/draw-pool";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** An exercise that a student was given in an assignment, with what it came to. */
export interface Assigned {
  readonly id: string;
  readonly itemId: string;
  readonly exerciseId: string;
  readonly versionId: string;
  /** Of the item. */
  readonly points: number;
  readonly share: number;
  /** The share is never less: what a regrade let the student keep. */
  readonly atLeast: number;
  readonly attempts: number;
  readonly answeredAt: Date | null;
  readonly override: number | null;
  readonly excused: boolean;
  readonly comment: string;
}

export interface Work {
  readonly id: string;
  readonly exercises: readonly Assigned[];
}

/** A student's work in an assignment with the exercises that they were given, in their order; made here where it was not
 *  there, and filled up where the assignment has items that they have drawn nothing from yet. It begins nothing, so that
 *  staff may call it for somebody who has not. Called twice at once it is made once. */
export async function ensureWork(assignmentId: string, userId: string): Promise<Work> {
  return (await findWork(assignmentId, userId, true)) ?? makeWork(assignmentId, userId);
}

/** The same where it is there already; null where it is not or, if `whole`, lacks something. */
export async function findWork(
  assignmentId: string,
  userId: string,
  whole = false,
): Promise<Work | null> {
  const row = await db.assignmentWork.findUnique({
    where: { assignmentId_userId: { assignmentId, userId } },
    select: {
      id: true,
      exercises: {
        orderBy: { place: "asc" },
        omit: { workId: true, place: true },
        include: { item: { select: { points: true } } },
      },
    },
  });
  if (!row) return null;
  const items = new Set(row.exercises.map(({ itemId }) => itemId));
  const undrawn = { assignmentId, draws: { gt: 0 }, id: { notIn: [...items] } };
  if (whole && (await db.assignmentItem.count({ where: undrawn })) > 0) return null;
  const exercises = row.exercises.map(({ item, ...one }) => ({ ...one, points: item.points }));
  return { id: row.id, exercises };
}

async function makeWork(assignmentId: string, userId: string): Promise<Work> {
  await db.$transaction(async (tx) => {
    await tx.assignmentWork.createMany({
      data: [{ assignmentId, userId }],
      skipDuplicates: true,
    });
    // Whoever comes second waits here, and finds everything drawn.
    const [work] = await tx.$queryRaw<{ id: string }[]>`
      select id from assignment_work
      where assignment_id = ${assignmentId}::uuid and user_id = ${userId}::uuid for no key update`;
    await draw(tx, assignmentId, { id: work!.id, userId });
  });
  const work = await findWork(assignmentId, userId);
  if (!work) throw new Error(`no work of ${userId} in assignment ${assignmentId}`);
  return work;
}

async function draw(
  tx: Prisma.TransactionClient,
  assignmentId: string,
  { id: workId, userId }: { id: string; userId: string },
): Promise<void> {
  const items = await tx.assignmentItem.findMany({
    where: { assignmentId },
    orderBy: { place: "asc" },
    select: {
      id: true,
      draws: true,
      pool: {
        where: { exercise: { currentId: { not: null } } },
        orderBy: { place: "asc" },
        select: { exercise: { select: { id: true, currentId: true } } },
      },
      assigned: { where: { workId }, orderBy: { place: "asc" }, select: { id: true } },
    },
  });
  let place = 0;
  for (const { id: itemId, draws, pool, assigned } of items) {
    const versions = new Map(pool.map(({ exercise }) => [exercise.id, exercise.currentId!]));
    const exerciseIds = [...versions.keys()];
    const drawn = assigned.length > 0 ? [] : drawFrom({ id: itemId, draws, exerciseIds }, userId);
    // Where items were added or moved since, the others make room.
    for (const { id } of assigned)
      await tx.assignedExercise.update({ where: { id }, data: { place: place++ } });
    const data = drawn.map((exerciseId) => ({
      id: randomUUID(),
      workId,
      itemId,
      exerciseId,
      versionId: versions.get(exerciseId)!,
      place: place++,
    }));
    await tx.assignedExercise.createMany({ data });
  }
}
