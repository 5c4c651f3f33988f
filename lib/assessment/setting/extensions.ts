import "server-only";
import { settle } from "@/lib/assessment/settle";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { isId } from "@/lib/db/id";
import { findStaffAssignment, type StaffAssignment } from "./assignments";
import type { ReadExtension } from "./extension-form";
import { momentText } from "./zoned-time";

/** An extension as its staff see it. */
export interface ExtensionEntry {
  readonly id: string;
  /** The student's name, or the group's. */
  readonly who: string;
  readonly isGroup: boolean;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly extraAttempts: number;
  readonly extraMinutes: number;
  /** Late days that the student spent; 0 where staff gave it. */
  readonly lateDays: number;
  readonly reason: string;
  readonly endedAt: Date | null;
}

/** An assignment's extensions, those that count first, the newest of them first. */
export async function listExtensions(assignmentId: string): Promise<ExtensionEntry[]> {
  const rows = await db.extension.findMany({
    where: { assignmentId },
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    include: { user: { select: { name: true } } },
  });
  return rows.map(({ user, group, userId, assignmentId: _, createdAt: __, ...row }) => ({
    ...row,
    who: user?.name ?? group ?? "",
    isGroup: userId === null,
  }));
}

/** Whom an extension can be given to: the section's students by name, and its groups. */
export async function listReceivers(
  sectionId: string,
): Promise<{ students: { id: string; name: string }[]; groups: string[] }> {
  const rows = await db.enrollment.findMany({
    where: { sectionId, role: "student", removedAt: null },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { group: true, user: { select: { id: true, name: true, email: true } } },
  });
  const names = rows.map(({ user }) => user.name);
  const students = rows.map(({ user: { id, name, email } }) => ({
    id,
    // Two of one name are told apart.
    name: names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}, ${email}`,
  }));
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))].toSorted((a, b) =>
    a.localeCompare(b, "en"),
  );
  return { students, groups };
}

export type ExtensionOutcome =
  | { readonly status: "done" }
  | { readonly status: "gone" }
  /** There is no such student or group in the section. */
  | { readonly status: "nobody" };

/** Gives a student or a group more time or more attempts in an assignment. What the clock had handed in opens again where
 *  there is time left now, and what was late is worked out anew. */
export async function giveExtension(
  actorId: string,
  assignmentId: string,
  { to, reason, ...given }: ReadExtension,
): Promise<ExtensionOutcome> {
  return db.$transaction(
    async (tx) => {
      const assignment = await lock(tx, assignmentId);
      if (!assignment) return { status: "gone" };
      const { sectionId } = assignment;
      const receiver = await findReceiver(tx, sectionId, to);
      if (!receiver) return { status: "nobody" };
      const { userId, group } = receiver;
      await tx.extension.create({ data: { assignmentId, userId, group, reason, ...given } });
      await recordChange(tx, {
        action: "extension.given",
        actorId,
        sectionId,
        ...(userId ? { personId: userId } : {}),
        after: { ...told(assignment, { group, ...given }) },
        reason,
      });
      await settle(tx, assignmentId, await clockNow());
      return { status: "done" };
    },
    { timeout: 60_000 },
  );
}

/** Takes an extension back: it counts no more. Points that it kept from being late are worked out anew. */
export async function endExtension(
  actorId: string,
  assignmentId: string,
  id: string,
  reason: string,
): Promise<ExtensionOutcome> {
  return db.$transaction(
    async (tx) => {
      const assignment = await lock(tx, assignmentId);
      const extension = isId(id)
        ? await tx.extension.findFirst({ where: { id, assignmentId, endedAt: null } })
        : null;
      if (!assignment || !extension) return { status: "gone" };
      const now = await clockNow();
      await tx.extension.update({ where: { id }, data: { endedAt: now } });
      await recordChange(tx, {
        action: "extension.ended",
        actorId,
        sectionId: assignment.sectionId,
        ...(extension.userId ? { personId: extension.userId } : {}),
        before: { ...told(assignment, extension) },
        reason,
      });
      await settle(tx, assignmentId, now);
      return { status: "done" };
    },
    { timeout: 60_000 },
  );
}

async function lock(tx: Records, id: string): Promise<StaffAssignment | null> {
  await tx.$queryRaw`select 1 from assignment where id = ${id}::uuid for update`;
  return findStaffAssignment(id, tx);
}

async function findReceiver(tx: Records, sectionId: string, { kind, name }: ReadExtension["to"]) {
  const who = kind === "group" ? { group: name } : { userId: name };
  if (kind === "student" && !isId(name)) return null;
  const where = { sectionId, role: "student" as const, removedAt: null, ...who };
  if (!(await tx.enrollment.findFirst({ where, select: { userId: true } }))) return null;
  return { userId: kind === "student" ? name : null, group: kind === "group" ? name : null };
}

function told(
  { settings, timeZone }: StaffAssignment,
  given: Omit<ReadExtension, "to" | "reason"> & { readonly group: string | null },
) {
  const { group, dueAt, closesAt, extraAttempts, extraMinutes } = given;
  return {
    assignment: settings.title,
    ...(group && { group }),
    ...(dueAt && { Due: momentText(dueAt, timeZone) }),
    ...(closesAt && { Closes: momentText(closesAt, timeZone) }),
    ...(extraAttempts && { "More attempts": extraAttempts }),
    ...(extraMinutes && { "More minutes": extraMinutes }),
  };
}
