import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** Keeps in an account's history that its data was downloaded. */
export async function recordDownload(userId: string, file: string): Promise<void> {
  const entry = { actorId: userId, personId: userId, after: { file } };
  await recordChange(db, { action: "account.downloaded", ...entry });
}
