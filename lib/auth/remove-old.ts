import "server-only";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { guestCookieSeconds } from "./guest-cookie";
import { sessionSeconds } from "./session";

const day = 24 * 60 * 60 * 1000;

/** A guest's work is kept for so many days after they last answered, or asked for help or new numbers. */
export const guestDays = 180;

const batch = 200;

/** Removes the work of guests who have not been back for 180 days, and gives how many they were. Their cookies open nothing
 *  from then on. The empty rows of guests who ended go once no cookie of theirs can be in use any more: without the row, a
 *  cookie would be given its old numbers again. Meant to run once a day. */
export async function removeOldGuests(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - guestDays * day);
  let [removed, last] = [0, batch];
  while (last === batch) {
    last = await db.$transaction((tx) => removeBatch(tx, before, now));
    removed += last;
  }
  const cookiesRanOut = new Date(now.getTime() - 1000 * guestCookieSeconds - day);
  await db.user.deleteMany({ where: { guestEndedAt: { lt: cookiesRanOut } } });
  return removed;
}

async function removeBatch(tx: Prisma.TransactionClient, before: Date, now: Date): Promise<number> {
  const guests = await tx.$queryRaw<{ id: string }[]>`
    select id from "user"
    where guest_token is not null and guest_ended_at is null and created_at < ${before}
      and not exists (
        select from variant v where v.user_id = "user".id and (
          v.created_at >= ${before} or v.opened_at >= ${before}
          or exists (select from submission s where s.variant_id = v.id and s.created_at >= ${before})))
    limit ${batch} for no key update skip locked`;
  const ids = guests.map(({ id }) => id);
  const where = { userId: { in: ids } };
  await tx.submission.deleteMany({ where: { variant: where } });
  await tx.variant.deleteMany({ where });
  await tx.score.deleteMany({ where });
  await tx.mistake.deleteMany({ where });
  await tx.reviewCard.deleteMany({ where });
  await tx.user.updateMany({ where: { id: { in: ids } }, data: { guestEndedAt: now } });
  return ids.length;
}

/** Removes sessions that ran out. Meant to run once a day. */
export async function removeOldSessions(now = new Date()): Promise<void> {
  const begun = new Date(now.getTime() - 1000 * sessionSeconds);
  await db.session.deleteMany({ where: { createdAt: { lt: begun } } });
}
