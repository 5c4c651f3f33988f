import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { plainName } from "@/lib/auth/plain-name";
import { addressOf, countBadToken, countProgram } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";

/** How many days a token may work. */
export const tokenDays = ["30", "90", "365"] as const;

/** As many tokens an account may have at a time. */
const most = 20;

/** What a new token is made of. */
export const tokenForm = z.object({
  name: z
    .string()
    .transform(plainName)
    .pipe(
      z
        .string()
        .min(1, "Name it after what will use it, such as “my laptop”.")
        .max(60, "Please use a name of at most 60 characters."),
    ),
  days: z.enum(tokenDays, "Choose one from the list."),
});

/** A token as its owner sees it: everything but the token. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly endsAt: Date;
  readonly lastUsedAt: Date | null;
}

/** A searcher of leaked secrets knows our tokens by how they begin. */
const prefix = "chainrule_";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes a token, which is told this once; null where the account has as many as it may have. */
export async function makeToken(
  userId: string,
  { name, days }: z.output<typeof tokenForm>,
): Promise<string | null> {
  const token = prefix + randomBytes(32).toString("base64url");
  const endsAt = new Date(Date.now() + Number(days) * 86_400_000);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
    await tx.accessToken.deleteMany({ where: { userId, endsAt: { lt: new Date() } } });
    if ((await tx.accessToken.count({ where: { userId } })) >= most) return null;
    await tx.accessToken.create({ data: { userId, name, hash: hashOf(token), endsAt } });
    const about = { actorId: userId, personId: userId, after: { token: name } };
    await recordChange(tx, { action: "account.token-made", ...about });
    return token;
  });
}

/** The tokens of an account that still work, the newest first. */
export function listTokens(userId: string): Promise<AccessToken[]> {
  return db.accessToken.findMany({
    where: { userId, endsAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, createdAt: true, endsAt: true, lastUsedAt: true },
  });
}

/** Ends a token at once. */
export async function revokeToken(userId: string, id: string): Promise<void> {
  if (!isId(id)) return;
  await db.$transaction(async (tx) => {
    const [gone] = await tx.accessToken.findMany({ where: { id, userId } });
    if (!gone) return;
    await tx.accessToken.deleteMany({ where: { id } });
    const about = { actorId: userId, personId: userId, before: { token: gone.name } };
    await recordChange(tx, { action: "account.token-ended", ...about });
  });
}

export type TokenBearer =
  | { readonly status: "known"; readonly viewer: Viewer }
  | { readonly status: "unknown" }
  | { readonly status: "wait"; readonly seconds: number };

/** Whose token a program's request carries (`Authorization: Bearer …`), as their account is now. Requests are counted: those
 *  with a token that opens nothing by where they come from, the others by whose it is. */
export async function bearerOf(headers: Pick<Headers, "get">): Promise<TokenBearer> {
  const [, token = ""] = /^Bearer (\S{1,200})$/i.exec(headers.get("authorization") ?? "") ?? [];
  const row = token.startsWith(prefix)
    ? await db.accessToken.findFirst({
        where: { hash: hashOf(token), endsAt: { gt: new Date() } },
        select: {
          id: true,
          user: { select: { id: true, name: true, email: true, role: true } },
        },
      })
    : null;
  const seconds = row ? await countProgram(row.user.id) : await countBadToken(addressOf(headers));
  if (seconds !== null) return { status: "wait", seconds };
  if (!row) return { status: "unknown" };
  // Where it was ended a moment ago, there is nothing to note.
  await db.accessToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  return { status: "known", viewer: row.user };
}
