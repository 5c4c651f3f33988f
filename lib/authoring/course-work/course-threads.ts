import "server-only";
import type { Asked, Outcome, TaskName } from "@/lib/authoring/threads/task";
import { WorkThreads } from "@/lib/authoring/threads/work-threads";
import type { CourseTasks } from "./tasks";

const threads = new WorkThreads<CourseTasks>({
  program: "lib/authoring/course-work/worker.ts",
  job: "look at a course",
  threads: 2,
  // A course of ours takes ten seconds to be checked, and more where the machine has much else to do.
  longest: 90_000,
  megabytes: 512,
  mostOfOne: 3,
  mostWaiting: 12,
});

/** Does something with a whole course off the thread that serves: null where it takes too long, or too much waits already. */
export const withCourse = <K extends TaskName<CourseTasks>>(
  asker: string,
  task: K,
  input: Asked<CourseTasks, K>["input"],
): Promise<Outcome<CourseTasks, K> | null> => threads.run(asker, task, input);
