import "server-only";
import { type BegunWork, listBegunWork, possibleIn } from "@/lib/assessment/sitting/begun-work";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { findStaffAssignment, type StaffAssignment } from "./assignments";
import { type Agreement, type ChangeOutcome, type ChangePlan, hashOf } from "./change-settings";
import { impactOf } from "./impact";
import { type KeptItem, listItems } from "./item-list";
import { tellItemsChange } from "./item-words";
import type { WantedItem } from "./items-form";
import { keepItems } from "./keep-items";

/** Changes which exercises an assignment has. Once students have begun it, nothing is changed until what it does to each of
 *  them has been agreed to as it is at that moment. Then an exercise that is taken out counts for nobody and its answers
 *  stay on record; one that is added goes to all who have not handed in; points hold for all; what was drawn stays drawn. */
export async function changeItems(
  actorId: string,
  id: string,
  wanted: readonly WantedItem[],
  agreed: Agreement | null,
): Promise<ChangeOutcome> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from assignment where id = ${id}::uuid for update`;
      const assignment = await findStaffAssignment(id, tx);
      if (!assignment) return { status: "gone" };
      const kept = await listItems(id, tx);
      const works = assignment.begun > 0 ? await listBegunWork(tx, id) : [];
      const refusal = await refusalOf(tx, assignment, kept, wanted);
      if (refusal) return { status: "refused", errors: { items: refusal } };
      const plan = await planItems(tx, assignment, kept, wanted, works);
      if (plan.lines.length === 0) return { status: "done" };
      if (assignment.begun > 0 && agreed?.hash !== plan.hash) return { status: "to-agree", plan };
      await keepItems(tx, id, kept, wanted);
      await recordChange(tx, {
        action: "assignment.items",
        actorId,
        sectionId: assignment.sectionId,
        before: { assignment: assignment.settings.title, ...sideOf(plan, "before") },
        after: sideOf(plan, "after"),
        reason: agreed?.reason,
      });
      return { status: "done" };
    },
    { timeout: 60_000 },
  );
}

const sideOf = ({ lines }: ChangePlan, side: "before" | "after") =>
  Object.fromEntries(lines.map((line) => [line.what, line[side]]));

/** Why these items cannot be an assignment's; null where they can. */
async function refusalOf(
  tx: Records,
  { id, sectionId, publishedAt }: StaffAssignment,
  kept: readonly KeptItem[],
  wanted: readonly WantedItem[],
): Promise<string | null> {
  const byId = new Map(kept.map((item) => [item.id, item]));
  if (wanted.some((one) => one.id !== null && !byId.has(one.id)))
    return "Somebody else changed these exercises. Reload the page and change them again.";
  if (publishedAt && wanted.length === 0)
    return "It is published, so it keeps an exercise. To take it back, make it a draft first.";
  const had = new Set(kept.flatMap(({ exercises }) => exercises.map((one) => one.id)));
  const added = wanted.flatMap(({ exercises }) => exercises).filter((one) => !had.has(one));
  const known = await tx.exercise.count({
    where: {
      id: { in: added },
      shown: true,
      currentId: { not: null },
      lesson: { shown: true, course: { sections: { some: { id: sectionId } } } },
    },
  });
  if (known < added.length)
    return "An exercise is no longer in the course. Reload the page and choose again.";
  const assigned = await tx.assignedExercise.findMany({
    where: { item: { assignmentId: id } },
    distinct: ["itemId"],
    select: { itemId: true },
  });
  const given = new Set(assigned.map(({ itemId }) => itemId));
  const redrawn = wanted.findIndex(
    (one) => one.id !== null && given.has(one.id) && byId.get(one.id)!.draws !== one.draws,
  );
  if (redrawn < 0) return null;
  return `Place ${redrawn + 1}: students have drawn from it, so it gives as many exercises as it did. Add another place to give more.`;
}

async function planItems(
  tx: Records,
  { settings, timeZone, begun }: StaffAssignment,
  kept: readonly KeptItem[],
  wanted: readonly WantedItem[],
  works: readonly BegunWork[],
): Promise<ChangePlan> {
  const ids = wanted.flatMap(({ exercises }) => exercises);
  const exercises = await tx.exercise.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true },
  });
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  const lines = tellItemsChange(kept, wanted, titles);
  const state = { ...settings, timeZone };
  const next = wanted.map((item, i) => ({ ...item, id: item.id ?? `new ${i}` }));
  const at = { now: await clockNow(), possibleOf: await possibleIn(works) };
  const impact = impactOf(works, { ...state, items: kept }, { ...state, items: next }, at);
  return { lines, begun, impact, hash: hashOf(lines, impact) };
}
