import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "./cookies";
import { keyedHash } from "./secret";

/** A browser is known to an account once that account signed in there: the cookie holds a random name for the browser, and
 *  for each account a keyed hash of that name and the email. Nobody without the secret can make one. After OWASP's
 *  "device cookies". */
export const deviceCookieName = (): string => cookieName("device");

const deviceSeconds = 365 * 24 * 60 * 60;
const mostAccounts = 8;

const markOf = (browser: string, email: string) => keyedHash("device", browser, email).slice(0, 32);

/** The name of the browser whose cookie this is, where the account with this email signed in there before; else null. */
export function knownBrowser(cookie: string | undefined, email: string): string | null {
  const [browser, ...marks] = cookie?.split(".") ?? [];
  return browser && marks.includes(markOf(browser, email)) ? browser : null;
}

/** The cookie with this account in it too. */
export function withAccount(cookie: string | undefined, email: string): string {
  const [sent, ...marks] = cookie?.split(".") ?? [];
  const browser = sent && /^[\w-]{24}$/.test(sent) ? sent : randomBytes(18).toString("base64url");
  const mark = markOf(browser, email);
  const others = marks.filter((one) => /^[0-9a-f]{32}$/.test(one) && one !== mark);
  return [browser, mark, ...others.slice(0, mostAccounts - 1)].join(".");
}

/** Makes this browser one that is known to the account. */
export async function rememberBrowser(email: string): Promise<void> {
  const jar = await cookies();
  const cookie = withAccount(jar.get(deviceCookieName())?.value, email);
  jar.set(deviceCookieName(), cookie, { ...cookieOptions(), maxAge: deviceSeconds });
}
