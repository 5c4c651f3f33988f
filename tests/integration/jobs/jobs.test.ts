import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TaskList } from "graphile-worker";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { restore } from "@/lib/db/backup/restore";
import { writeBackup } from "@/lib/db/backup/write-backup";
import { db, disconnect, pool } from "@/lib/db/client";
import { difference } from "@/lib/db/migrate";
import { enqueue, prepareQueue } from "@/lib/jobs/enqueue";
import { startJobs } from "@/lib/jobs/start-jobs";
import { useDatabase } from "../use-database";

useDatabase();

let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  await prepareQueue();
  await pool.query("delete from graphile_worker._private_jobs");
});

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
  vi.unstubAllEnvs();
});

const work = (tasks: TaskList) => stops.push(startJobs(tasks));

const waiting = async () =>
  (await pool.query("select task_identifier as task, attempts from graphile_worker.jobs")).rows;

test("a job is done once, however many processes look for jobs, and one that fails is tried again", async () => {
  const done: unknown[] = [];
  const task = async (told: unknown) => {
    done.push(told);
    if (done.length === 1) throw new Error("no room");
  };
  for (const _ of [1, 2, 3]) work({ regrade: task });
  await enqueue("regrade", { regradeId: "r" });
  await expect
    .poll(() => done, { timeout: 15_000 })
    .toEqual([{ regradeId: "r" }, { regradeId: "r" }]);
  // What is done each minute may have come in between: nobody here does it.
  const regrades = async () => (await waiting()).filter(({ task }) => task === "regrade");
  await expect.poll(regrades).toEqual([]);
});

test("a job asked for in a transaction that is not kept is not there, and one that waits is not there twice", async () => {
  const lost = db.$transaction(async (tx) => {
    await enqueue("regrade", { regradeId: "r" }, { tx });
    throw new Error("changed my mind");
  });
  await expect(lost).rejects.toThrow("changed my mind");
  expect(await waiting()).toEqual([]);
  for (const _ of [1, 2]) await enqueue("send invitations", {});
  expect(await waiting()).toEqual([{ task: "send invitations", attempts: 0 }]);
});

test("a job under way hears that its process is to stop, and waits for another one", async () => {
  let begun = false;
  const stop = startJobs({
    regrade: (_, { abortSignal }) => {
      begun = true;
      return new Promise((_, reject) => {
        abortSignal!.addEventListener("abort", () => reject(new Error("stopped")));
      });
    },
  });
  await enqueue("regrade", { regradeId: "r" });
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(true);
  await stop();
  const { rows } = await pool.query("select locked_at from graphile_worker.jobs");
  expect(rows).toEqual([{ locked_at: null }]);
});

test("the queue is no part of the schema or a backup, and a restore empties it", async () => {
  await enqueue("send invitations", {});
  const url = process.env.DATABASE_URL!;
  expect(await difference(url, await readFile("prisma/schema.prisma", "utf8"))).toBe("");
  const folder = await mkdtemp(path.join(os.tmpdir(), "chainrule-jobs-"));
  try {
    const file = path.join(folder, "one.backup.gz");
    await writeBackup(url, file);
    await disconnect();
    const { tables } = await restore(url, file, { replace: true });
    expect(tables.map(({ name }) => name)).not.toContain("_private_jobs");
    const { rows } = await pool.query("select to_regnamespace('graphile_worker') as queue");
    expect(rows).toEqual([{ queue: null }]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
