import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FoundLesson } from "@/lib/content";
import { type CheckedLesson, checkShares, type Share, wholeLesson } from "./check-lesson";
import { Turns } from "./turns";

/** What a thread is begun with. */
export interface Begun {
  readonly lessons: readonly FoundLesson[];
  readonly seeds: number;
  readonly shared: SharedArrayBuffer;
}

/** Checks lessons on all cores, this thread being one of them. */
export async function checkLessons(
  lessons: readonly FoundLesson[],
  seeds: number,
): Promise<CheckedLesson[]> {
  if (lessons.length === 0) return [];
  const turns = Turns.of(lessons.length);
  const begun: Begun = { lessons, seeds, shared: turns.shared };
  const others = Array.from({ length: availableParallelism() - 1 }, () => beside(begun));
  const own = (async () => checkShares({ lessons, seeds, turns }))();
  const shares = (await Promise.all([own, ...others])).flat();
  return lessons.map((lesson, i) =>
    wholeLesson(
      lesson,
      shares.filter((share) => share.lesson === i),
    ),
  );
}

/** What a thread beside this one finds. It stands beside this file where both are compiled (compile-author.mjs). */
async function beside(begun: Begun): Promise<Share[]> {
  const worker = new Worker(new URL("./check-worker.mjs", import.meta.url), {
    workerData: begun,
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  const [shares] = await once(worker, "message");
  return shares as Share[];
}
