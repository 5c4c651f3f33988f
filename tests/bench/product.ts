import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { freePort } from "@/lib/db/free-port.mjs";
import { runPostgres } from "@/lib/db/postgres-program";

/** The built product on a PostgreSQL of its own that waits for the disk, as in use. */
export interface Product {
  readonly origin: string;
  /** The process that serves. */
  readonly pid: number;
  readonly end: () => Promise<void>;
}

interface HowToStart {
  /** As npm run dev serves it. */
  readonly dev?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the product, and points DATABASE_URL and NEXTAUTH_SECRET of this process at what it runs on. */
export async function startProduct({ dev = false, env = {} }: HowToStart = {}): Promise<Product> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "chainrule-bench-"));
  const server = await startEmbedded(path.join(folder, "postgres"));
  process.env.DATABASE_URL = server.url;
  process.env.NEXTAUTH_SECRET = "the secret of a bench run";
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn("node", [dev ? "lib/cli/dev.mjs" : "lib/cli/start.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      DEMO: "1",
      NEXTAUTH_URL: origin,
      NODE_OPTIONS: "",
      CHECKS_PER_MINUTE: "1000000",
      TRIES_PER_PART: "1000000",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answers(origin, child);
  const end = async () => {
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await closed;
    await runPostgres(server.stop);
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, pid: child.pid!, end };
}

/** Waits until the product answers; throws when it ends before, or takes more than five minutes to build. */
async function answers(origin: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const response = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("npm start does not answer");
}
