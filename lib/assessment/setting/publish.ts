import "server-only";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { findStaffAssignment, type StaffAssignment } from "./assignments";

export type Published =
  | { readonly status: "done" }
  | { readonly status: "gone" }
  /** It has no exercise. */
  | { readonly status: "empty" }
  /** It would be closed from the first moment on. */
  | { readonly status: "over" }
  /** Students have begun it. */
  | { readonly status: "begun" };

/** Lets students see an assignment. Whoever published it first did so. */
export function publishAssignment(actorId: string, id: string): Promise<Published> {
  return locked(id, async (tx, { settings, sectionId, publishedAt }) => {
    if (publishedAt) return { status: "done" };
    if ((await tx.assignmentItem.count({ where: { assignmentId: id, draws: { gt: 0 } } })) === 0)
      return { status: "empty" };
    const now = await clockNow();
    if (settings.closesAt <= now) return { status: "over" };
    await tx.assignment.update({ where: { id }, data: { publishedAt: now } });
    const after = { assignment: settings.title };
    await recordChange(tx, { action: "assignment.published", actorId, sectionId, after });
    return { status: "done" };
  });
}

/** Makes an assignment a draft again, which students do not see, as long as nobody has begun it. */
export function unpublishAssignment(actorId: string, id: string): Promise<Published> {
  return locked(id, async (tx, { settings, sectionId, publishedAt, begun }) => {
    if (!publishedAt) return { status: "done" };
    if (begun > 0) return { status: "begun" };
    await tx.assignment.update({ where: { id }, data: { publishedAt: null } });
    const after = { assignment: settings.title };
    await recordChange(tx, { action: "assignment.unpublished", actorId, sectionId, after });
    return { status: "done" };
  });
}

/** Removes a draft for good, as long as nothing of a student's hangs on it. */
export function removeAssignment(actorId: string, id: string): Promise<Published> {
  return locked(id, async (tx, { settings, sectionId, publishedAt }) => {
    const works = await tx.assignmentWork.count({ where: { assignmentId: id } });
    if (publishedAt || works > 0) return { status: "begun" };
    await tx.extension.deleteMany({ where: { assignmentId: id } });
    await tx.assignment.delete({ where: { id } });
    const before = { assignment: settings.title };
    await recordChange(tx, { action: "assignment.removed", actorId, sectionId, before });
    return { status: "done" };
  });
}

/** Does something to an assignment as it is now; changes of one come one after the other. */
function locked(
  id: string,
  act: (tx: Records, assignment: StaffAssignment) => Promise<Published>,
): Promise<Published> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from assignment where id = ${id}::uuid for update`;
    const assignment = await findStaffAssignment(id, tx);
    return assignment ? act(tx, assignment) : { status: "gone" };
  });
}
