import "server-only";
import { db, pool } from "@/lib/db/client";

const day = 24 * 60 * 60 * 1000;

/** A guest's work is kept for so many days after they last answered, or asked for help or new numbers. */
export const guestDays = 180;

/** Removes guests who have not been back for 180 days, with their work, and gives how many they were. Meant to run once a
 *  day. */
export async function removeOldGuests(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - guestDays * day);
  return db.$transaction(async (tx) => {
    const guests = await tx.$queryRaw<{ id: string }[]>`
      select id from "user"
      where guest_token is not null and created_at < ${before}
        and not exists (
          select from variant v where v.user_id = "user".id and (
            v.created_at >= ${before} or v.opened_at >= ${before}
            or exists (select from submission s where s.variant_id = v.id and s.created_at >= ${before})))
      for update skip locked`;
    const ids = guests.map(({ id }) => id);
    const where = { userId: { in: ids } };
    await tx.submission.deleteMany({ where: { variant: where } });
    await tx.variant.deleteMany({ where });
    await tx.score.deleteMany({ where });
    await tx.mistake.deleteMany({ where });
    await tx.reviewCard.deleteMany({ where });
    await tx.user.deleteMany({ where: { id: { in: ids } } });
    return ids.length;
  });
}

/** Removes counts that count nothing any more. Meant to run once a day. */
export async function removeOldSessions(now = new Date()): Promise<void> {
  await pool.query("delete from rate_limit where expire < $1", [now.getTime()]);
}
