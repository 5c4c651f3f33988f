// A thread that checks texts while they are written, so that the one that serves is free. It ends with its process, and is ended
// when a text takes too long.
import { parentPort } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import { DraftCheck } from "@/lib/content";
import type { Answered, Asked } from "./thread";

/** By what the courses name, and the files beside the lessons. */
const checks = new LRUCache<string, DraftCheck>({ max: 20 });

parentPort?.on("message", ({ id, text, names, files }: Asked) => {
  const key = JSON.stringify([names, files]);
  const check = checks.get(key) ?? new DraftCheck(names, files);
  checks.set(key, check);
  parentPort?.postMessage({ id, checked: check.check(text) } satisfies Answered);
});
