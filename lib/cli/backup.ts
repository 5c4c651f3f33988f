// What npm run backup does once the packages are there. Ends with 2 when the command itself was wrong.
import { stat } from "node:fs/promises";
import path from "node:path";
import { rowsIn } from "../db/backup/header";
import { writeBackup } from "../db/backup/write-backup";
import { hasCluster } from "../db/cluster";
import { dataFolder } from "./files.mjs";
import { onDatabase } from "./on-database";
import { complain, step } from "./say.mjs";

const [file, ...more] = process.argv.slice(2);

async function backup(wanted: string): Promise<void> {
  if (!process.env.DATABASE_URL && !hasCluster(dataFolder()))
    throw new Error(`There is no database in ${dataFolder()} yet: npm start makes it.`);
  // Where the command was typed, which npm leaves.
  const to = path.resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
  await onDatabase({ alone: false }, async (url) => {
    const { tables, ...rest } = await step("Writing the backup", () => writeBackup(url, to));
    const { size } = await stat(to);
    const rows = rowsIn({ tables, ...rest }).toLocaleString("en");
    const kilobytes = Math.ceil(size / 1000).toLocaleString("en");
    process.stdout.write(`${to}: ${tables.length} tables, ${rows} rows, ${kilobytes} kB\n`);
  });
}

if (file && !file.startsWith("-") && more.length === 0) {
  try {
    await backup(file);
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
} else {
  process.stderr.write("Name the file to write: npm run backup -- chainrule.backup.gz\n");
  process.exitCode = 2;
}
