import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** A window that was not heard of for so long is closed, in ms. */
const closedAfter = 20_000;

interface OpenWindow {
  readonly fileId: string;
  readonly clientId: string;
  readonly userId: string;
}

/** Notes that a window is open, and gives who else has the file open, by name. */
export async function noteWindow(
  tx: Prisma.TransactionClient,
  { fileId, clientId, userId }: OpenWindow,
): Promise<string[]> {
  const seenAt = new Date();
  await tx.fileWindow.upsert({
    where: { fileId_clientId: { fileId, clientId } },
    create: { fileId, clientId, userId, seenAt },
    update: { seenAt },
  });
  const closed = new Date(seenAt.getTime() - closedAfter);
  await tx.fileWindow.deleteMany({ where: { fileId, seenAt: { lt: closed } } });
  const open = await tx.fileWindow.findMany({
    where: { fileId, userId: { not: userId } },
    select: { user: { select: { name: true } } },
  });
  return [...new Set(open.map(({ user }) => user.name))];
}
