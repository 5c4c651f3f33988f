import "server-only";
import { type AuditAction, type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What staff say of a piece of work. */
export interface StaffMark {
  /** From 0 to 1, in place of what was earned; null where that stands. */
  readonly override: number | null;
  readonly excused: boolean;
  readonly comment: string;
}

/** Whose work it is about: one exercise of it, or the whole where none is named. */
export interface MarkedWork {
  readonly sectionId: string;
  readonly studentId: string;
  readonly assignmentId: string;
  readonly assignedId: string | null;
}

export interface GivenMark {
  readonly actorId: string;
  readonly mark: StaffMark;
  /** What stood there when it was decided; null where that does not matter. */
  readonly seen: StaffMark | null;
  /** Why; the student sees it. */
  readonly reason: string;
}

export type MarkOutcome =
  | "kept"
  | "unchanged"
  /** Somebody else has changed it since. */
  | "changed-meanwhile"
  /** There is no such exercise in the student's work. */
  | "gone";

/** Keeps what staff say of a student's work, with what was there before and why. Whoever calls it has checked that the
 *  assignment and the student are the section's. */
export function giveMark(work: MarkedWork, given: GivenMark): Promise<MarkOutcome> {
  return db.$transaction((tx) => giveMarkIn(tx, work, given));
}

/** The same within a transaction. */
export async function giveMarkIn(
  tx: Records,
  work: MarkedWork,
  { actorId, mark, seen, reason }: GivenMark,
): Promise<MarkOutcome> {
  const row = await lockMarked(tx, work);
  if (!row) return "gone";
  if (seen && fields.some((field) => row[field] !== seen[field])) return "changed-meanwhile";
  const changed = fields.filter((field) => row[field] !== mark[field]);
  if (changed.length === 0) return "unchanged";
  const data = { override: mark.override, excused: mark.excused, comment: mark.comment };
  if (work.assignedId === null) await tx.assignmentWork.update({ where: { id: row.id }, data });
  else await tx.assignedExercise.update({ where: { id: row.id }, data });
  for (const field of changed) {
    await recordChange(tx, {
      action: actions[field],
      actorId,
      sectionId: work.sectionId,
      personId: work.studentId,
      before: { [field]: row[field] },
      after: { ...placeOf(work, row), [field]: mark[field] },
      reason,
    });
  }
  return "kept";
}

const fields = ["override", "excused", "comment"] as const satisfies (keyof StaffMark)[];

const actions = {
  override: "grade.override",
  excused: "grade.excused",
  comment: "grade.comment",
} as const satisfies Record<keyof StaffMark, AuditAction>;

interface MarkedRow extends StaffMark {
  readonly id: string;
  readonly exerciseId?: string;
}

const placeOf = (
  { assignmentId }: MarkedWork,
  { exerciseId }: MarkedRow,
): Prisma.InputJsonObject => ({
  assignment: assignmentId,
  ...(exerciseId ? { exercise: exerciseId } : {}),
});

/** What is marked, held until the transaction ends. A student who has not begun gets the row of their work by it. */
async function lockMarked(
  tx: Records,
  { studentId, assignmentId, assignedId }: MarkedWork,
): Promise<MarkedRow | null> {
  if (assignedId === null) {
    const place = { assignmentId, userId: studentId };
    await tx.assignmentWork.createMany({ data: [place], skipDuplicates: true });
    await tx.$executeRaw`select 1 from assignment_work
      where assignment_id = ${assignmentId}::uuid and user_id = ${studentId}::uuid for update`;
    return tx.assignmentWork.findUnique({ where: { assignmentId_userId: place } });
  }
  await tx.$executeRaw`select 1 from assigned_exercise where id = ${assignedId}::uuid for update`;
  return tx.assignedExercise.findFirst({
    where: { id: assignedId, work: { assignmentId, userId: studentId } },
  });
}
