import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { newClient } from "./client";

/** How long until a connection that was lost is tried again, in ms. */
const RETRY = 1000;

/** Calls `hear` with what NOTIFY sends on a channel, on a connection of its own that is made anew whenever it is lost. It is
 *  called with null each time the connection is there: something may have been missed until then. Gives the function that
 *  ends it. */
export function listen(channel: string, hear: (payload: string | null) => void): () => void {
  const ending = new AbortController();
  void keepListening(channel, hear, ending.signal);
  return () => ending.abort();
}

async function keepListening(
  channel: string,
  hear: (payload: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Whether it was refused or lost, the same is to be done.
    await listenOnce(channel, hear, signal).catch(() => {});
    await wait(RETRY, null, { signal, ref: false }).catch(() => {});
  }
}

/** Listens until the connection is lost or no longer wanted. */
async function listenOnce(
  channel: string,
  hear: (payload: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = newClient();
  client.on("error", () => {});
  client.on("notification", ({ payload = "" }) => hear(payload));
  const over = new Promise((resolve) => client.once("end", resolve));
  const end = () => void client.end().catch(() => {});
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    if (signal.aborted) return;
    signal.addEventListener("abort", end);
    hear(null);
    await over;
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}
