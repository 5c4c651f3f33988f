// npm run make-migration -- name: writes prisma/migrations/<time>_<name>/migration.sql, the SQL that takes a database
// with all earlier migrations to prisma/schema.prisma. Read it before committing it: a rename is a drop and an add.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { difference, MIGRATIONS, migrate } from "../db/migrate";
import { startTemporary } from "../db/temporary";

async function makeMigration(name: string): Promise<string> {
  const schema = await readFile(path.join(MIGRATIONS, "../schema.prisma"), "utf8");
  const sql = await onEmptyDatabase(async (url) => {
    await migrate(url);
    return difference(url, schema);
  });
  if (sql === "") return "The migrations already say what prisma/schema.prisma says.";
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  return `Wrote ${path.relative(process.cwd(), folder)}/migration.sql`;
}

async function onEmptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const server = await startTemporary();
  try {
    return await use(server.url);
  } finally {
    await server.end();
  }
}

const name = process.argv[2] ?? "";
if (/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stdout.write(`${await makeMigration(name)}\n`);
} else {
  process.stderr.write(
    "Give the migration a name of small letters, digits and _: npm run make-migration -- add_late_policy\n",
  );
  process.exitCode = 1;
}
