import "server-only";
import { randomUUID } from "node:crypto";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { RegradeTreatment } from "@/lib/db/generated/client";
import { enqueue, prepareQueue } from "@/lib/jobs/enqueue";

/** Whose work in which exercise is to be judged anew, and by whom. */
export interface RegradeOf {
  readonly actorId: string;
  readonly sectionId: string;
  readonly exerciseId: string;
  /** Makes numbers void instead of judging by the newest version: those of one variant, or all. */
  readonly voids?: { readonly variantId: string | null };
}

/** Begins to work out what a regrade comes to, in the background, and gives its id; null where there is no such exercise.
 *  Nothing counts until it is applied. One of the same exercise that was worked out before, and not applied, is dropped. */
export async function planRegrade({ actorId, sectionId, exerciseId, voids }: RegradeOf) {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const exercise = await tx.exercise.findUnique({
      where: { id: exerciseId },
      select: { currentId: true },
    });
    if (!exercise?.currentId) return null;
    await dropPlanned(tx, sectionId, exerciseId);
    const id = randomUUID();
    const variantIds = voids?.variantId ? [voids.variantId] : [];
    await tx.regrade.create({
      data: {
        id,
        sectionId,
        exerciseId,
        versionId: exercise.currentId,
        voids: voids !== undefined,
        variantIds,
        treatment: voids ? "void" : "keep",
        createdById: actorId,
      },
    });
    await enqueueRegrade(id, tx);
    return id;
  });
}

/** Has a regrade go on from where it stands. */
export const enqueueRegrade = (regradeId: string, tx?: Records) =>
  enqueue("regrade", { regradeId }, { key: `regrade ${regradeId}`, tx });

async function dropPlanned(tx: Records, sectionId: string, exerciseId: string): Promise<void> {
  const where = {
    sectionId,
    exerciseId,
    status: { in: ["planning" as const, "planned" as const] },
  };
  await tx.regrade.updateMany({ where, data: { status: "dropped" } });
  const dropped = { regrade: { sectionId, exerciseId, status: "dropped" as const } };
  await tx.regradeResult.deleteMany({ where: dropped });
  await tx.regradeChange.deleteMany({ where: dropped });
}

export interface RegradeChoice {
  readonly treatment: RegradeTreatment;
  readonly keepsHigher: boolean;
  /** What was wrong, as students read it. */
  readonly reason: string;
}

/** Begins to apply a regrade that was worked out, as chosen; false where there is none that waits for it. */
export async function applyRegrade(
  actorId: string,
  sectionId: string,
  regradeId: string,
  choice: RegradeChoice,
): Promise<boolean> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const { count } = await tx.regrade.updateMany({
      where: { id: regradeId, sectionId, status: "planned" },
      data: { ...choice, createdById: actorId, status: "applying", done: 0, movedAt: new Date() },
    });
    if (count === 0) return false;
    const { exerciseId: exercise } = await tx.regrade.findUniqueOrThrow({
      where: { id: regradeId },
      select: { exerciseId: true },
    });
    const { treatment, keepsHigher, reason } = choice;
    const after = { exercise, treatment, keepsHigher };
    await recordChange(tx, { action: "grade.regrade", actorId, sectionId, after, reason });
    await enqueueRegrade(regradeId, tx);
    return true;
  });
}

/** Drops a regrade that was not applied. */
export async function dropRegrade(sectionId: string, regradeId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.regrade.findFirst({ where: { id: regradeId, sectionId } });
    if (row) await dropPlanned(tx, sectionId, row.exerciseId);
  });
}
