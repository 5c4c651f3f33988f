import { startEmbedded } from "../db/embedded";
import { runPostgres } from "../db/postgres-program";
import { reach } from "../db/reach";
import { claim, inUse } from "./claim.mjs";
import { dataFolder } from "./files.mjs";
import { step } from "./say.mjs";

/** Gives `use` the database that npm start would use. The built-in one is started where it does not run, and ended
 *  afterwards; `alone` refuses where another process uses it. */
export async function onDatabase(
  { alone }: { alone: boolean },
  use: (url: string) => Promise<void>,
): Promise<void> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await reach(given);
    return use(given);
  }
  const server = await step("Looking for the database", () => startEmbedded(dataFolder()));
  // Where npm start is just starting, the claim must be left to it.
  const held = alone || server.launched ? await claim(server.url) : null;
  if (!held && (alone || server.launched)) throw new Error(inUse(dataFolder()));
  try {
    await use(server.url);
  } finally {
    if (held) await runPostgres(server.stop);
  }
}
