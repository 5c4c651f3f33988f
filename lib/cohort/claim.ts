import "server-only";
import { type Account, accountColumns, type Visitor } from "@/lib/auth/authenticate";
import { markClaimed } from "@/lib/auth/mark-claimed";
import { hashPassword } from "@/lib/auth/password";
import { countAttempt, forgetAttempt } from "@/lib/auth/rate-limit";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import type { Records } from "./audit";
import { findInvitation, wayOf } from "./invitations";

/** What a link from an invitation opens. */
export type Claim =
  | OpenClaim
  /** The account has been claimed, by this link or otherwise. */
  | { readonly status: "used" }
  /** It is no link of ours, or a newer one has taken its place. */
  | { readonly status: "replaced" }
  /** They were taken out of the section since. */
  | { readonly status: "withdrawn"; readonly section: string; readonly course: string }
  /** Others have given the account more since, so that only its owner's mailbox or provider opens it. */
  | { readonly status: "holds-more" };

export interface OpenClaim {
  readonly status: "open";
  readonly userId: string;
  readonly email: string;
  readonly section: { readonly id: string; readonly name: string };
  readonly course: { readonly slug: string; readonly title: string };
  readonly role: "student" | "assistant" | "instructor";
}

/** What is at the end of a link, `<invitation id>.<mac>`, as things are now. */
export async function findClaim(token: string, tx: Records = db): Promise<Claim> {
  const [id = "", mac = ""] = token.split(".");
  const found = isId(id) ? await findInvitation(id, tx) : null;
  const way = found && wayOf(found, mac);
  if (!found || !way) return { status: "replaced" };
  const { userId, email, section, course, role } = found;
  if (found.claimedAt || !found.unopened) return { status: "used" };
  if (!role || found.removed)
    return { status: "withdrawn", section: section.name, course: course.title };
  if (way === "copy" && found.holdsMore) return { status: "holds-more" };
  return { status: "open", userId, email, section, course, role };
}

export type Claimed =
  | { readonly status: "claimed"; readonly account: Account; readonly claim: OpenClaim }
  | { readonly status: "wait"; readonly seconds: number }
  | Exclude<Claim, OpenClaim>;

/** Gives the account at the end of a link its password. With that, all invitations to it are claimed. */
export async function claimAccount(
  token: string,
  password: string,
  { address }: Visitor,
): Promise<Claimed> {
  const attempt = { email: `claim ${token.split(".")[0]}`, address, browser: null };
  const seconds = await countAttempt(attempt);
  if (seconds !== null) return { status: "wait", seconds };
  const claim = await findClaim(token);
  if (claim.status !== "open") return claim;
  const passwordHash = await hashPassword(password);
  const claimed = await db.$transaction((tx) => open(tx, token, claim.userId, passwordHash));
  if (claimed.status === "claimed") await forgetAttempt(attempt);
  return claimed;
}

async function open(
  tx: Records,
  token: string,
  userId: string,
  passwordHash: string,
): Promise<Claimed> {
  // Who comes second by the same link, or a provider, finds it used.
  await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
  const claim = await findClaim(token, tx);
  if (claim.status !== "open") return claim;
  const account = await tx.user.update({
    where: { id: userId },
    data: { passwordHash },
    select: accountColumns,
  });
  await markClaimed(tx, userId, "link");
  return { status: "claimed", account, claim };
}
