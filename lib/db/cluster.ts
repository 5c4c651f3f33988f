import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
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
import path from "node:path";
import {
  type Account,
  canEnter,
  OUTSIDE,
  type PostgresCommand,
  postgresAccount,
  postgresPrograms,
  runPostgres,
} from "./postgres-program";

/** The files of a PostgreSQL server, and what it takes to run it. */
export type Cluster = { bin: string; home: string; account: Account; password: string };

/** Its databases do not sort by the machine's locale, so that lists come in the same order everywhere. */
const INIT = [
  "--username=chainrule",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
];

export const clusterData = (cluster: Cluster) => path.join(cluster.home, "data");

export const clusterUrl = (cluster: Cluster, port: number, database: string) =>
  `postgresql://chainrule:${cluster.password}@127.0.0.1:${port}/${database}`;

export function clusterCommand(
  { bin, account }: Cluster,
  program: string,
  args: string[],
): PostgresCommand {
  return { file: path.join(bin, program), args, account };
}

/** Whether a built-in database was ever made in `folder`. */
export const hasCluster = (folder: string) => existsSync(path.join(folder, "postgres/data"));

/** The server's files in `folder`/postgres, made the first time. */
export async function openCluster(folder: string): Promise<Cluster> {
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
    clusterCommand(cluster, "initdb", [`--pgdata=${half}`, `--pwfile=${passwordFile}`, ...INIT]),
  );
  await rm(passwordFile, { force: true });
  if (code !== 0)
    throw new Error(
      `PostgreSQL could not make its data folder in ${cluster.home} (initdb ended with ${code}): is the disk full?`,
    );
  await rename(half, clusterData(cluster));
}
