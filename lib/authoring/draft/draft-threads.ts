import "server-only";
import { availableParallelism } from "node:os";
import type { Asked, Outcome, TaskName } from "@/lib/authoring/threads/task";
import { WorkThreads } from "@/lib/authoring/threads/work-threads";
import type { DraftTasks } from "./tasks";

const threads = new WorkThreads<DraftTasks>({
  program: "lib/authoring/draft/worker.ts",
  job: "check a draft",
  threads: Math.max(2, availableParallelism()),
  // The longest lesson takes a second or two the first time.
  longest: 10_000,
  megabytes: 384,
  // A window asks for one at a time, and a writer has few windows open.
  mostOfOne: 6,
  mostWaiting: 30,
});

/** Does something with a text off the thread that serves: null where it takes too long, or too much waits already. */
export const withDraft = <K extends TaskName<DraftTasks>>(
  asker: string,
  task: K,
  input: Asked<DraftTasks, K>["input"],
): Promise<Outcome<DraftTasks, K> | null> => threads.run(asker, task, input);
