import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FoundLesson } from "@/lib/content";
import { type CheckedLesson, checkShare, type Share, wholeLesson } from "./check-lesson";

/** Checks lessons on all cores: whole lessons where there are many, shares of their exercises where there are few. */
export async function checkLessons(
  lessons: readonly FoundLesson[],
  seeds: number,
): Promise<CheckedLesson[]> {
  const cores = availableParallelism();
  const of = Math.max(1, Math.ceil(cores / Math.max(1, lessons.length)));
  const shares = lessons.flatMap((lesson) =>
    Array.from({ length: of }, (_, from): Share => ({ lesson, seeds, from, of })),
  );
  const checked = await onCores(shares, Math.min(cores, shares.length));
  return lessons.map((_, i) => wholeLesson(checked.slice(i * of, (i + 1) * of)));
}

/** What checking each share came to. This thread takes its turn, so there is one fewer beside it than there are cores. */
async function onCores(shares: readonly Share[], cores: number): Promise<CheckedLesson[]> {
  const checked: CheckedLesson[] = [];
  let next = 0;
  const workers = Array.from({ length: cores - 1 }, begin);
  const take = async (check: (share: Share) => Promise<CheckedLesson>) => {
    while (next < shares.length) {
      const i = next++;
      checked[i] = await check(shares[i]!);
    }
  };
  await Promise.all([
    ...workers.map((worker) => take((share) => asked(worker, share))),
    take(async (share) => {
      // Lets the others take a share first, and hears of what they have done.
      await new Promise(setImmediate);
      return checkShare(share);
    }),
  ]);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return checked;
}

const begin = () =>
  new Worker(new URL("./begin-check.mjs", import.meta.url), {
    execArgv: ["--conditions=react-server"],
  });

function asked(worker: Worker, share: Share): Promise<CheckedLesson> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (checked: CheckedLesson) => {
      worker.off("error", reject);
      resolve(checked);
    });
    worker.postMessage(share);
  });
}
