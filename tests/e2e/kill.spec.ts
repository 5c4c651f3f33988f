import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { scoreOf } from "@/lib/course/standing";
import type { Result } from "@/lib/exercise";

const port = 3170;
const site = `http://localhost:${port}`;
const lesson = "/courses/backpropagation/updating-weights-and-biases-1";

let data: string;
let app: ChildProcess;

test.beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), "chainrule-kill-"));
  await chmod(data, 0o755);
});

test.afterAll(async () => {
  await ended(app, "SIGTERM");
  const home = path.join(data, "postgres");
  await rm(existsSync(home) ? realpathSync(home) : home, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

test("after kill -9 of app and database, every acknowledged answer is there, none twice, and the scores agree", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const guests: Guest[] = [];
  for (let round = 1; round <= 2; round++) {
    await startApp();
    guests.push(...(await Promise.all(Array.from({ length: 6 }, newGuest))));
    const before = acknowledged(guests);
    const streams = guests.map((guest) => stream(guest));
    while (acknowledged(guests) < before + 150) await wait(20);
    await killAll();
    await Promise.all(streams);
  }
  await startApp();
  for (const guest of guests) await check(guest);
  // What was on its way when the power went is sent again, as a browser's user would.
  for (const guest of guests) {
    for (const answer of guest.lost.splice(0)) {
      await send(guest, answer);
      guest.kept.push(answer);
    }
    await check(guest);
  }
  killDatabase();
  await page.goto(site + lesson);
  await expect(page.getByRole("heading", { name: "Something broke on our side" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

interface Answer {
  readonly key: string;
  readonly typed: string;
}

interface Guest {
  readonly cookie: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly kept: Answer[];
  /** Sent without hearing of it again. */
  readonly lost: Answer[];
}

const acknowledged = (guests: readonly Guest[]) =>
  guests.reduce((sum, { kept }) => sum + kept.length, 0);

/** Someone who opens the lesson for the first time. */
async function newGuest(): Promise<Guest> {
  const response = await fetch(site + lesson);
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const html = await response.text();
  const form = html.slice(html.indexOf('id="exercise-ce-loss"'));
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? `no ${name}`;
  const names = ["exercise", "variant", "numbers", "return"];
  const fields = Object.fromEntries(names.map((name) => [name, field(name)]));
  return { cookie, fields, kept: [], lost: [] };
}

/** Answers one after the other, every third sent twice at once, until the server is gone. */
async function stream(guest: Guest): Promise<void> {
  for (let i = 0; ; i++) {
    const answer = { key: randomUUID(), typed: String(guest.kept.length + guest.lost.length + 10) };
    const tries = i % 3 === 0 ? [send(guest, answer), send(guest, answer)] : [send(guest, answer)];
    const heard = await Promise.allSettled(tries);
    if (heard.every(({ status }) => status === "rejected")) {
      guest.lost.push(answer);
      return;
    }
    guest.kept.push(answer);
  }
}

/** Throws when nobody answers; an answer that is no acknowledgement fails the test. */
async function send({ cookie, fields }: Guest, { key, typed }: Answer): Promise<void> {
  const response = await fetch(`${site}/api/submissions`, {
    method: "POST",
    headers: { cookie, accept: "application/json" },
    body: new URLSearchParams({ ...fields, submission: key, "r.loss": typed }),
  });
  const { result } = await response.json();
  if (result?.status !== "graded") throw new Error(`answered ${response.status}`);
}

/** Everything acknowledged to a guest is stored, nothing twice, and the kept score is what was stored comes to. */
async function check({ cookie, kept, lost }: Guest): Promise<void> {
  const token = createHash("sha256")
    .update(cookie.split("=")[1] ?? "")
    .digest("hex");
  const rows = await query<{ typed: string; result: Result; number: number }>(
    `select s.responses->>'loss' as typed, s.result, v.number
     from submission s join variant v on v.id = s.variant_id join "user" u on u.id = v.user_id
     where u.guest_token = $1 order by s.created_at`,
    [token],
  );
  const stored = rows.map(({ typed }) => typed);
  expect(new Set(stored).size, "none is stored twice").toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(kept.map(({ typed }) => typed)));
  const sent = [...kept, ...lost].map(({ typed }) => typed);
  for (const typed of stored) expect(sent).toContain(typed);
  const [score] = await query(
    `select best, first, first_number as "firstNumber", attempts
     from score join "user" u on u.id = user_id where guest_token = $1`,
    [token],
  );
  expect(score).toEqual(
    scoreOf([{ number: 1, possible: 1, results: rows.map(({ result }) => result) }]),
  );
}

async function startApp(): Promise<void> {
  app = spawn(process.execPath, ["lib/cli/start.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: data,
      DATABASE_URL: "",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: "",
      DEMO: "0",
      CHECKS_PER_MINUTE: "1000000",
      TRIES_PER_PART: "1000000",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let tries = 0; tries < 600; tries++) {
    if (app.exitCode !== null) throw new Error(`npm start ended with ${app.exitCode}`);
    const open = await fetch(site, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (open?.ok) return;
    await wait(100);
  }
  throw new Error("npm start did not serve within a minute");
}

const postmasterFile = () => path.join(data, "postgres/data/postmaster.pid");
const postmaster = () => readFileSync(postmasterFile(), "utf8").split("\n");

/** Ends the app and every process of its database, at once and without a word. */
async function killAll(): Promise<void> {
  const gone = ended(app, "SIGKILL");
  killDatabase();
  await gone;
}

function killDatabase(): void {
  const database = Number(postmaster()[0]);
  for (const pid of [database, ...childrenOf(database)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
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

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.on("exit", resolve));
  child.kill(signal);
  await end;
}

async function query<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[],
): Promise<Row[]> {
  const password = readFileSync(path.join(data, "database-password"), "utf8").trim();
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(postmaster()[3]),
    user: "chainrule",
    database: "chainrule",
    password,
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
