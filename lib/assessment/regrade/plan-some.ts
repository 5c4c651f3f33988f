import "server-only";
import { keepableJson } from "@/lib/answering/keep-submission";
import type { Records } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { Regrade } from "@/lib/db/generated/client";
import { type PlannedWork, planWorks } from "./plan-works";

/** Works out some students' exercises and keeps what they come to. What another process kept meanwhile stays. */
export async function planSome(regrade: Regrade, assignedIds: readonly string[]): Promise<void> {
  const planned = await planWorks(regrade, assignedIds);
  await db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ status: string }[]>`
      select status from regrade where id = ${regrade.id}::uuid for update`;
    if (held?.status !== "planning") return;
    await noteProgress(tx, regrade.id, await keepPlanned(tx, regrade.id, planned));
  });
}

/** Notes that so many more exercises are done, and that the regrade moves. */
export const noteProgress = (tx: Records, id: string, done: number) =>
  tx.regrade.update({ where: { id }, data: { done: { increment: done }, movedAt: new Date() } });

/** Notes that a dry run is complete and waits to be applied. Done twice, it is done once. */
export async function finishPlanning({ id }: Regrade): Promise<void> {
  await db.regrade.updateMany({ where: { id, status: "planning" }, data: { status: "planned" } });
}

/** Keeps what exercises come to, where nothing is kept of them yet, and gives how many that were. */
async function keepPlanned(
  tx: Records,
  regradeId: string,
  planned: readonly PlannedWork[],
): Promise<number> {
  const rows = planned.map(({ work, before, after, voided, lost }) => ({
    regradeId,
    assignedId: work.assignedId,
    ...{ before, after, voided, lost },
  }));
  const { count } = await tx.regradeChange.createMany({ data: rows, skipDuplicates: true });
  await keepResults(tx, regradeId, planned);
  return count;
}

/** Keeps the new results that are not kept yet. */
export async function keepResults(
  tx: Records,
  regradeId: string,
  planned: readonly Pick<PlannedWork, "out">[],
): Promise<void> {
  const results = planned.flatMap(({ out }) =>
    [...out.results].map(([submission, result]) => ({ submission, result })),
  );
  await tx.$executeRaw`
    insert into regrade_result (regrade_id, submission_id, result)
    select ${regradeId}::uuid, r.submission, r.result
    from jsonb_to_recordset(${keepableJson(results)}::jsonb) as r(submission uuid, result jsonb)
    on conflict do nothing`;
}
