import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";

const fifteenMinutes = 15 * 60;

/** A limiter whose counts live in PostgreSQL, so that all app processes share them. */
function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points,
    duration: fifteenMinutes,
  });
}

/** Made at first use: importing this module must not need a database. */
let limiters: { byEmail: RateLimiterPostgres; byAddress: RateLimiterPostgres } | undefined;

function counts() {
  limiters ??= {
    byEmail: limiter("sign-in-email", 10),
    // Wide enough for a whole class behind one address: only failures stay counted.
    byAddress: limiter("sign-in-address", 200),
  };
  return limiters;
}

export interface Attempt {
  email: string;
  address: string;
}

/** Keys are hashes: the table then holds no emails, and no key outgrows its column. */
const keyOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Counts one try to sign in. Answers null when it may go on, or the whole seconds to wait. */
export async function countAttempt({ email, address }: Attempt): Promise<number | null> {
  const { byEmail, byAddress } = counts();
  try {
    await byAddress.consume(keyOf(address));
    await byEmail.consume(keyOf(email));
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** Takes a try that succeeded off the counts again: the email's start anew, the address gets its one back. */
export async function forgetAttempt({ email, address }: Attempt): Promise<void> {
  const { byEmail, byAddress } = counts();
  await Promise.all([byEmail.delete(keyOf(email)), byAddress.reward(keyOf(address))]);
}

/** "Too many tries …", with the minutes to wait. */
export function waitMessage(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `There were too many tries to sign in. Please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}

/** The address the nearest proxy saw: the last entry of X-Forwarded-For, which Next fills in from the
 *  socket where no proxy stands before it. */
export function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
