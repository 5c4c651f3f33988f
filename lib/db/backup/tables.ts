import type pg from "pg";

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Where the migrations that were applied are noted: a table like any other here. */
export const MIGRATIONS_TABLE = "_prisma_migrations";

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ columns }: Table) => columns.map(quoted).join(", ");

/** The tables of the schema that is in use, by name, each with the columns that hold something of their own. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname order by relname`);
  return rows;
}

export interface Sequence {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "select sequencename as name from pg_sequences where schemaname = current_schema() order by 1",
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const read = await client.query(`select last_value, is_called from ${quoted(name)}`);
    sequences.push({ name, last: read.rows[0].last_value, called: read.rows[0].is_called });
  }
  return sequences;
}

/** What takes the schema's foreign keys away, and what puts them back and checks them: between the two, rows may come
 *  in any order. */
export async function foreignKeys(
  client: pg.ClientBase,
): Promise<{ drop: string[]; add: string[] }> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`);
  return {
    drop: rows.map(({ table, name }) => `alter table ${table} drop constraint ${quoted(name)}`),
    add: rows.map(
      ({ table, name, definition }) =>
        `alter table ${table} add constraint ${quoted(name)} ${definition}`,
    ),
  };
}

/** Takes away all tables of the schema, the types and functions made for them, and the queue of jobs that were to be done on
 *  them. */
export async function dropTables(client: pg.ClientBase): Promise<void> {
  await client.query("drop schema if exists graphile_worker cascade");
  for (const { name } of await listTables(client))
    await client.query(`drop table ${quoted(name)} cascade`);
  const { rows } = await client.query<{ name: string }>(`
    select typname as name from pg_type
    where typtype = 'e' and typnamespace = current_schema()::regnamespace`);
  for (const { name } of rows) await client.query(`drop type ${quoted(name)}`);
  const functions = await client.query<{ name: string }>(
    "select oid::regprocedure::text as name from pg_proc where pronamespace = current_schema()::regnamespace",
  );
  for (const { name } of functions.rows) await client.query(`drop function ${name}`);
}
