import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Cluster, clusterData, clusterUrl } from "./cluster";

type Postmaster = { pid: number; port: number };

const pidFile = (cluster: Cluster) => path.join(clusterData(cluster), "postmaster.pid");

function postmaster(cluster: Cluster): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(cluster), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** The port of a server that already runs on these files, or null. A server that is starting (recovering after a
 *  crash) or stopping is waited for. */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  for (let tries = 0; tries < 300; tries++) {
    const found = postmaster(cluster);
    if (!found || !isAlive(found.pid)) return null;
    if (await answers(clusterUrl(cluster, found.port, "postgres"), clusterData(cluster)))
      return found.port;
    if (!isPostgres(found.pid)) {
      disownPid(cluster);
      return null;
    }
    await wait(100);
  }
  throw new Error(
    `A PostgreSQL server holds ${clusterData(cluster)} and does not answer: end process ${postmaster(cluster)?.pid} and start again.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The pid in the file is by now another program's, or the dead server's own that nobody has reaped: PostgreSQL
 *  would refuse to start. With a pid that is surely dead in its place it goes on to look whether backends of the
 *  dead server still hold its shared memory, which taking the file away would skip. */
function disownPid(cluster: Cluster): void {
  const file = pidFile(cluster);
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(dead)));
}

/** False only when the system says that `pid` is another program. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return !existsSync("/proc/self");
  }
}

async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return rows[0].data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
