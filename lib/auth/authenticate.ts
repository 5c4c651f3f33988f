import "server-only";
import { cookies, headers } from "next/headers";
import { db } from "@/lib/db/client";
import { deviceCookieName, knownBrowser } from "./device";
import { hashPassword, verifyPassword } from "./password";
import { addressOf, countAttempt, forgetAttempt } from "./rate-limit";

export interface Account {
  id: string;
  passwordHash: string | null;
}

export type Authentication =
  | { status: "signed-in"; account: Account }
  | { status: "refused" }
  | { status: "wait"; seconds: number };

export interface Credentials {
  email: string;
  password: string;
}

/** Who tries, as far as one can tell: from where, and with which device cookie. */
export interface Visitor {
  readonly address: string;
  readonly device?: string;
}

export const accountColumns = { id: true, passwordHash: true } as const;

/** The visitor of the request under way. */
export async function thisVisitor(): Promise<Visitor> {
  const device = (await cookies()).get(deviceCookieName())?.value;
  return { address: addressOf(await headers()), device };
}

/** Checks a folded email and password. An unknown email and a wrong password are one answer, and take one time.
 *  Counted before the password is looked at. */
export async function authenticate(
  { email, password }: Credentials,
  visitor: Visitor,
): Promise<Authentication> {
  const attempt = attemptOf(email, visitor);
  const seconds = await countAttempt(attempt);
  if (seconds !== null) return { status: "wait", seconds };
  const user = await db.user.findUnique({ where: { email }, select: accountColumns });
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) return { status: "refused" };
  await forgetAttempt(attempt);
  return { status: "signed-in", account: user };
}

/** Makes a student's account; where the email has one already, this is a try to sign in to it with that
 *  password, and counted as one, so that signing up is no way round the limit. */
export async function register(
  { name, email, password }: Credentials & { name: string },
  visitor: Visitor,
): Promise<Authentication> {
  const existing = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (existing) return authenticate({ email, password }, visitor);
  const seconds = await countAttempt(attemptOf(email, visitor));
  if (seconds !== null) return { status: "wait", seconds };
  const passwordHash = await hashPassword(password);
  // skipDuplicates: two sign-ups at once make one account, and the later one goes through its password.
  const [user] = await db.user.createManyAndReturn({
    data: [{ name, email, passwordHash, role: "student" }],
    skipDuplicates: true,
    select: accountColumns,
  });
  return user ? { status: "signed-in", account: user } : authenticate({ email, password }, visitor);
}

const attemptOf = (email: string, { address, device }: Visitor) => ({
  email,
  address,
  browser: knownBrowser(device, email),
});
