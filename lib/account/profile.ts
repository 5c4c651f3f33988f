import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** Gives an account another name, and keeps that in its history. */
export async function changeName(userId: string, name: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const now = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    if (now.name === name) return;
    await tx.user.update({ where: { id: userId }, data: { name } });
    await recordChange(tx, {
      action: "account.name",
      actorId: userId,
      personId: userId,
      before: { name: now.name },
      after: { name },
    });
  });
}

/** How times and numbers are shown to somebody. */
export interface Display {
  /** An IANA name; null for their browser's own. */
  readonly timeZone: string | null;
  readonly decimalComma: boolean;
}

/** Remembers how times and numbers are to be shown to an account. */
export async function saveDisplay(
  userId: string,
  { timeZone, decimalComma }: Display,
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { timeZone, decimalComma } });
}
