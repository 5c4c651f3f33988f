import "server-only";
import { db } from "@/lib/db/client";
import { readCookies } from "./cookies";
import type { Refusal } from "./form-route";
import { accountLearner, findGuest, guestTokenOf, type Learner } from "./guest";
import { isGuestToken, sentGuestCookie } from "./guest-cookie";
import { type Action, countAction, countAddress } from "./pace";
import { addressOf, countNewGuest, inMinutes } from "./rate-limit";
import { sessionCookieName } from "./session";
import { type Viewer, viewerOfToken } from "./viewer";

export type Admitted =
  | { readonly learner: Learner & { readonly userId: string } }
  | { readonly refusal: Refusal };

const refusals = {
  "no-cookie": {
    status: 400,
    message:
      "Your browser sent no cookie, so we couldn’t keep your work. Allow cookies for this site and reload.",
  },
  "guest-ended": {
    status: 409,
    message:
      "The guest work on this page moved to an account, or is no longer kept. Reload the page to go on, or sign in to find it.",
  },
} as const satisfies Record<string, Refusal>;

/** What someone who goes too fast is told. What they typed stays on their page. */
export const tooFast = (seconds: number): Refusal => ({
  status: 429,
  message: `You’re going too fast for us. What you typed is kept: try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  retryAfter: seconds,
});

interface Admitting {
  /** Counted here, where it is not counted with what it reads (as a check is, see findVariant). */
  readonly action?: Action;
  /** Why this account, or nobody signed in, may not do it. */
  readonly refuseTo?: (account: Learner | null) => Refusal | null;
}

/** Who is at work, with a row to keep it by: a guest's is made here. For route handlers. */
export async function admit(
  request: Request,
  { action, refuseTo }: Admitting = {},
): Promise<Admitted> {
  const { viewer, guestCookie } = await identify(request);
  const account = viewer && accountLearner(viewer);
  const refusal = refuseTo?.(account);
  if (refusal) return { refusal };
  const admitted = account
    ? { learner: account }
    : await admitGuest(guestCookie, addressOf(request.headers));
  if ("refusal" in admitted || !action) return admitted;
  const seconds = await countAction(admitted.learner, action);
  return seconds === null ? admitted : { refusal: tooFast(seconds) };
}

/** Who asks for what needs no learner's row: the account, or null for a guest. Counted by the account, or by a guest's
 *  address and then by their cookie. For route handlers. */
export async function admitVisit(
  request: Request,
  action: Action,
): Promise<{ readonly viewer: Viewer | null } | { readonly refusal: Refusal }> {
  const { viewer, guestCookie } = await identify(request);
  const seconds = viewer
    ? await countAction({ userId: viewer.id }, action)
    : await countGuestVisit(guestCookie, addressOf(request.headers), action);
  return seconds === null ? { viewer } : { refusal: tooFast(seconds) };
}

/** Why somebody must wait who asks for what needs no learner's row; null where they need not. */
export async function countVisit(request: Request, action: Action): Promise<Refusal | null> {
  const admitted = await admitVisit(request, action);
  return "refusal" in admitted ? admitted.refusal : null;
}

/** The address comes first, and a cookie counts if it is one that we made: or each one that a script makes up, or fetches,
 *  would be a row of its own. */
async function countGuestVisit(
  cookie: string | null,
  address: string,
  action: Action,
): Promise<number | null> {
  const seconds = await countAddress(address, action);
  if (seconds !== null || !cookie || !isGuestToken(cookie)) return seconds;
  return countAction({ userId: guestTokenOf(cookie) }, action);
}

async function identify(request: Request) {
  const sent = readCookies(request.headers.get("cookie") ?? "");
  return {
    viewer: await viewerOfToken(sent.get(sessionCookieName())),
    guestCookie: sentGuestCookie((name) => sent.get(name)),
  };
}

async function admitGuest(cookie: string | null, address: string): Promise<Admitted> {
  if (!cookie) return refuse("no-cookie");
  const guest = await findGuest(cookie);
  if (guest.status === "ended") return refuse("guest-ended");
  const { guestToken } = guest;
  const admitted = (userId: string) => ({
    learner: { userId, seedKey: `guest:${guestToken}`, viewer: null, address },
  });
  if (guest.userId) return admitted(guest.userId);
  const seconds = await countNewGuest(address);
  if (seconds !== null) return { refusal: tooManyGuests(seconds) };
  await db.user.createMany({ data: [{ name: "Guest", guestToken }], skipDuplicates: true });
  const made = await findGuest(cookie);
  return made.status === "guest" && made.userId ? admitted(made.userId) : refuse("guest-ended");
}

const refuse = (why: keyof typeof refusals): Admitted => ({ refusal: refusals[why] });

const tooManyGuests = (seconds: number): Refusal => ({
  status: 429,
  message: `Too many people on your network started without an account. What you typed is kept: sign in, or try again in ${inMinutes(seconds)}.`,
  retryAfter: seconds,
});
