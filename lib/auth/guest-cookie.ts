import { randomBytes, timingSafeEqual } from "node:crypto";
import { cookieName, cookieOptions } from "./cookies";
import { keyedHash } from "./secret";

/** The cookie that a browser is known by before anybody signs in; proxy.ts sets it on the first page. */
export const guestCookieName = (): string => cookieName("guest");

/** A year: from then on the server takes the cookie for none as well. */
export const guestCookieSeconds = 365 * 24 * 60 * 60;

export const guestCookieOptions = () => ({ ...cookieOptions(), maxAge: guestCookieSeconds });

/** The guest cookie among those a browser sent. Before we marked them they had the plain name under https too. */
export function sentGuestCookie(cookieNamed: (name: string) => string | undefined): string | null {
  const sent = cookieNamed(guestCookieName());
  if (sent) return sent;
  const unmarked = cookieNamed("guest");
  return unmarked && isUnmarkedGuestToken(unmarked) ? unmarked : null;
}

/** A new guest's cookie: when it was made and a random name, and a keyed hash of both, so that it is one that we made. */
export function newGuestToken(now = new Date()): string {
  const made = Math.floor(now.getTime() / 1000).toString(36);
  const said = `${made}.${randomBytes(18).toString("base64url")}`;
  return `${said}.${markOf(said)}`;
}

/** Whether we made this cookie, within the last year. */
export function isGuestToken(cookie: string, now = new Date()): boolean {
  const end = cookie.lastIndexOf(".");
  if (end < 0 || !isSame(cookie.slice(end + 1), markOf(cookie.slice(0, end)))) return false;
  const made = Number.parseInt(cookie.slice(0, cookie.indexOf(".")), 36);
  return made + guestCookieSeconds > now.getTime() / 1000;
}

/** A cookie as they were before we marked them: one of them is a guest's if the guest has a row. */
export const isUnmarkedGuestToken = (cookie: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cookie);

const markOf = (said: string) => keyedHash("guest", said).slice(0, 32);

const isSame = (a: string, b: string) =>
  Buffer.byteLength(a) === Buffer.byteLength(b) && timingSafeEqual(Buffer.from(a), Buffer.from(b));
