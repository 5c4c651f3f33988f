import "server-only";
import type { Records } from "@/lib/cohort/audit";
import { drawFrom } from "./draw-pool";
import type { KeptItem } from "./item-list";
import type { WantedItem } from "./items-form";

/** Makes an assignment's places what they are wanted to be. One that somebody was given and that is taken out stays as a
 *  record that gives nothing to anybody (it draws 0), and is excused for all who have it. One that is added is given to all
 *  who have work in the assignment; for those who have handed in it is excused. */
export async function keepItems(
  tx: Records,
  assignmentId: string,
  kept: readonly KeptItem[],
  wanted: readonly WantedItem[],
): Promise<void> {
  const stays = new Set(wanted.map(({ id }) => id));
  for (const { id } of kept) if (!stays.has(id)) await takeOut(tx, id);
  for (const [place, item] of wanted.entries()) {
    const { points, draws } = item;
    const data = { place, points, draws };
    if (item.id) {
      await tx.assignmentItem.update({ where: { id: item.id }, data });
      await tx.itemExercise.deleteMany({ where: { itemId: item.id } });
      await fill(tx, item.id, item);
    } else {
      const made = await tx.assignmentItem.create({ data: { ...data, assignmentId } });
      await fill(tx, made.id, item);
      await give(tx, made, item);
    }
  }
  await tx.$executeRaw`
    update assigned_exercise set place = ordered.place
    from (
      select a.id, row_number() over (partition by a.work_id order by i.place, a.place, a.id) - 1 as place
      from assigned_exercise a join assignment_item i on i.id = a.item_id
      where i.assignment_id = ${assignmentId}::uuid
    ) ordered
    where ordered.id = assigned_exercise.id and ordered.place <> assigned_exercise.place`;
}

async function takeOut(tx: Records, id: string): Promise<void> {
  const given = await tx.assignedExercise.updateMany({
    where: { itemId: id },
    data: { excused: true },
  });
  if (given.count > 0) await tx.assignmentItem.update({ where: { id }, data: { draws: 0 } });
  else await tx.assignmentItem.delete({ where: { id } });
}

const fill = (tx: Records, itemId: string, { exercises }: WantedItem) =>
  tx.itemExercise.createMany({
    data: exercises.map((exerciseId, place) => ({ itemId, exerciseId, place })),
  });

async function give(
  tx: Records,
  { id, assignmentId, draws }: { id: string; assignmentId: string; draws: number },
  { exercises: exerciseIds }: WantedItem,
): Promise<void> {
  const works = await tx.assignmentWork.findMany({
    where: { assignmentId },
    select: { id: true, userId: true, handedInAt: true },
  });
  const rows = await tx.exercise.findMany({
    where: { id: { in: [...exerciseIds] } },
    select: { id: true, currentId: true },
  });
  const versions = new Map(rows.map((row) => [row.id, row.currentId]));
  await tx.assignedExercise.createMany({
    data: works.flatMap(({ id: workId, userId, handedInAt }) =>
      drawFrom({ id, draws, exerciseIds }, userId).map((exerciseId) => ({
        ...{ workId, itemId: id, exerciseId, versionId: versions.get(exerciseId)! },
        // After all that they have, until everything is put in order.
        place: 1_000_000,
        excused: handedInAt !== null,
      })),
    ),
  });
}
