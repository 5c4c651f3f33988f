import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { appliedChecksums } from "../migrate";
import { type BackupHeader, endOfRows } from "./header";
import { columnList, listSequences, listTables, quoted } from "./tables";

/** Writes everything in the database at `url` to `file`, as it is at one moment, while it may be in use. The file is
 *  there when it is whole, and readable by its owner alone. */
export async function writeBackup(url: string, file: string): Promise<BackupHeader> {
  const client = new pg.Client({ connectionString: url, application_name: "chainrule backup" });
  client.on("error", () => {});
  await client.connect();
  const half = `${file}.${process.pid}.part`;
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local datestyle to iso");
    const header = await headerOf(client);
    const source = sealed(contentOf(client, header));
    await pipeline(source, createGzip(), createWriteStream(half, { mode: 0o600 }));
    await toDisk(half);
    await rename(half, file);
    return header;
  } finally {
    await rm(half, { force: true });
    await client.end();
  }
}

async function headerOf(client: pg.Client): Promise<BackupHeader> {
  const applied = await appliedChecksums(client);
  const tables = [];
  for (const table of await listTables(client)) {
    const { rows } = await client.query(`select count(*)::int as n from ${quoted(table.name)}`);
    tables.push({ ...table, columns: [...table.columns], rows: rows[0].n as number });
  }
  return {
    format: "chainrule-backup",
    version: 1,
    made: new Date().toISOString(),
    migrations: [...applied].sort().map(([name, checksum]) => ({ name, checksum })),
    tables,
    sequences: await listSequences(client),
  };
}

async function* contentOf(
  client: pg.Client,
  header: BackupHeader,
): AsyncGenerator<string | Buffer> {
  yield `${JSON.stringify(header)}\n`;
  for (const table of header.tables) {
    const copy = `copy ${quoted(table.name)} (${columnList(table)}) to stdout`;
    yield* client.query(copyTo(copy));
    yield endOfRows;
  }
}

async function* sealed(parts: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
  const hash = createHash("sha256");
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`;
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
