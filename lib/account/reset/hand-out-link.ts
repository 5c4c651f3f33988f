import "server-only";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { addressOf, makeLink } from "../one-time-link";

/** Makes a link for a new password, to be handed on to the account's owner. `actorId` is null for whoever runs the server.
 *  Null where there is no such account. */
export async function handOutLink(
  actorId: string | null,
  account: { readonly id: string } | { readonly email: string },
): Promise<string | null> {
  const found = await db.user.findFirst({
    where: { ...account, AND: { email: { not: null } } },
    select: { id: true },
  });
  if (!found) return null;
  const { id: personId } = found;
  const token = await db.$transaction(async (tx) => {
    await recordChange(tx, { action: "account.reset-link", actorId, personId });
    return makeLink(personId, "reset", { tx });
  });
  return addressOf("reset", token);
}
