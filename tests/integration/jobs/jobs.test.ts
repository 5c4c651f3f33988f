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
import { schedule } from "@/lib/jobs/tasks";
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

test("hand-ins and mails are done while any number of checks and regrades keep their workers busy", async () => {
  const done: string[] = [];
  const begun: string[] = [];
  let end = () => {};
  const long = new Promise<void>((settle) => {
    end = settle;
  });
  const busy = (name: string) => async () => {
    begun.push(name);
    await long;
  };
  const quick = (name: string) => async () => {
    done.push(name);
  };
  for (const n of [1, 2, 3, 4]) {
    await enqueue("check lesson", { checkId: `${n}` }, { key: `check ${n}` });
    await enqueue("regrade", { regradeId: `${n}` }, { key: `regrade ${n}` });
  }
  work({
    "check lesson": busy("check lesson"),
    regrade: busy("regrade"),
    "hand in": quick("hand in"),
    "send invitations": quick("send invitations"),
  });
  try {
    await expect
      .poll(() => begun.toSorted(), { timeout: 15_000 })
      .toEqual(["check lesson", "regrade"]);
    await pool.query("select graphile_worker.add_job('hand in')");
    await enqueue("send invitations", {});
    await expect
      .poll(() => [...new Set(done)].toSorted(), { timeout: 15_000 })
      .toEqual(["hand in", "send invitations"]);
    expect(begun).toHaveLength(2);
  } finally {
    end();
  }
});

test("what a deadline decides is done before what has waited longer", async () => {
  const done: string[] = [];
  const note = (name: string) => async () => {
    done.push(name);
  };
  for (const n of [1, 2, 3, 4]) await enqueue("send invitations", {}, { key: `${n}` });
  const handIn = schedule.find(({ task }) => task === "hand in")!;
  await pool.query("select graphile_worker.add_job('hand in', priority => $1)", [handIn.priority]);
  work({ "send invitations": note("send invitations"), "hand in": note("hand in") });
  await expect.poll(() => done.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(5);
  // Two are begun at once.
  expect(done.slice(0, 2)).toContain("hand in");
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
