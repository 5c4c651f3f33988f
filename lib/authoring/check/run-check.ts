import "server-only";
import type { Around } from "@/lib/authoring/draft/tasks";
import { beginThread } from "@/lib/authoring/threads/begin-thread";
import type { Issue } from "@/lib/exercise";
import { tellError } from "@/lib/log/told.mjs";
import type { CheckNews, LessonCheck } from "./lesson-check";

interface Running extends Around {
  readonly source: string;
  /** Called as the check gets on. */
  readonly onProgress: (done: number, total: number) => Promise<void>;
  /** Ends it halfway. */
  readonly stop?: AbortSignal;
  /** What one exercise may take, in ms, and reading the lesson too. The slowest of ours takes a few seconds. */
  readonly longest?: number;
}

/** Megabytes that the thread may fill. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** Does the author's check of a lesson in a thread of its own. An exercise that takes too long, or fills the memory, ends it,
 *  and is what has to be mended. Throws where it is stopped. */
export async function runCheck({
  source,
  names,
  files,
  onProgress,
  stop,
  longest = 60_000,
}: Running): Promise<LessonCheck> {
  const worker = beginThread("lib/authoring/check/worker.ts", {
    resourceLimits: memory,
    workerData: { source, names, files },
  });
  let line = 1;
  let isLate = false;
  const late = () => {
    isLate = true;
    worker.terminate();
  };
  let timer = setTimeout(late, longest);
  const end = () => worker.terminate();
  stop?.addEventListener("abort", end);
  if (stop?.aborted) end();
  try {
    return await new Promise<LessonCheck>((settle, fail) => {
      worker.on("message", (news: CheckNews) => {
        if (news.is === "finished") return settle(news.check);
        clearTimeout(timer);
        timer = setTimeout(late, longest);
        line = news.line;
        onProgress(news.done, news.total).catch(fail);
      });
      worker.on("error", (error) => tellError(error, { job: "check a lesson" }));
      worker.on("exit", () => {
        if (stop?.aborted) fail(new Error("A check was stopped halfway, and is done elsewhere."));
        else settle({ issues: [unfinished(line, isLate)], exercises: [], isUnfinished: true });
      });
    });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", end);
    worker.terminate();
  }
}

const unfinished = (line: number, isLate: boolean): Issue => ({
  line,
  column: 1,
  message: isLate
    ? "checking what begins here takes too long"
    : "checking what begins here takes too much memory, or met a fault of ours",
  mend: "Draw or ask for less in it, or split it into smaller exercises.",
});
