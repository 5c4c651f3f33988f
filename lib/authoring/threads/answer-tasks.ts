import { parentPort } from "node:worker_threads";
import type { Answered, Asked } from "./task";

/** What a thread's program does: each task that it is told, one after the other. It ends with its process, and is ended when a
 *  task takes too long. */
export function answerTasks<T extends object>(tasks: T): void {
  parentPort?.on("message", ({ id, task, input }: Asked<T>) => {
    const run = tasks[task] as (given: unknown) => unknown;
    parentPort?.postMessage({ id, outcome: run(input) } satisfies Answered);
  });
}
