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
 *  of processes may call it at once: one works, the others wait and then find nothing to do. `before` is called first
 *  where a database that was in use is about to change, with the first of those migrations. */
export async function migrate(
  url: string,
  folder: string = MIGRATIONS,
  before: (migration: string) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Held until the connection ends, so that a killed process does not leave it behind.
    await client.query("select pg_advisory_lock(hashtext('chainrule migrations'))");
    const applied = await appliedChecksums(client);
    refuseNewer(migrations, applied);
    refuseEdited(migrations, applied);
    const next = migrations.find(({ name }) => !applied.has(name));
    if (!next) return [];
    if (applied.size > 0) await before(next.name);
    return await apply(url, folder, migrations);
  } finally {
    await client.end();
  }
}

export const checksumOf = (sql: string) => createHash("sha256").update(sql).digest("hex");

/** SHA-256 of each applied migration's file as it was then, by name. */
export async function appliedChecksums(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows: tables } = await client.query(
    "select to_regclass('_prisma_migrations') is not null as made",
  );
  if (!tables[0].made) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** A newer program's tables are not what this one believes, and what it writes there might be lost or wrong. */
function refuseNewer(migrations: readonly Migration[], applied: Map<string, string>): void {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...applied.keys()].find((name) => !known.has(name));
  if (newer === undefined) return;
  throw new Error(
    `This database belongs to a newer Chainrule (it has the migration ${newer}, which this one does not know): update Chainrule, or use another database.`,
  );
}

/** A database made with another text of a migration has other tables than the program believes. */
function refuseEdited(migrations: readonly Migration[], applied: Map<string, string>): void {
  for (const { name, sql } of migrations) {
    const checksum = checksumOf(sql);
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
