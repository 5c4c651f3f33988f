import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";
import { networkOf } from "./network";

const minute = 60;
const fifteenMinutes = 15 * minute;

/** A limiter whose counts live in PostgreSQL, so that all app processes share them. */
function limiter(keyPrefix: string, points: number, duration = fifteenMinutes) {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}

/** Made at first use: importing this module must not need a database. */
let limiters: ReturnType<typeof makeLimiters> | undefined;

const makeLimiters = () => ({
  /** One person's tries, from where they are. */
  pair: limiter("sign-in-pair", 10),
  /** One person's tries, from a browser that they signed in with before. */
  browser: limiter("sign-in-browser", 10),
  /** Tries at many accounts from one place, which may be a whole school's: only failures stay counted. */
  address: limiter("sign-in-from", 500),
  /** Tries at one account from many places. */
  email: limiter("sign-in-to", 100),
  /** Guests who answer for the first time, from one place. */
  guests: limiter("new-guest", 1_000, 60 * minute),
  /** One person's tries at the codes by which sections are joined. */
  codes: limiter("join-code", 30),
  /** Emails by which one author has others write a course: the answer tells whether an account has it. */
  authors: limiter("add-author", 30, 60 * minute),
  /** One student's tries at the password of one assignment: often four digits on a blackboard. */
  passwords: limiter("assignment-password", 20),
  /** Mails for a new password to one account, and asked for from one place. */
  resetTo: limiter("reset-to", 5, 60 * minute),
  resetFrom: limiter("reset-from", 100, 60 * minute),
  /** Mails by which one account wants to confirm a new email: they go to whatever address it says. */
  newEmails: limiter("new-email", 5, 60 * minute),
  /** Downloads of one person's data. */
  downloads: limiter("download", 20, 60 * minute),
  /** What programs ask for with one person's tokens, and with tokens that open nothing from one place. */
  programs: limiter("program", 300),
  badTokens: limiter("bad-token", 100),
  /** One author’s pulls from git: each brings a repository here. */
  gitPulls: limiter("git-pull", 40),
  /** Fetches of one calendar: programs ask a few times an hour, from as many devices as its owner has. */
  calendars: limiter("calendar", 60),
});

function counts() {
  limiters ??= makeLimiters();
  return limiters;
}

/** Keys are hashes: the table then holds no emails, and no key outgrows its column. */
const keyOf = (...words: string[]) =>
  createHash("sha256").update(JSON.stringify(words)).digest("hex");

export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** The browser's name, where the account signed in there before. */
  readonly browser: string | null;
}

type Counter = [limiter: RateLimiterPostgres, key: string];

interface Counters {
  /** This person's own. */
  readonly own: Counter;
  /** Those that others count on too. */
  readonly shared: readonly Counter[];
}

/** What counts a try. A browser known to the account counts for itself alone: however often strangers try, from the
 *  same school or from everywhere, they cannot keep the owner out of it. */
function countersOf({ email, address, browser }: Attempt): Counters {
  const { pair, browser: known, address: from, email: to } = counts();
  if (browser) return { own: [known, keyOf(email, browser)], shared: [] };
  const place = networkOf(address);
  return {
    own: [pair, keyOf(email, place)],
    shared: [
      [from, keyOf(place)],
      [to, keyOf(email)],
    ],
  };
}

/** Counts one try to sign in. Answers null when it may go on, or the whole seconds to wait. */
export function countAttempt(attempt: Attempt): Promise<number | null> {
  const { own, shared } = countersOf(attempt);
  return consume([own, ...shared]);
}

/** Takes a try that succeeded off the counts again: its person's start anew, the others get this one back. */
export async function forgetAttempt(attempt: Attempt): Promise<void> {
  const { own, shared } = countersOf(attempt);
  await Promise.all([own[0].delete(own[1]), ...shared.map(([one, key]) => one.reward(key))]);
}

/** Counts one more guest who answers for the first time from this address. Null, or the seconds to wait. */
export function countNewGuest(address: string): Promise<number | null> {
  return consume([[counts().guests, keyOf(networkOf(address))]]);
}

/** Counts one try at a section's code. Null, or the seconds to wait. */
export function countCode(userId: string): Promise<number | null> {
  return consume([[counts().codes, keyOf(userId)]]);
}

/** Counts one email by which this person looks for another author. Null, or the seconds to wait. */
export function countAuthor(userId: string): Promise<number | null> {
  return consume([[counts().authors, keyOf(userId)]]);
}

/** Counts one try at the password of an assignment. Null, or the seconds to wait. */
export function countPassword(userId: string, assignmentId: string): Promise<number | null> {
  return consume([[counts().passwords, keyOf(userId, assignmentId)]]);
}

/** Counts one wish for a new password, whether or not an account has this email. Null, or the seconds to wait. */
export function countReset(email: string, address: string): Promise<number | null> {
  const { resetTo, resetFrom } = counts();
  return consume([
    [resetFrom, keyOf(networkOf(address))],
    [resetTo, keyOf(email)],
  ]);
}

/** Counts one wish for another email. Null, or the seconds to wait. */
export function countNewEmail(userId: string): Promise<number | null> {
  return consume([[counts().newEmails, keyOf(userId)]]);
}

/** Counts one download of somebody's data. Null, or the seconds to wait. */
export function countDownload(userId: string): Promise<number | null> {
  return consume([[counts().downloads, keyOf(userId)]]);
}

/** Counts one fetch of the calendar at an address. Null, or the seconds to wait. */
export function countCalendar(nonce: string): Promise<number | null> {
  return consume([[counts().calendars, keyOf(nonce)]]);
}

/** Counts one request of a program with this person's token. Null, or the seconds to wait. */
export function countProgram(userId: string): Promise<number | null> {
  return consume([[counts().programs, keyOf(userId)]]);
}

/** Counts one pull from git. Null, or the seconds to wait. */
export function countGitPull(userId: string): Promise<number | null> {
  return consume([[counts().gitPulls, keyOf(userId)]]);
}

/** Counts one request with a token that opens nothing. Null, or the seconds to wait. */
export function countBadToken(address: string): Promise<number | null> {
  return consume([[counts().badTokens, keyOf(networkOf(address))]]);
}

async function consume(counters: readonly Counter[]): Promise<number | null> {
  try {
    for (const [one, key] of counters) await one.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** "Too many tries …", with the minutes to wait. */
export const waitMessage = (seconds: number): string =>
  `There were too many attempts to sign in. Please try again in ${inMinutes(seconds)}.`;

/** "1 minute", never none. */
export function inMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / minute));
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/** Where a request comes from. The server writes it over whatever the request says (lib/cli/client-address.mjs). */
export function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
