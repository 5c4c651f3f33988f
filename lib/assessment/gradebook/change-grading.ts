import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { type Grading, gradingOf } from "./grading";
import { shownPercent } from "./shown-percent";

/** Changes a section's categories and letters, and keeps what they were. Assignments of a category that is gone are in
 *  none from then on. Nothing is kept where nothing changes. */
export async function changeGrading(
  actorId: string,
  sectionId: string,
  grading: Grading,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from section where id = ${sectionId}::uuid for update`;
    const row = await tx.section.findUniqueOrThrow({ where: { id: sectionId } });
    const before = gradingOf(row.grading);
    if (JSON.stringify(before) === JSON.stringify(grading)) return;
    await tx.section.update({ where: { id: sectionId }, data: { grading } });
    const kept = grading.categories.map(({ id }) => id);
    await tx.assignment.updateMany({
      where: { sectionId, category: { not: null, notIn: kept } },
      data: { category: null },
    });
    await recordChange(tx, {
      action: "grade.weights",
      actorId,
      sectionId,
      before: inWords(before),
      after: inWords(grading),
    });
  });
}

function inWords({ categories, letters }: Grading) {
  return {
    categories: categories.map(({ name, weight, dropLowest }) =>
      [`${name}, weight ${weight}`, dropLowest > 0 && `${dropLowest} dropped`]
        .filter(Boolean)
        .join(", "),
    ),
    letters: letters.map(({ name, from }) => `${name} from ${shownPercent(from)} %`),
  };
}
