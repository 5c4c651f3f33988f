import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  chown,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import {
  type Account,
  canEnter,
  OUTSIDE,
  type PostgresCommand,
  postgresAccount,
  postgresPrograms,
  runPostgres,
} from "./postgres-program";

/** A PostgreSQL server of our own. `stop` is the command that ends it, for whichever process outlives the others. */
export type EmbeddedServer = { url: string; stop: PostgresCommand };

type Cluster = { bin: string; home: string; account: Account; password: string };

const DATABASE = "chainrule";
/** Its databases do not sort by the machine's locale, so that lists come in the same order everywhere. */
const INIT = [
  "--username=chainrule",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
];

/** Starts the server that keeps its files in `folder`/postgres, making it the first time; one that a killed
 *  process left running is taken over. Loopback only, on a free port. `settings` are PostgreSQL's own. */
export async function startEmbedded(
  folder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedServer> {
  const cluster = await openCluster(path.resolve(folder));
  const port = (await runningPort(cluster)) ?? (await launch(cluster, settings));
  await createDatabase(urlOf(cluster, port, "postgres"));
  return { url: urlOf(cluster, port, DATABASE), stop: stopCommand(cluster) };
}

const dataFolder = (cluster: Cluster) => path.join(cluster.home, "data");
const logFile = (cluster: Cluster) => path.join(cluster.home, "log");
const urlOf = (cluster: Cluster, port: number, database: string) =>
  `postgresql://chainrule:${cluster.password}@127.0.0.1:${port}/${database}`;

function command({ bin, account }: Cluster, program: string, args: string[]): PostgresCommand {
  return { file: path.join(bin, program), args, account };
}

function stopCommand(cluster: Cluster): PostgresCommand {
  return command(cluster, "pg_ctl", [
    "stop",
    "-D",
    dataFolder(cluster),
    "-m",
    "fast",
    "-w",
    "-t",
    "20",
  ]);
}

async function openCluster(folder: string): Promise<Cluster> {
  await mkdir(folder, { recursive: true });
  const account = postgresAccount();
  const home = await homeFolder(folder, account);
  const passwordFile = path.join(folder, "database-password");
  const made = existsSync(path.join(home, "data"));
  if (made && !existsSync(passwordFile)) {
    throw new Error(
      `${passwordFile} is gone, so the database beside it cannot be opened: put the file back, or move ${folder} away to begin anew.`,
    );
  }
  if (!existsSync(passwordFile))
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  const password = (await readFile(passwordFile, "utf8")).trim();
  const cluster = { bin: await postgresPrograms(account), home, account, password };
  if (!made) await initialise(cluster);
  return cluster;
}

/** `folder`/postgres, owned by the account; a link to a place outside where the account cannot enter `folder`. */
async function homeFolder(folder: string, account: Account): Promise<string> {
  const home = path.join(folder, "postgres");
  if (existsSync(home)) return realpath(home);
  if (canEnter(folder, account)) await mkdir(home, { mode: 0o700 });
  else {
    await mkdir(OUTSIDE, { recursive: true, mode: 0o755 });
    await rm(home, { force: true });
    await symlink(await mkdtemp(path.join(OUTSIDE, "postgres-")), home);
  }
  if (account.uid !== undefined) await chown(home, account.uid, account.gid!);
  return realpath(home);
}

/** Made aside and renamed when whole, so that a start killed here leaves nothing half made. */
async function initialise(cluster: Cluster): Promise<void> {
  const half = path.join(cluster.home, "data.new");
  const passwordFile = path.join(cluster.home, "initdb-password");
  await rm(half, { recursive: true, force: true });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.account.uid !== undefined)
    await chown(passwordFile, cluster.account.uid, cluster.account.gid!);
  const code = await runPostgres(
    command(cluster, "initdb", [`--pgdata=${half}`, `--pwfile=${passwordFile}`, ...INIT]),
  );
  await rm(passwordFile, { force: true });
  if (code !== 0)
    throw new Error(
      `PostgreSQL could not make its data folder in ${cluster.home} (initdb ended with ${code}): is the disk full?`,
    );
  await rename(half, dataFolder(cluster));
}

type Postmaster = { pid: number; port: number };

function postmaster(cluster: Cluster): Postmaster | null {
  try {
    const lines = readFileSync(path.join(dataFolder(cluster), "postmaster.pid"), "utf8").split(
      "\n",
    );
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** The port of a server that already runs on these files, or null. A server that is starting (recovering after a
 *  crash) or stopping is waited for. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  for (let tries = 0; tries < 300; tries++) {
    const found = postmaster(cluster);
    if (!found || !isAlive(found.pid)) return null;
    if (await answers(urlOf(cluster, found.port, "postgres"), dataFolder(cluster)))
      return found.port;
    if (!isPostgres(found.pid)) {
      disownPid(cluster);
      return null;
    }
    await wait(100);
  }
  throw new Error(
    `A PostgreSQL server holds ${dataFolder(cluster)} and does not answer: end process ${postmaster(cluster)?.pid} and start again.`,
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
  const file = path.join(dataFolder(cluster), "postmaster.pid");
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

async function launch(cluster: Cluster, settings: Record<string, string>): Promise<number> {
  await rename(logFile(cluster), `${logFile(cluster)}.before`).catch(() => {});
  // After kill -9 of the server its last backends may hold shared memory for a moment; a free port may be taken
  // between asking and using.
  for (let tries = 0; tries < 5; tries++) {
    const port = await freePort();
    const options = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      port: String(port),
      ...settings,
    };
    const flags = Object.entries(options).map(
      ([name, value]) => `-c ${name}=${value === "" ? "''" : value}`,
    );
    const args = [
      "start",
      "-D",
      dataFolder(cluster),
      "-l",
      logFile(cluster),
      "-w",
      "-t",
      "60",
      "-o",
      flags.join(" "),
    ];
    if ((await runPostgres(command(cluster, "pg_ctl", args))) === 0) return port;
    await wait(1000);
  }
  throw new Error(
    `PostgreSQL did not start: ${lastWords(cluster)} (its log is ${logFile(cluster)}).`,
  );
}

function lastWords(cluster: Cluster): string {
  try {
    const lines = readFileSync(logFile(cluster), "utf8").split("\n");
    return (
      lines.findLast((line) => line.includes("FATAL"))?.replace(/^.*FATAL:\s*/, "") ??
      "it gave no reason"
    );
  } catch {
    return "it wrote no log";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
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
