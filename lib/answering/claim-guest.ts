import "server-only";
import { findGuestId } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rescore } from "./rescore";

/** Gives an account everything that this browser's guest answered; called at each sign-in. */
export async function claimGuestOfThisBrowser(userId: string): Promise<void> {
  const guestId = await findGuestId();
  if (guestId && guestId !== userId) await claimGuest(guestId, userId);
}

/** Moves a guest's variants, with their submissions, to an account, numbered on after its own; the guest has ended
 *  then. Its empty row stays, so that no copy of its cookie makes it anew: it would be given the same numbers, and could
 *  look up what the account is graded on. Of two sign-ins at once, the second finds no guest any more. Answers may arrive
 *  meanwhile: they are kept and counted. */
export async function claimGuest(guestId: string, userId: string): Promise<void> {
  for (let left = 5; left > 0; left--) {
    try {
      return await db.$transaction((tx) => move(tx, guestId, userId), patience);
    } catch (error) {
      if (left === 1 || !wasOvertaken(error)) throw error;
    }
  }
}

const patience = { maxWait: 10_000, timeout: 20_000 };

/** Whether numbers were frozen for the guest or the account after they were looked for. */
const wasOvertaken = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  ["P2002", "P2003", "P2034"].includes(error.code);

async function move(tx: Prisma.TransactionClient, guestId: string, userId: string): Promise<void> {
  // "no key": an answer being kept looks at its learner's key, and must not wait here for us while we wait for it.
  const locked = await tx.$queryRaw<unknown[]>`
    select 1 from "user"
    where id = ${userId}::uuid
      or (id = ${guestId}::uuid and guest_token is not null and guest_ended_at is null)
    order by id for no key update`;
  if (locked.length < 2) return;
  const moved = await tx.variant.findMany({
    where: { userId: guestId },
    orderBy: { number: "asc" },
    select: { id: true, exerciseId: true },
  });
  const numbers = await lastNumbers(tx, userId);
  for (const { id, exerciseId } of moved) {
    const number = (numbers.get(exerciseId) ?? 0) + 1;
    numbers.set(exerciseId, number);
    await tx.variant.update({ where: { id }, data: { userId, number } });
  }
  await tx.score.deleteMany({ where: { userId: guestId } });
  const exercises = new Set(moved.map((variant) => variant.exerciseId));
  for (const exerciseId of [...exercises].sort()) await rescore(tx, userId, exerciseId);
  // After the scores, as where a submission is kept: who takes rows in one order never waits in a ring.
  await moveMistakes(tx, guestId, userId);
  await moveCards(tx, guestId, userId);
  await tx.user.update({ where: { id: guestId }, data: { guestEndedAt: new Date() } });
}

async function moveMistakes(tx: Prisma.TransactionClient, guestId: string, userId: string) {
  await tx.$executeRaw`
    insert into mistake (user_id, exercise_id, rule, count, last_at)
    select ${userId}::uuid, exercise_id, rule, count, last_at from mistake where user_id = ${guestId}::uuid
    on conflict (user_id, exercise_id, rule) do update set
      count = mistake.count + excluded.count,
      last_at = greatest(mistake.last_at, excluded.last_at)`;
  await tx.mistake.deleteMany({ where: { userId: guestId } });
}

/** Of two cards of one skill the one that has seen more reviews stays, and of two that have seen as many, the later. */
async function moveCards(tx: Prisma.TransactionClient, guestId: string, userId: string) {
  await tx.$executeRaw`
    insert into review_card
      (user_id, course_id, skill, due, stability, difficulty, rating, reps, reviewed_at)
    select ${userId}::uuid, course_id, skill, due, stability, difficulty, rating, reps, reviewed_at
    from review_card where user_id = ${guestId}::uuid
    order by skill
    on conflict (user_id, course_id, skill) do update set
      due = excluded.due,
      stability = excluded.stability,
      difficulty = excluded.difficulty,
      rating = excluded.rating,
      reps = excluded.reps,
      reviewed_at = excluded.reviewed_at
    where (review_card.reps, review_card.reviewed_at) < (excluded.reps, excluded.reviewed_at)`;
  await tx.reviewCard.deleteMany({ where: { userId: guestId } });
}

async function lastNumbers(tx: Prisma.TransactionClient, userId: string) {
  const groups = await tx.variant.groupBy({
    by: ["exerciseId"],
    where: { userId, assignedId: null },
    _max: { number: true },
  });
  return new Map(groups.map(({ exerciseId, _max }) => [exerciseId, _max.number ?? 0]));
}
