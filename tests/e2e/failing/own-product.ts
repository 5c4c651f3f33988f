import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@/lib/db/free-port.mjs";

/** A product of a test's own, to be killed, frozen and filled. */
export class OwnProduct {
  #app: ChildProcess | undefined;
  #log = "";

  private constructor(
    readonly data: string,
    readonly port: number,
  ) {}

  /** Without `data`, in a new folder of the machine's. */
  static async make(data?: string): Promise<OwnProduct> {
    const folder = data ?? (await mkdtemp(path.join(os.tmpdir(), "chainrule-failing-")));
    // The account that PostgreSQL runs as must be able to enter it.
    await chmod(folder, 0o755);
    return new OwnProduct(folder, await freePort());
  }

  get site(): string {
    return `http://localhost:${this.port}`;
  }

  /** What it runs in, also for commands beside it. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PORT: String(this.port),
      HOST: "127.0.0.1",
      DATA_DIR: this.data,
      DATABASE_URL: "",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: "",
      DEMO: "0",
      LOG_LEVEL: "info",
      CHECKS_PER_MINUTE: "1000000",
      TRIES_PER_PART: "1000000",
    };
  }

  /** What it has logged so far, a line each. */
  get log(): Record<string, unknown>[] {
    const lines = this.#log
      .split("\n")
      .filter((line) => line.startsWith("{") && line.endsWith("}"));
    return lines.map((line) => JSON.parse(line));
  }

  async start(): Promise<void> {
    const app = spawn(process.execPath, ["lib/cli/start.mjs"], {
      env: this.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    app.stdout.on("data", (part) => {
      this.#log += part;
    });
    this.#app = app;
    // On a machine with much else to do, loading the lessons takes its time.
    for (let tries = 0; tries < 1800; tries++) {
      if (app.exitCode !== null) throw new Error(`npm start ended with ${app.exitCode}`);
      const open = await fetch(this.site, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (open?.ok) return;
      await wait(100);
    }
    throw new Error("npm start did not serve within three minutes");
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const app = this.#app;
    if (!app || app.exitCode !== null || app.signalCode !== null) return;
    const end = new Promise((resolve) => app.on("exit", resolve));
    app.kill(signal);
    await end;
  }

  /** Ends it and takes its files away. */
  async remove(): Promise<void> {
    await this.end("SIGTERM");
    const home = path.join(this.data, "postgres");
    await rm(existsSync(home) ? realpathSync(home) : home, { recursive: true, force: true });
    await rm(this.data, { recursive: true, force: true });
  }

  /** Sends a signal to every process of its database. */
  signalDatabase(signal: NodeJS.Signals): void {
    const database = Number(this.#postmaster()[0]);
    for (const pid of [database, ...childrenOf(database)]) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
  }

  /** Where its database is, while that runs. */
  get databaseUrl(): string {
    const password = readFileSync(path.join(this.data, "database-password"), "utf8").trim();
    return `postgresql://chainrule:${password}@127.0.0.1:${this.#postmaster()[3]?.trim()}/chainrule`;
  }

  /** What its database answers. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  #postmaster(): string[] {
    return readFileSync(path.join(this.data, "postgres/data/postmaster.pid"), "utf8").split("\n");
  }
}

/** Where there is no /proc, the database's own processes notice by themselves that their parent is gone. */
function childrenOf(parent: number): number[] {
  if (!existsSync("/proc/self/stat")) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]);
  } catch {
    return 0;
  }
}
