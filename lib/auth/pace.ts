import "server-only";
import { createHash } from "node:crypto";
import { pool } from "@/lib/db/client";
import { checksPerMinute } from "./allowed.mjs";
import type { Learner } from "./guest";
import { networkOf } from "./network";

/** What a learner does that is counted, each by itself. */
export type Action = "check" | "help" | "draw" | "draft" | "read" | "write" | "preview" | "try";

/** One who is counted, and how many seconds each thing they do takes up of the minute that they may be ahead. */
export interface Allowance {
  readonly key: string;
  readonly seconds: number;
}

/** How often in a minute: generous to a person, and no use to a script. A form is kept, and its answers read back, as one
 *  types; what is newest in it is asked for as windows come to the front. */
function perMinute(action: Action): number {
  const checks = checksPerMinute();
  // An author's window sends what is typed a few times a second, and there may be two.
  if (action === "write") return 10 * checks;
  // The preview is asked for at each pause of the typing, and answered before it is asked for again.
  if (action === "preview") return 6 * checks;
  return action === "draft" || action === "read" ? 4 * checks : checks;
}

/** As many guests as these may be busy behind one address, which a school shares. */
const guestsAtAnAddress = 20;

/** Whose pace an action goes by: the learner's, and for a guest, who may be somebody new at any time, the address's. */
export function allowancesOf(
  { userId, address }: Pick<Learner, "address"> & { readonly userId: string },
  action: Action,
): Allowance[] {
  const own = { key: `${action}:${userId}`, seconds: secondsOf(action) };
  return address === undefined ? [own] : [own, allowanceAt(address, action)];
}

const secondsOf = (action: Action) => 60 / perMinute(action);

function allowanceAt(address: string, action: Action): Allowance {
  const place = createHash("sha256").update(networkOf(address)).digest("hex");
  return { key: `${action}@${place}`, seconds: secondsOf(action) / guestsAtAnAddress };
}

/** The parameters of `pacing`, in its order. */
export const pacingValues = (allowances: readonly Allowance[]) => [
  allowances.map(({ key }) => key),
  allowances.map(({ seconds }) => seconds),
];

/** Common table expressions that count, for a statement that has something else to ask too. Each key moves on by its
 *  seconds, and none gets more than a minute ahead of the clock: a burst of a minute's worth, and then a steady pace.
 *  `pacing` has one row, the whole `seconds` to wait, null for who may go on. Two requests at once are counted each: the
 *  second waits for the first one's row. */
export const pacing = (keys: `$${number}`, seconds: `$${number}`): string => `
  asked as (
    select * from unnest(${keys}::text[], ${seconds}::float8[]) as asked(key, seconds)
  ), counted as (
    insert into pace (key, until)
    select key, now() + seconds * interval '1 second' from asked
    on conflict (key) do update set until = greatest(pace.until, now()) + (excluded.until - now())
    where greatest(pace.until, now()) + (excluded.until - now()) <= now() + interval '1 minute'
    returning key
  ), pacing as (
    select greatest(1, ceil(max(extract(epoch from pace.until - now()) + asked.seconds - 60)))::int as seconds
    from asked left join pace using (key)
    where key not in (select key from counted)
    having count(*) > 0
  )`;

/** Counts one action. Null when it may go on, else the seconds to wait. */
export const countAction = (learner: Parameters<typeof allowancesOf>[0], action: Action) =>
  count(allowancesOf(learner, action));

/** Counts one action of a guest by their address alone. Null when it may go on, else the seconds to wait. */
export const countAddress = (address: string, action: Action) =>
  count([allowanceAt(address, action)]);

/** Removes the counts that count nothing any more; those that are being counted on are left. */
export async function removeOldCounts(): Promise<void> {
  await pool.query(
    "delete from pace where key in (select key from pace where until < now() for update skip locked)",
  );
}

async function count(allowances: readonly Allowance[]): Promise<number | null> {
  const { rows } = await pool.query<{ seconds: number }>({
    name: "count-action",
    text: `with ${pacing("$1", "$2")} select seconds from pacing`,
    values: pacingValues(allowances),
  });
  return rows[0]?.seconds ?? null;
}
