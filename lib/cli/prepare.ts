// The part of npm start that needs TypeScript: brings up the database, migrates it, loads content/, makes the demo
// section, tells its parent how to go on, and ends. The database stays; the parent ends it.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Demo } from "../cohort/demo";
import { keepBackup } from "../db/backup/keep-backup";
import { startEmbedded } from "../db/embedded";
import { MIGRATIONS, migrate } from "../db/migrate";
import { type PostgresCommand, runPostgres } from "../db/postgres-program";
import { reach } from "../db/reach";
import { builtFrom } from "./build.mjs";
import { claim, inUse } from "./claim.mjs";
import { dataFolder } from "./files.mjs";
import { complain, step } from "./say.mjs";

/** What the parent is told. `stop` is null where the database is not ours to stop. */
export type Prepared = { url: string; stop: PostgresCommand | null; demo: Demo | null };

let stop: PostgresCommand | null = null;

async function prepare(): Promise<Prepared> {
  const url = process.env.DATABASE_URL || (await embedded());
  process.env.DATABASE_URL = url;
  if (!stop) await step("Looking for the database", () => reach(url));
  const kept = await step("Bringing the tables up to date", () => migrateKeeping(url));
  if (kept) process.stdout.write(`The database as it was before is kept in ${kept}\n`);
  const { loadContent } = await import("@/lib/catalogue/load-content");
  await step("Loading the lessons in content/", () => loadContent({ product: builtFrom() }));
  return { url, stop, demo: await demo() };
}

/** Migrates; our own database is backed up first, since nobody else would. Gives the backup's file. */
async function migrateKeeping(url: string): Promise<string | null> {
  let kept: string | null = null;
  await migrate(url, MIGRATIONS, async (migration) => {
    if (stop) kept = await keepBackup(url, path.join(dataFolder(), "backups"), migration);
  });
  return kept;
}

async function embedded(): Promise<string> {
  const folder = dataFolder();
  const server = await step("Starting the database", () => startEmbedded(folder));
  if (!(await claim(server.url))) throw new Error(inUse(folder));
  stop = server.stop;
  return server.url;
}

/** Demo accounts, whose passwords everybody knows, are made where the database is our own and only this machine is
 *  served, or where they are asked for. In our own they are noted beside it, so that each start can show them. */
async function demo(): Promise<Demo | null> {
  const { DEMO, HOST = "127.0.0.1" } = process.env;
  const here = ["127.0.0.1", "localhost", "::1"].includes(HOST);
  const asked = DEMO ? DEMO !== "0" : stop !== null && here;
  if (!asked) return null;
  const { seedDemo } = await import("@/lib/cohort/demo");
  const note = path.join(dataFolder(), "demo.json");
  const { seedAssignments } = await import("@/lib/assessment/demo/seed-assignments");
  const made = await step("Looking after the demo section", seedDemo);
  if (made) await step("Making up its assignments", () => seedAssignments(new Date()));
  if (!stop) return made;
  if (made) await writeFile(note, JSON.stringify(made), { mode: 0o600 });
  return made ?? (existsSync(note) ? JSON.parse(await readFile(note, "utf8")) : null);
}

async function end(code: number): Promise<never> {
  if (stop) await runPostgres(stop);
  process.exit(code);
}

process.on("SIGINT", () => {});
process.on("SIGTERM", () => end(1));
// The parent was killed: nobody is left to stop the database.
process.on("disconnect", () => end(1));

try {
  const prepared = await prepare();
  process.removeAllListeners("disconnect");
  process.send?.(prepared, () => process.exit(0));
} catch (error) {
  complain(error);
  await end(1);
}
