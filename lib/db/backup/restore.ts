import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { checksumOf, MIGRATIONS, migrate, readMigrations } from "../migrate";
import type { Migration } from "../schema-engine";
import type { BackupHeader } from "./header";
import { type Backup, openBackup } from "./read-backup";
import {
  columnList,
  dropTables,
  foreignKeys,
  listTables,
  MIGRATIONS_TABLE,
  quoted,
} from "./tables";

interface RestoreOptions {
  /** Whether everything that is there may go. */
  readonly replace?: boolean;
  /** Called before it goes, once the file is known to be a backup that this program can restore. */
  readonly beforeReplacing?: () => Promise<unknown>;
  readonly folder?: string;
}

/** Fills the database at `url` from a backup, then brings it up to this program's migrations; nobody is signed in to it.
 *  It is all or nothing: one transaction makes the tables as the backup had them and copies the rows. Throws one sentence
 *  where it cannot. */
export async function restore(
  url: string,
  file: string,
  { replace = false, beforeReplacing, folder = MIGRATIONS }: RestoreOptions = {},
): Promise<BackupHeader> {
  const backup = await openBackup(file);
  try {
    const migrations = migrationsOf(backup.header, await readMigrations(folder));
    await inOneTransaction(url, async (client) => {
      await refuseUsers(client);
      if ((await listTables(client)).length > 0) {
        if (!replace) throw new Error(notEmpty);
        await beforeReplacing?.();
        await dropTables(client);
      }
      await makeTables(client, migrations);
      await fill(client, backup);
      await endSessions(client, backup);
    });
  } finally {
    backup.close();
  }
  await migrate(url, folder);
  return backup.header;
}

const notEmpty =
  "The database is not empty, so nothing was restored. To replace everything in it, add --replace.";

/** The migrations that the backup's database had, as this program knows them. */
function migrationsOf({ migrations }: BackupHeader, known: readonly Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const migration = known.find((one) => one.name === name);
    if (!migration)
      throw new Error(
        `The backup was made by a newer Chainrule (its database had the migration ${name}): update Chainrule first.`,
      );
    if (checksumOf(migration.sql) !== checksum)
      throw new Error(
        `The backup was made with a different version of the migration ${name}: use the Chainrule that made it.`,
      );
    return migration;
  });
}

async function inOneTransaction(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url, application_name: "chainrule restore" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local datestyle to iso");
    await client.query("select pg_advisory_xact_lock(hashtext('chainrule migrations'))");
    await work(client);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** Whoever uses the database meanwhile would see its tables change under their hands. */
async function refuseUsers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and application_name = 'chainrule'",
  );
  if (rows.length > 0)
    throw new Error("Chainrule is running on this database: stop it, then restore.");
}

/** As Prisma's schema engine makes it (schema-engine/connectors/sql-schema-connector, postgres flavour). */
const noteMigrations = `create table ${MIGRATIONS_TABLE} (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

async function makeTables(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(noteMigrations);
  for (const { sql } of migrations) await client.query(sql);
}

async function fill(client: pg.Client, backup: Backup): Promise<void> {
  const { tables, sequences } = backup.header;
  const keys = await foreignKeys(client);
  for (const sql of keys.drop) await client.query(sql);
  for (const table of tables) {
    // A migration may have put rows there, and the backup has them as they became.
    await client.query(`delete from ${quoted(table.name)}`);
    const copy = copyFrom(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`);
    await pipeline(backup.rows(), client.query(copy));
    if (copy.rowCount !== table.rows)
      throw new Error(`The backup is missing rows of ${table.name}: use another backup.`);
  }
  await backup.verify();
  for (const sql of keys.add) await client.query(sql);
  for (const { name, last, called } of sequences)
    await client.query("select setval($1::regclass, $2, $3)", [quoted(name), last, called]);
}

/** Of the sessions and one-time links in a backup some were ended or used after it was made, and nothing tells which: none
 *  is taken over, or a cookie of a session that its owner signed out of would open it again. */
async function endSessions(client: pg.Client, { header }: Backup): Promise<void> {
  for (const table of ["session", "one_time_link"])
    if (header.tables.some(({ name }) => name === table))
      await client.query(`delete from ${table}`);
}
