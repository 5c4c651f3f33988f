import "server-only";
import { db } from "@/lib/db/client";
import type { Regrade } from "@/lib/db/generated/client";
import { applySome, finishApplying } from "./apply-some";
import { finishPlanning, planSome } from "./plan-some";
import { enqueueRegrade } from "./regrade";
import { listUnapplied, listUnplanned } from "./unfinished";

/** Students' exercises in one batch: few, so that a page sees it get on and a kill loses little. */
const batch = 100;

/** Goes on with a regrade from where it stands until it is worked out, or applied. Where `stop` says so it throws, so that
 *  the queue has another process go on. Any number of processes may be at it: what is done already is done for all. */
export async function goOnWithRegrade(regradeId: string, stop?: AbortSignal): Promise<void> {
  for (;;) {
    const regrade = await db.regrade.findUnique({ where: { id: regradeId } });
    if (regrade?.status === "planning") await inBatches(regrade, planning, stop);
    else if (regrade?.status === "applying") await inBatches(regrade, applying, stop);
    else return;
  }
}

interface Stage {
  /** The assigned exercises that are left. */
  readonly list: (regrade: Regrade) => Promise<string[]>;
  readonly some: (regrade: Regrade, assignedIds: readonly string[]) => Promise<void>;
  readonly finish: (regrade: Regrade) => Promise<void>;
}

const planning: Stage = { list: listUnplanned, some: planSome, finish: finishPlanning };
const applying: Stage = { list: listUnapplied, some: applySome, finish: finishApplying };

async function inBatches(regrade: Regrade, stage: Stage, stop?: AbortSignal): Promise<void> {
  const left = await stage.list(regrade);
  if (left.length === 0) return stage.finish(regrade);
  const total = regrade.done + left.length;
  await db.regrade.update({ where: { id: regrade.id }, data: { total } });
  for (let i = 0; i < left.length; i += batch) {
    if (stop?.aborted) throw new Error("A regrade was stopped halfway, and goes on elsewhere.");
    await stage.some(regrade, left.slice(i, i + batch));
  }
}

/** Takes up whatever is unfinished and has stood still for half a minute: its process was killed. */
export async function resumeRegrades(): Promise<void> {
  const rows = await db.regrade.findMany({
    where: {
      status: { in: ["planning", "applying"] },
      movedAt: { lt: new Date(Date.now() - 30_000) },
    },
    select: { id: true },
  });
  for (const { id } of rows) await enqueueRegrade(id);
}
