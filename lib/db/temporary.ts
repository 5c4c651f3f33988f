import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "./embedded";
import { runPostgres } from "./postgres-program";

/** A server whose files are made now and gone after `end`. It never waits for the disk, so it is quick, and loses
 *  everything in a crash: for tests and author tools. */
export async function startTemporary(): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "chainrule-"));
  // The account that PostgreSQL runs as must be able to enter it.
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder, {
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const end = async () => {
    await runPostgres(server.stop);
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, end };
}
