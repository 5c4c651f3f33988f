import { readFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Cluster, clusterCommand, clusterData, clusterUrl, openCluster } from "./cluster";
import { freePort } from "./free-port.mjs";
import { type PostgresCommand, runPostgres } from "./postgres-program";
import { runningPort } from "./postmaster";

/** A PostgreSQL server of our own. `stop` is the command that ends it, for whichever process outlives the others;
 *  `launched` is false where it ran already. */
export type EmbeddedServer = { url: string; stop: PostgresCommand; launched: boolean };

type Launch = {
  /** PostgreSQL's own settings. */
  settings?: Record<string, string>;
  /** The port to use; else a free one. */
  port?: number;
};

const DATABASE = "chainrule";
const logFile = (cluster: Cluster) => path.join(cluster.home, "log");

/** Starts the server that keeps its files in `folder`/postgres, making it the first time; one that a killed
 *  process left running is taken over. Loopback only. */
export async function startEmbedded(folder: string, how: Launch = {}): Promise<EmbeddedServer> {
  const cluster = await openCluster(path.resolve(folder));
  const running = await runningPort(cluster);
  const port = running ?? (await launch(cluster, how));
  await createDatabase(clusterUrl(cluster, port, "postgres"));
  return {
    url: clusterUrl(cluster, port, DATABASE),
    stop: stopCommand(cluster),
    launched: running === null,
  };
}

function stopCommand(cluster: Cluster): PostgresCommand {
  const data = ["-D", clusterData(cluster)];
  return clusterCommand(cluster, "pg_ctl", ["stop", ...data, "-m", "fast", "-w", "-t", "20"]);
}

async function launch(cluster: Cluster, { settings = {}, port: wanted }: Launch): Promise<number> {
  await rename(logFile(cluster), `${logFile(cluster)}.before`).catch(() => {});
  // After kill -9 of the server its last backends may hold shared memory for a moment; a free port may be taken
  // between asking and using.
  for (let tries = 0; tries < 5; tries++) {
    const port = wanted ?? (await freePort());
    if ((await runPostgres(startCommand(cluster, port, settings))) === 0) return port;
    await wait(1000);
  }
  throw new Error(
    `PostgreSQL did not start: ${lastWords(cluster)} (its log is ${logFile(cluster)}).`,
  );
}

function startCommand(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): PostgresCommand {
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    ...settings,
  };
  const flags = Object.entries(options).map(
    ([name, value]) => `-c ${name}=${value === "" ? "''" : value}`,
  );
  const files = ["-D", clusterData(cluster), "-l", logFile(cluster)];
  return clusterCommand(cluster, "pg_ctl", [
    "start",
    ...files,
    "-w",
    "-t",
    "60",
    "-o",
    flags.join(" "),
  ]);
}

function lastWords(cluster: Cluster): string {
  try {
    const lines = readFileSync(logFile(cluster), "utf8").split("\n");
    const last = lines.findLast((line) => /(FATAL|PANIC):/.test(line));
    return last?.replace(/^.*(FATAL|PANIC):\s*/, "") ?? "it gave no reason";
  } catch {
    return "it wrote no log";
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
