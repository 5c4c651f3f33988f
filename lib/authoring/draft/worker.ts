// A thread that works on texts while they are written, so that the one that serves is free. It ends with its process, and is
// ended when a text takes too long.
import { parentPort } from "node:worker_threads";
import type { Answered, Asked } from "./tasks";
import { tasks } from "./work";

parentPort?.on("message", ({ id, task, input }: Asked) => {
  const run = tasks[task] as (given: typeof input) => Answered["outcome"];
  parentPort?.postMessage({ id, outcome: run(input) } satisfies Answered);
});
