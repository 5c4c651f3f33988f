import "server-only";
import { laterBy } from "@/lib/assessment/terms/terms";
import type { Records } from "@/lib/cohort/audit";
import { type CopiedSection, copySection } from "@/lib/cohort/copy-section";
import { db } from "@/lib/db/client";

/** Copies a section for a new term with its assignments, and gives the copy's id. Its assignments are drafts, so that their
 *  dates are looked at before students see them: each date is as many days later as the term is, at the same time of day
 *  in the section's zone. Where the original has no first day, nothing says how far dates move, and they stay. Throws
 *  where there is no such section. */
export function copyTerm(actorId: string, sectionId: string, as: CopiedSection): Promise<string> {
  return db.$transaction(async (tx) => {
    const { id, days } = await copySection(tx, actorId, sectionId, as);
    await copyAssignments(tx, { from: sectionId, to: id, days: days ?? 0 });
    return id;
  });
}

async function copyAssignments(
  tx: Records,
  { from, to, days }: { from: string; to: string; days: number },
): Promise<void> {
  const assignments = await tx.assignment.findMany({
    where: { sectionId: from },
    orderBy: { createdAt: "asc" },
    include: {
      items: { orderBy: { place: "asc" }, include: { pool: true } },
      section: { select: { timeZone: true } },
    },
  });
  for (const { items, section, ...assignment } of assignments) {
    const moved = (date: Date) => laterBy(date, days, section.timeZone);
    const { title, intro, kind, category, policy, password } = assignment;
    await tx.assignment.create({
      data: {
        ...{ title, intro, kind, category, password, sectionId: to, policy: policy ?? {} },
        opensAt: moved(assignment.opensAt),
        dueAt: moved(assignment.dueAt),
        closesAt: moved(assignment.closesAt),
        items: { create: items.filter(isGiven).map(itemCopy) },
      },
    });
  }
}

/** One that was taken out gives nothing to anybody. */
const isGiven = ({ draws }: { draws: number }) => draws > 0;

function itemCopy(
  item: {
    readonly points: number;
    readonly draws: number;
    readonly pool: readonly { readonly exerciseId: string; readonly place: number }[];
  },
  place: number,
) {
  const { points, draws, pool } = item;
  const exercises = pool.map(({ exerciseId, place: at }) => ({ exerciseId, place: at }));
  return { place, points, draws, pool: { create: exercises } };
}
