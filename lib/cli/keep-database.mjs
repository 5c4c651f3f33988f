import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log/log.mjs";
import { claim, inUse } from "./claim.mjs";
import { dataFolder } from "./files.mjs";
import { start } from "./run.mjs";

/** How long to wait before each try to start the database again, in ms; the last one goes on. */
const pauses = [0, 500, 1000, 2000, 5000];

/** Claims the built-in database and, whenever it stops, starts it again on its port, as often as it takes. Gives the
 *  function that ends this; throws when another process holds the database. */
export async function keepDatabase(url) {
  const ending = new AbortController();
  let held = await claim(url);
  if (!held) throw new Error(inUse(dataFolder()));
  let reviving = null;
  watch();

  async function watch() {
    while (!ending.signal.aborted) {
      await held.lost;
      if (ending.signal.aborted) return;
      reviving = revive(url, ending.signal);
      held = (await reviving) ?? held;
      reviving = null;
    }
  }

  return async () => {
    ending.abort();
    // A frozen database never says goodbye.
    await (reviving ?? Promise.race([held.release(), wait(2000)]));
  };
}

/** Tries until the database is back and ours; gives the new claim, or null when told to end. */
async function revive(url, ending) {
  const begun = Date.now();
  log("warn", "The database stopped. Starting it again.");
  for (let tries = 0; ; tries++) {
    await wait(pauses[Math.min(tries, pauses.length - 1)], null, { signal: ending }).catch(
      () => {},
    );
    if (ending.aborted) return null;
    try {
      await startAgain(new URL(url).port, ending);
      const held = await claim(url);
      if (!held) throw new Error(inUse(dataFolder()));
      log("warn", "The database is back.", { seconds: Math.round((Date.now() - begun) / 1000) });
      return held;
    } catch (error) {
      if (ending.aborted) return null;
      log("error", "The database did not start. Trying again.", { said: error.message });
    }
  }
}

/** Runs revive.ts; throws what it complained of. */
function startAgain(port, ending) {
  const args = ["--import", "tsx", "--conditions=react-server", "lib/cli/revive.ts", port];
  const child = start(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const end = () => child.kill("SIGTERM");
  ending.addEventListener("abort", end);
  let said = "";
  child.stderr.on("data", (part) => {
    said += part;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      ending.removeEventListener("abort", end);
      if (code === 0) resolve();
      else reject(new Error(said.trim() || `revive.ts ended with ${code}`));
    });
  });
}
