import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Records } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { Regrade } from "@/lib/db/generated/client";
import { auditChanges } from "./audit-changes";
import { outcomeOf } from "./outcome";
import { noteProgress } from "./plan-some";
import { placeOf, planWorks, termsOf } from "./plan-works";
import { renewVoid } from "./renew-void";
import { type DecidedWork, writeOutcomes } from "./write-outcomes";

/** Applies a regrade to some students' exercises, each of them wholly or not at all. Who has answered again since it was
 *  worked out, or has more time by now, gets what it comes to the next time round. What another process applied meanwhile stays. */
export async function applySome(regrade: Regrade, assignedIds: readonly string[]): Promise<void> {
  const planned = await planWorks(regrade, assignedIds);
  const works = await db.$transaction(
    async (tx) => {
      const left = await holdLeft(tx, regrade.id, assignedIds);
      const terms = await termsOf(planned.map(({ work }) => work));
      const fresh = planned.filter(
        (one) =>
          left.get(one.work.assignedId) === one.work.attempts &&
          isDeepStrictEqual(terms.get(placeOf(one.work)), one.terms),
      );
      const decided = fresh.map(
        (one): DecidedWork => ({ ...one, outcome: outcomeOf(one, regrade) }),
      );
      await writeOutcomes(tx, regrade, decided);
      await auditChanges(tx, regrade, decided);
      await noteProgress(tx, regrade.id, decided.length);
      return decided;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
  await renewVoid(regrade, works);
}

/** By id, how many answers count in those that are not applied yet. Until the transaction ends nobody answers in them. */
async function holdLeft(tx: Records, regradeId: string, assignedIds: readonly string[]) {
  await tx.$queryRaw`select 1 from regrade where id = ${regradeId}::uuid for update`;
  const rows = await tx.$queryRaw<{ id: string; attempts: number }[]>`
    select a.id, a.attempts from assigned_exercise a
    join regrade_change x on x.assigned_id = a.id
    where x.regrade_id = ${regradeId}::uuid and x.applied_at is null
      and a.id = any(${assignedIds}::uuid[])
    order by a.id for update of a`;
  return new Map(rows.map(({ id, attempts }) => [id, attempts]));
}

/** Notes that a regrade is applied to everyone. Done twice, it is done once. */
export async function finishApplying({ id }: Regrade): Promise<void> {
  const where = { id, status: "applying" as const };
  await db.regrade.updateMany({ where, data: { status: "applied", appliedAt: new Date() } });
}
