import "server-only";
import { db } from "@/lib/db/client";
import type { Refusal } from "./form-route";
import { accountLearner, findGuest, guestTokenOf, type Learner } from "./guest";
import { sentGuestCookie } from "./guest-cookie";
import { type Action, countAction } from "./pace";
import { addressOf, countNewGuest, inMinutes } from "./rate-limit";
import { sessionCookieName } from "./session";
import { viewerOfToken } from "./viewer";

export type Admitted =
  | { readonly learner: Learner & { readonly userId: string } }
  | { readonly refusal: Refusal };

const refusals = {
  "no-cookie": {
    status: 400,
    message:
      "Your browser sent no cookie, so your work could not be kept. Allow cookies for this site and reload.",
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

/** Counts what needs no learner's row, by the account or the guest's cookie and address. For route handlers. */
export async function countVisit(request: Request, action: Action): Promise<Refusal | null> {
  const { viewer, guestCookie } = await identify(request);
  const who = viewer
    ? { userId: viewer.id }
    : { userId: guestTokenOf(guestCookie ?? ""), address: addressOf(request.headers) };
  const seconds = await countAction(who, action);
  return seconds === null ? null : tooFast(seconds);
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

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()];
  });
  return new Map(pairs);
}
