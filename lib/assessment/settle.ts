import "server-only";
import type { Records } from "@/lib/cohort/audit";
import { findStaffAssignment } from "./setting/assignments";
import { shareNow } from "./setting/impact";
import { type BegunWork, listBegunWork, possibleIn } from "./sitting/begun-work";
import { earnedOf } from "./terms/earned";
import { endOf, type Terms, termsOf } from "./terms/terms";

/** Makes what is kept of an assignment agree with what holds in it now: everything that was answered is worked out anew,
 *  and those go on whose work the clock had handed in and who have time left. `known` is the work of all who have begun,
 *  where it was read already in this transaction, since their answers are held; `userId` names one alone. */
export async function settle(
  tx: Records,
  assignmentId: string,
  now: Date,
  { known, userId }: { known?: readonly BegunWork[]; userId?: string } = {},
): Promise<void> {
  if (!known) await holdAnswers(tx, assignmentId, userId);
  const assignment = await findStaffAssignment(assignmentId, tx);
  if (!assignment) return;
  const { settings, timeZone } = assignment;
  const works = known ?? (await listBegunWork(tx, assignmentId, userId));
  const held = works.map((work) => ({
    work,
    terms: termsOf({ ...settings, timeZone }, work.timeFactor, work.extensions),
  }));
  await reopen(tx, held, now);
  await recount(tx, held, await possibleIn(works));
}

/** Has answers in an assignment, everyone's or one student's, wait until the transaction ends. Those that were on their way
 *  find that their variant has moved on, and are worked out again by what holds then. The rows are held for update, so
 *  that no variant is made meanwhile either. */
export async function holdAnswers(
  tx: Records,
  assignmentId: string,
  userId: string | null = null,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from assigned_exercise a join assignment_work w on w.id = a.work_id
    where w.assignment_id = ${assignmentId}::uuid
      and (${userId}::uuid is null or w.user_id = ${userId}::uuid)
    order by a.id for update of a`;
  await tx.$executeRaw`
    update variant set revision = revision + 1
    from assigned_exercise a join assignment_work w on w.id = a.work_id
    where variant.assigned_id = a.id and w.assignment_id = ${assignmentId}::uuid
      and (${userId}::uuid is null or w.user_id = ${userId}::uuid)`;
}

type Held = readonly { readonly work: BegunWork; readonly terms: Terms }[];

async function reopen(tx: Records, held: Held, now: Date): Promise<void> {
  const open = held.filter(
    ({ work: { handedInAt, byClock, begunAt }, terms }) =>
      handedInAt && byClock && endOf(terms, begunAt) > now,
  );
  await tx.assignmentWork.updateMany({
    where: { id: { in: open.map(({ work }) => work.id) } },
    data: { handedInAt: null, byClock: false },
  });
}

async function recount(
  tx: Records,
  held: Held,
  possibleOf: (versionId: string) => number,
): Promise<void> {
  const anew = held
    .flatMap(({ work, terms }) =>
      work.exercises.map((one) => ({
        id: one.id,
        was: one.share,
        share: shareNow(one, earnedOf(terms, one.tried, possibleOf)),
      })),
    )
    .filter(({ was, share }) => was !== share);
  const ids = anew.map(({ id }) => id);
  const shares = anew.map(({ share }) => share);
  await tx.$executeRaw`
    update assigned_exercise set share = greatest(at_least, anew.share)
    from unnest(${ids}::uuid[], ${shares}::float8[]) as anew(id, share)
    where assigned_exercise.id = anew.id`;
}
