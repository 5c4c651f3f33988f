import "server-only";
import { db } from "@/lib/db/client";
import type { RegradeStatus, RegradeTreatment } from "@/lib/db/generated/client";
import type { PlannedChange } from "./outcome";

/** A regrade as its page shows it, with every student it concerns. */
export interface FoundRegrade {
  readonly id: string;
  readonly exercise: string;
  readonly status: RegradeStatus;
  /** Whether it makes numbers void, and judges nothing anew. */
  readonly voids: boolean;
  readonly treatment: RegradeTreatment;
  readonly keepsHigher: boolean;
  readonly reason: string;
  readonly done: number;
  readonly total: number;
  readonly students: readonly RegradedStudent[];
}

export interface RegradedStudent extends PlannedChange {
  readonly assignedId: string;
  readonly name: string;
  readonly assignment: string;
  /** Of the item. */
  readonly points: number;
  /** Staff gave a mark that stands whatever is earned. */
  readonly overridden: boolean;
  /** What stands since it was applied; null until then. */
  readonly counted: number | null;
}

/** A regrade of a section, students by name once they are worked out and while nothing is under way; null where there is
 *  none. */
export async function findRegrade(sectionId: string, id: string): Promise<FoundRegrade | null> {
  const row = await db.regrade.findFirst({
    where: { id, sectionId, status: { not: "dropped" } },
    include: { exercise: { select: { title: true } } },
  });
  if (!row) return null;
  const { status, voids, treatment, keepsHigher, reason, done, total } = row;
  const rests = status === "planned" || status === "applied";
  return {
    ...{ id, status, voids, treatment, keepsHigher, reason, done, total },
    exercise: row.exercise.title,
    students: rests ? await listStudents(id) : [],
  };
}

async function listStudents(regradeId: string): Promise<RegradedStudent[]> {
  const rows = await db.regradeChange.findMany({
    where: { regradeId },
    include: {
      assigned: {
        select: {
          override: true,
          item: { select: { points: true, assignment: { select: { title: true } } } },
          work: { select: { user: { select: { name: true } } } },
        },
      },
    },
  });
  const students = rows.map(({ assigned: { override, item, work }, ...change }) => ({
    ...{ before: change.before, after: change.after, voided: change.voided, lost: change.lost },
    assignedId: change.assignedId,
    name: work.user.name,
    assignment: item.assignment.title,
    points: item.points,
    overridden: override !== null,
    counted: change.counted,
  }));
  return students.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
