import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { giveMarkIn } from "./gradebook/give-mark";

/** What a student said of an exercise, as they see it. */
export interface OwnReport {
  readonly assignedId: string;
  readonly text: string;
  readonly at: Date;
  /** Null while nobody has answered. */
  readonly reply: string | null;
}

/** The reports that a student made in an assignment, the newest first. */
export async function listOwnReports(userId: string, assignmentId: string): Promise<OwnReport[]> {
  const rows = await db.exerciseReport.findMany({
    where: { assigned: { work: { userId, assignmentId } } },
    orderBy: { createdAt: "desc" },
    select: { assignedId: true, text: true, createdAt: true, reply: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }));
}

export type ReportOutcome =
  | "kept"
  /** It is not an exercise of theirs, or they have sent nothing to it. */
  | "nothing-sent"
  /** One waits for an answer already. */
  | "waits";

/** Keeps what a student says of the newest numbers that they have answered in an exercise of theirs. One report at a time. */
export async function reportExercise(
  userId: string,
  { assignmentId, assignedId, text }: { assignmentId: string; assignedId: string; text: string },
): Promise<ReportOutcome> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from assigned_exercise where id = ${assignedId}::uuid for update`;
    const variant = await tx.variant.findFirst({
      where: {
        assignedId,
        userId,
        assigned: { work: { userId, assignmentId } },
        submissions: { some: {} },
      },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (!variant) return "nothing-sent";
    if ((await tx.exerciseReport.count({ where: { assignedId, reply: null } })) > 0) return "waits";
    await tx.exerciseReport.create({ data: { assignedId, variantId: variant.id, text } });
    return "kept";
  });
}

/** A report as staff see it. */
export interface StaffReport {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly reply: string | null;
  readonly repliedBy: string | null;
  readonly student: { readonly id: string; readonly name: string };
  readonly assignment: { readonly id: string; readonly title: string };
  readonly exercise: { readonly id: string; readonly title: string };
  readonly variantId: string;
  readonly assignedId: string;
  /** Of the item, and what stands of them. */
  readonly points: number;
  readonly share: number;
  readonly override: number | null;
}

/** The reports of a section's students, those without an answer first, then the newest. */
export async function listReports(sectionId: string): Promise<StaffReport[]> {
  const rows = await db.exerciseReport.findMany({
    where: { assigned: { work: { assignment: { sectionId } } } },
    orderBy: [{ repliedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 200,
    include: {
      repliedBy: { select: { name: true } },
      assigned: {
        select: {
          share: true,
          override: true,
          item: { select: { points: true } },
          exercise: { select: { id: true, title: true } },
          work: {
            select: {
              user: { select: { id: true, name: true } },
              assignment: { select: { id: true, title: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ assigned: { item, exercise, work, share, override }, ...row }) => ({
    ...{ id: row.id, text: row.text, at: row.createdAt, reply: row.reply },
    repliedBy: row.repliedBy?.name ?? null,
    student: work.user,
    assignment: work.assignment,
    exercise,
    variantId: row.variantId,
    assignedId: row.assignedId,
    points: item.points,
    ...{ share, override },
  }));
}

/** How many of a section's reports nobody has answered. */
export const countWaitingReports = (sectionId: string): Promise<number> =>
  db.exerciseReport.count({
    where: { reply: null, assigned: { work: { assignment: { sectionId } } } },
  });

/** The points of the exercise that a report of the section is about; null where none waits for an answer. */
export async function pointsOfReport(sectionId: string, id: string): Promise<number | null> {
  const row = await db.exerciseReport.findFirst({
    where: { id, reply: null, assigned: { work: { assignment: { sectionId } } } },
    select: { assigned: { select: { item: { select: { points: true } } } } },
  });
  return row?.assigned.item.points ?? null;
}

export interface ReportAnswer {
  readonly reply: string;
  /** A mark from 0 to 1 that stands from now on in place of what was earned; null where none is given. */
  readonly override: number | null;
}

/** Answers a report of a section's student, once; with a mark, where one is given. False where there is none that waits. */
export async function answerReport(
  actorId: string,
  sectionId: string,
  id: string,
  { reply, override }: ReportAnswer,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const report = await tx.exerciseReport.findFirst({
      where: { id, reply: null, assigned: { work: { assignment: { sectionId } } } },
      include: {
        assigned: { include: { work: { select: { userId: true, assignmentId: true } } } },
      },
    });
    if (!report) return false;
    const { count } = await tx.exerciseReport.updateMany({
      where: { id, reply: null },
      data: { reply, repliedById: actorId, repliedAt: new Date() },
    });
    if (count === 0) return false;
    const { assigned, text } = report;
    const { userId: personId, assignmentId } = assigned.work;
    await recordChange(tx, {
      action: "report.answered",
      actorId,
      sectionId,
      personId,
      before: { report: text },
      after: { exercise: assigned.exerciseId, reply },
    });
    if (override === null) return true;
    const { excused, comment } = assigned;
    const mark = { override, excused, comment };
    const work = { sectionId, studentId: personId, assignmentId, assignedId: assigned.id };
    await giveMarkIn(tx, work, { actorId, mark, seen: null, reason: reply });
    return true;
  });
}
