import "server-only";
import { findGuestId } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { rescore } from "./rescore";

/** Gives an account everything that this browser's guest answered; called at each sign-in. */
export async function claimGuestOfThisBrowser(userId: string): Promise<void> {
  const guestId = await findGuestId();
  if (guestId && guestId !== userId) await claimGuest(guestId, userId);
}

/** Moves a guest's variants, with their submissions, to an account, numbered on after its own; the guest is gone
 *  then. Of two sign-ins at once, the second finds no guest any more. */
export async function claimGuest(guestId: string, userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      select 1 from "user" where id in (${guestId}::uuid, ${userId}::uuid) order by id for update`;
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
    for (const exerciseId of new Set(moved.map((variant) => variant.exerciseId))) {
      await rescore(tx, userId, exerciseId);
    }
    await tx.user.delete({ where: { id: guestId } });
  });
}

async function lastNumbers(tx: Prisma.TransactionClient, userId: string) {
  const groups = await tx.variant.groupBy({
    by: ["exerciseId"],
    where: { userId },
    _max: { number: true },
  });
  return new Map(groups.map(({ exerciseId, _max }) => [exerciseId, _max.number ?? 0]));
}
