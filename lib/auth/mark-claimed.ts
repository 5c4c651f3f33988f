import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** Ends every invitation to an account that its owner has just opened, and keeps in each section's history that they did:
 *  by an invitation's link, or by a provider that vouches for their email. */
export async function markClaimed(
  tx: Prisma.TransactionClient,
  userId: string,
  by: "link" | "provider",
): Promise<void> {
  const ended = await tx.invitation.updateManyAndReturn({
    where: { userId, claimedAt: null },
    data: { claimedAt: new Date() },
    select: { sectionId: true },
  });
  const about = { action: "person.claimed", actorId: userId, personId: userId, after: { by } };
  await tx.auditEvent.createMany({
    data: ended.map((invitation) => ({ ...about, ...invitation })),
  });
}
