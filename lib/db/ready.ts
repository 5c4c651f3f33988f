import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { pool } from "./client";

const patience = 2000;

/** Whether the database answers a query within two seconds. */
export async function isReady(): Promise<boolean> {
  const over = new AbortController();
  const asked = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const waited = wait(patience, false, { signal: over.signal }).catch(() => false);
  const ready = await Promise.race([asked, waited]);
  over.abort();
  return ready;
}
