// What npm run restore does once the packages are there. Ends with 2 when the command itself was wrong.
import path from "node:path";
import { rowsIn } from "../db/backup/header";
import { keepBackup } from "../db/backup/keep-backup";
import { restore } from "../db/backup/restore";
import { openDataFolder } from "./data-folder.mjs";
import { dataFolder } from "./files.mjs";
import { onDatabase } from "./on-database";
import { complain, step } from "./say.mjs";

const given = process.argv.slice(2);
const replace = given.includes("--replace");
const files = given.filter((word) => word !== "--replace");

async function run(wanted: string): Promise<void> {
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
  const ours = !process.env.DATABASE_URL;
  if (ours) openDataFolder(dataFolder());
  await onDatabase({ alone: true }, async (url) => {
    let kept: string | undefined;
    // What is replaced in our own database stays as a backup beside it.
    const keep = async () => {
      kept = await keepBackup(url, path.join(dataFolder(), "backups"), "restore");
    };
    const how = { replace, beforeReplacing: ours ? keep : undefined };
    const header = await step("Restoring", () => restore(url, file, how));
    const rows = rowsIn(header).toLocaleString("en");
    process.stdout.write(
      `Restored ${rows} rows, as they were on ${header.made}. Everyone has to sign in again.\n`,
    );
    if (kept) process.stdout.write(`What was there before is kept in ${kept}\n`);
  });
}

if (files.length === 1 && !files[0]?.startsWith("-")) {
  try {
    await run(files[0]!);
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    "Name the file to restore: npm run restore -- chainrule.backup.gz (and --replace, to replace what is there)\n",
  );
  process.exitCode = 2;
}
