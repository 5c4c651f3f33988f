import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import pg from "pg";
import { tellError } from "@/lib/log/told.mjs";
import { type Lane, lanesOf } from "./lanes";
import { queueLogger } from "./logger";
import { tasks as all, schedule } from "./tasks";

const SECOND = 1000;

/** The queue's own connections, of which one a lane listens; what a job does goes by those of the process. */
const queueConnections = {
  application_name: "chainrule",
  keepAlive: true,
  connectionTimeoutMillis: 15 * SECOND,
  query_timeout: 35 * SECOND,
};

/** Whoever notes how a job ended is waited for when we stop, and heard when it fails: without a delay, even of 0, the
 *  library does neither. */
const noting = {
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
  gracefulShutdownAbortTimeout: SECOND / 2,
};

/** One that nobody came to, or whose process was killed, gives way to the next. */
const cron = parseCronItems(
  schedule.map(({ task, match, madeUp, priority }) => ({
    task,
    match,
    options: {
      priority: priority ?? 0,
      backfillPeriod: madeUp ? 24 * 60 * 60 * SECOND : 0,
      jobKey: task,
      jobKeyMode: "replace" as const,
    },
  })),
);

/** Does jobs in this process until the function that comes back is called; that one waits for what is under way, and after
 *  half a second tells it to stop halfway. It goes on by itself when the database was away. */
export function startJobs(tasks: TaskList = all): () => Promise<void> {
  const stopping = new AbortController();
  const ended = lanesOf(tasks).map((lane, i) =>
    keepRunning({ ...lane, crontab: i === 0 ? cron : [] }, stopping.signal),
  );
  return async () => {
    stopping.abort();
    await Promise.all(ended);
  };
}

interface RunningLane extends Lane {
  /** What it asks for by itself: in each process one lane does. */
  readonly crontab: ReturnType<typeof parseCronItems>;
}

async function keepRunning(lane: RunningLane, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await runUntil(lane, stop).catch((error) => tellError(error, { job: "queue" }));
    await wait(10 * SECOND, undefined, { signal: stop }).catch(() => {});
  }
}

/** Does jobs until it is stopped; throws where the queue gives up. */
async function runUntil({ tasks, atOnce, crontab }: RunningLane, stop: AbortSignal): Promise<void> {
  const connectionString = process.env.DATABASE_URL;
  const pool = new pg.Pool({ connectionString, max: atOnce + 1, ...queueConnections });
  // A connection that is lost, idle or at work, must not end the process.
  const hear = () => {};
  pool.on("error", hear).on("connect", (client) => client.on("error", hear));
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      parsedCronItems: crontab,
      concurrency: atOnce,
      // The server that this is part of ends by itself, once it has answered what it was asked.
      noHandleSignals: true,
      logger: queueLogger,
      preset: { worker: noting },
    });
    await untilStopped(runner, stop);
  } finally {
    await pool.end();
  }
}

async function untilStopped(runner: Runner, stop: AbortSignal): Promise<void> {
  let stopped: Promise<void> | undefined;
  const end = () => {
    stopped = runner.stop().catch(() => {});
  };
  stop.addEventListener("abort", end);
  if (stop.aborted) end();
  await runner.promise;
  await stopped;
}
