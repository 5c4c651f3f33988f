import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Migration, migrationList, withSchemaEngine } from "./schema-engine";

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../prisma/migrations");

/** Everything in the schema is ours: nothing is left out of comparisons. */
export const noFilters = { externalTables: [], externalEnums: [] };

/** The migrations in `folder`, oldest first; none when there is no such folder. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(folder, name, "migration.sql"), "utf8"),
    })),
  );
}

/** Brings the database at `url` up to the migrations in `folder` and gives the names of those it applied. Any number
 *  of processes may call it at once: one works, the others wait and then find nothing to do. */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Held until the connection ends, so that a killed process does not leave it behind.
    await client.query("select pg_advisory_lock(hashtext('chainrule migrations'))");
    const applied = await appliedChecksums(client);
    refuseEdited(migrations, applied);
    if (migrations.every(({ name }) => applied.has(name))) return [];
    return await apply(url, folder, migrations);
  } finally {
    await client.end();
  }
}

/** SHA-256 of each applied migration's file as it was then, by name. */
async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query(
    "select to_regclass('_prisma_migrations') is not null as made",
  );
  if (!tables[0].made) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** A database made with another text of a migration has other tables than the program believes. */
function refuseEdited(migrations: readonly Migration[], applied: Map<string, string>): void {
  for (const { name, sql } of migrations) {
    const checksum = createHash("sha256").update(sql).digest("hex");
    if ((applied.get(name) ?? checksum) === checksum) continue;
    throw new Error(
      `The migration ${name} was edited after this database had applied it: put its old text back and write a new migration, or begin with an empty database.`,
    );
  }
}

async function apply(url: string, folder: string, migrations: Migration[]): Promise<string[]> {
  const input = { migrationsList: migrationList(folder, migrations), filters: noFilters };
  const { appliedMigrationNames } = await withSchemaEngine(url, null, (engine) =>
    engine.applyMigrations(input),
  );
  return appliedMigrationNames;
}

/** The SQL that takes the database at `url` to `schema`; empty when it is there. */
export async function difference(url: string, schema: string): Promise<string> {
  const file = { path: "schema.prisma", content: schema };
  const { stdout } = await withSchemaEngine(url, schema, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files: [file], configDir: MIGRATIONS },
      to: { tag: "schemaDatamodel", files: [file] },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  const sql = stdout ?? "";
  return sql.includes("-- This is an empty migration") ? "" : sql;
}
