import "server-only";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findLeaving } from "./kept-for-courses";

export type Deleted = { readonly status: "deleted" | "teaches-alone" | "last-admin" };

/** Deletes an account, whose owner proved to be. What they practised goes, and all that tells who they are. Where a section
 *  grades them, their graded work stays under a row without name and email, with the campus id that the section knows them
 *  by: grades that were given must be able to be looked up and appealed. Everybody's history of who changed what keeps
 *  such a row too. Where nothing is to be kept, the row goes as well. */
export async function deleteAccount(userId: string): Promise<Deleted> {
  for (let left = 3; ; left--) {
    try {
      return await db.$transaction((tx) => leave(tx, userId), patience);
    } catch (error) {
      if (left === 1 || !wasOvertaken(error)) throw error;
    }
  }
}

const patience = { maxWait: 10_000, timeout: 30_000 };

/** Whether something was answered in another window meanwhile. */
const wasOvertaken = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && ["P2003", "P2034"].includes(error.code);

async function leave(tx: Records, userId: string): Promise<Deleted> {
  // Two admins, or two instructors of one section, must not leave at once. Answers look at their learner's key alone.
  await tx.$queryRaw`
    select 1 from section where id in (select section_id from enrollment where user_id = ${userId}::uuid)
    order by id for update`;
  await tx.$queryRaw`
    select 1 from "user" where role = 'admin' or id = ${userId}::uuid order by id for no key update`;
  const { teachesAlone, lastAdmin } = await findLeaving(userId, tx);
  if (lastAdmin) return { status: "last-admin" };
  if (teachesAlone.length > 0) return { status: "teaches-alone" };
  await endWaysIn(tx, userId);
  await dropPractice(tx, userId);
  await dropPlaces(tx, userId);
  await forgetName(tx, userId);
  return { status: "deleted" };
}

async function endWaysIn(tx: Records, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.identity.deleteMany({ where: { userId } });
  await tx.oneTimeLink.deleteMany({ where: { userId } });
  await tx.invitation.deleteMany({ where: { userId } });
  await tx.accessToken.deleteMany({ where: { userId } });
}

async function dropPractice(tx: Records, userId: string): Promise<void> {
  await tx.draft.deleteMany({ where: { variant: { userId } } });
  await tx.submission.deleteMany({ where: { variant: { userId, assignedId: null } } });
  await tx.variant.deleteMany({ where: { userId, assignedId: null } });
  await tx.score.deleteMany({ where: { userId } });
  await tx.mistake.deleteMany({ where: { userId } });
  await tx.reviewCard.deleteMany({ where: { userId } });
}

/** Ends their places in sections: those where they have graded work are kept as those of somebody who left. */
async function dropPlaces(tx: Records, userId: string): Promise<void> {
  const graded = { assignments: { some: { works: { some: { userId } } } } };
  await tx.extension.deleteMany({ where: { userId, assignment: { section: { NOT: graded } } } });
  await tx.enrollment.deleteMany({ where: { userId, section: { NOT: graded } } });
  const left = await tx.enrollment.updateManyAndReturn({
    where: { userId, removedAt: null },
    data: { removedAt: new Date() },
    select: { sectionId: true },
  });
  for (const { sectionId } of left)
    await recordChange(tx, {
      action: "account.deleted",
      actorId: null,
      personId: userId,
      sectionId,
    });
}

/** Takes what tells who they are out of what is kept, and the row itself where nothing is. */
async function forgetName(tx: Records, userId: string): Promise<void> {
  const theirs = { action: { startsWith: "account." }, sectionId: null };
  await tx.auditEvent.deleteMany({ where: { ...theirs, actorId: userId, personId: userId } });
  await tx.$executeRaw`
    update audit_event
    set before = before - array['name', 'email'], after = after - array['name', 'email']
    where person_id = ${userId}::uuid and (before ?| array['name', 'email'] or after ?| array['name', 'email'])`;
  const kept = !(await isUnmentioned(tx, userId));
  await recordChange(tx, {
    action: "account.deleted",
    actorId: null,
    ...(kept && { personId: userId }),
  });
  if (!kept) {
    await tx.user.delete({ where: { id: userId } });
    return;
  }
  await tx.user.update({
    where: { id: userId },
    data: {
      name: `Deleted account ${userId.slice(0, 4).toUpperCase()}`,
      email: null,
      passwordHash: null,
      role: "student",
      calendarNonce: null,
      timeZone: null,
      decimalComma: false,
      deletedAt: new Date(),
    },
  });
}

/** Whether nothing that is kept is of this person. */
async function isUnmentioned(tx: Records, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ free: boolean }]>`
    select not (
      exists (select from enrollment where user_id = ${userId}::uuid)
      or exists (select from variant where user_id = ${userId}::uuid)
      or exists (select from assignment_work where user_id = ${userId}::uuid)
      or exists (select from extension where user_id = ${userId}::uuid)
      or exists (select from regrade where created_by_id = ${userId}::uuid)
      or exists (select from exercise_report where replied_by_id = ${userId}::uuid)
      or exists (select from audit_event where actor_id = ${userId}::uuid or person_id = ${userId}::uuid)
    ) as free`;
  return row.free;
}
