import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** Ends every session of an account, on all devices. */
export async function endEverySession(userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId } });
    await recordChange(tx, { action: "account.signed-out", actorId: userId, personId: userId });
  });
}
