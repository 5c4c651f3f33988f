// What keep-database.mjs runs when the built-in database has stopped: starts it on the port given, and ends.
import { startEmbedded } from "../db/embedded";
import { runPostgres } from "../db/postgres-program";
import { dataFolder } from "./files.mjs";
import { complain } from "./say.mjs";

// Asked to end in the midst of it, it goes on, and stops what it started: nobody else would know of it.
let ending = false;
process.on("SIGTERM", () => {
  ending = true;
});

try {
  const { stop } = await startEmbedded(dataFolder(), { port: Number(process.argv[2]) });
  if (ending) await runPostgres(stop);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
