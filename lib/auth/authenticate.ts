import "server-only";
import { db } from "@/lib/db/client";
import { hashPassword, verifyPassword } from "./password";
import { addressOf, countAttempt, forgetAttempt } from "./rate-limit";

interface Account {
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

const account = { id: true, passwordHash: true } as const;

/** Checks an email (in lower case) and password. An unknown email and a wrong password are one answer, and
 *  take one time. Counted per email and per address before the password is looked at. */
export async function authenticate(
  { email, password }: Credentials,
  headers: Pick<Headers, "get">,
): Promise<Authentication> {
  const attempt = { email, address: addressOf(headers) };
  const seconds = await countAttempt(attempt);
  if (seconds !== null) return { status: "wait", seconds };
  const user = await db.user.findUnique({ where: { email }, select: account });
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) return { status: "refused" };
  await forgetAttempt(attempt);
  return { status: "signed-in", account: user };
}

/** Makes a student's account; where the email has one already, this is a try to sign in to it with that
 *  password, and counted as one, so that signing up is no way round the limit. */
export async function register(
  { name, email, password }: Credentials & { name: string },
  headers: Pick<Headers, "get">,
): Promise<Authentication> {
  const existing = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (existing) return authenticate({ email, password }, headers);
  const seconds = await countAttempt({ email, address: addressOf(headers) });
  if (seconds !== null) return { status: "wait", seconds };
  const passwordHash = await hashPassword(password);
  // skipDuplicates: two sign-ups at once make one account, and the later one goes through its password.
  const [user] = await db.user.createManyAndReturn({
    data: [{ name, email, passwordHash, role: "student" }],
    skipDuplicates: true,
    select: account,
  });
  return user ? { status: "signed-in", account: user } : authenticate({ email, password }, headers);
}
