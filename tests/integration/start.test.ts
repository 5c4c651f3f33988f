import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claim } from "@/lib/cli/claim.mjs";
import { stopDatabase } from "@/lib/cli/stop-database.mjs";
import { startEmbedded } from "@/lib/db/embedded";
import { freePort } from "@/lib/db/free-port.mjs";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "chainrule-start-"));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a command of the checkout wrote to stderr and to stdout, and its exit code. */
function outcome(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; said: string; told: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: "", ...env },
    });
    let [said, told] = ["", ""];
    child.stderr.on("data", (part) => {
      said += part;
    });
    child.stdout.on("data", (part) => {
      told += part;
    });
    child.on("close", (code) => resolve({ code, said, told }));
  });
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function postmasterPid(data: string): Promise<number> {
  return Number.parseInt(
    await readFile(path.join(data, "postgres/data/postmaster.pid"), "utf8"),
    10,
  );
}

const start = ["lib/cli/start.mjs"];
const prepare = ["--import", "tsx", "--conditions=react-server", "lib/cli/prepare.ts"];

test("a taken port is said in one sentence before any work", async () => {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const port = String((server.address() as net.AddressInfo).port);
  const { code, said } = await outcome(start, { PORT: port, DATA_DIR: folder });
  server.close();
  expect(said).toMatch(new RegExp(`^Port ${port} is taken: .*\\n$`));
  expect(code).toBe(1);
});

test.each([
  [
    { DATABASE_POOL: "ten" },
    /^DATABASE_POOL must be a whole number from 1 to 9999, and it is ten\.\n$/,
  ],
  [
    { TRUSTED_PROXIES: "10.1/16" },
    /^TRUSTED_PROXIES must be addresses.*: 10\.1\/16 is neither\.\n$/,
  ],
])("a setting that is wrong is said in one sentence before any work: %j", async (env, sentence) => {
  const port = String(await freePort());
  const { code, said, told } = await outcome(start, { PORT: port, DATA_DIR: folder, ...env });
  expect(said).toMatch(sentence);
  expect(told).not.toMatch(/Building|Starting/);
  expect(code).toBe(1);
});

test("a data folder that cannot be written to is said in one sentence", async () => {
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  const port = String(await freePort());
  const { code, said } = await outcome(start, { PORT: port, DATA_DIR: file });
  expect(said).toBe(
    `Cannot write to the data folder ${file} (ENOTDIR): make it writable, or set DATA_DIR to another folder.\n`,
  );
  expect(code).toBe(1);
});

test("an old Node is said in one sentence", async () => {
  const preload = path.join(folder, "old.cjs");
  await writeFile(
    preload,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.1" } });',
  );
  const { code, said } = await outcome(["--require", preload, ...start], {});
  expect(said).toBe(
    "Chainrule needs Node 20.19 or later, and this is Node 18.20.1: see https://nodejs.org.\n",
  );
  expect(code).toBe(1);
});

test("a database that cannot be reached is said in one sentence without its password", async () => {
  const { code, said } = await outcome(prepare, {
    DATABASE_URL: "postgresql://ada:hush@127.0.0.1:1/course",
  });
  expect(said).toBe(
    "The database course at 127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1): check DATABASE_URL.\n",
  );
  expect(code).toBe(1);
});

test("the built-in database keeps what was committed through a kill, and a left-over server is taken over", async () => {
  const data = path.join(folder, "data");
  const first = await startEmbedded(data);
  await query(first.url, "create table kept (n int)");
  await query(first.url, "insert into kept values (7)");
  expect((await startEmbedded(data)).url).toBe(first.url);

  process.kill(await postmasterPid(data), "SIGKILL");
  const second = await startEmbedded(data);
  expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
  await stopDatabase(second.stop);
  await expect(query(second.url, "select 1")).rejects.toThrow();
});

test("a data folder is one process's at a time", async () => {
  const server = await startEmbedded(path.join(folder, "data"));
  const held = await claim(server.url);
  expect(await claim(server.url)).toBeNull();
  await held?.release();
  const again = await claim(server.url);
  expect(again).not.toBeNull();
  await again?.release();
  await stopDatabase(server.stop);
});
