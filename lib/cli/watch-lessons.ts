// Loads the lessons in content/ whenever one of their files was saved, while npm run dev serves. It lasts as long as that does,
// so that it only ever reads anew what changed.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { watch } from "chokidar";
import { disconnect } from "../db/client";
import { complain, step } from "./say.mjs";

/** Editors write several times: a save is over when nothing was written for so long, in ms. */
const quiet = 60;

const { LessonMemory } = await import("@/lib/catalogue/lesson-memory");
const { loadContent } = await import("@/lib/catalogue/load-content");
const folder = path.resolve(process.env.CONTENT_DIR || "content");
const memory = new LessonMemory();
const product = `watching ${randomUUID()}`;
let timer: NodeJS.Timeout | undefined;
let loading = Promise.resolve();

async function load(): Promise<void> {
  try {
    await step("Loading the lessons in content/", () => loadContent({ folder, product, memory }));
  } catch (error) {
    complain(error);
    process.stderr.write("The lessons stay as they were.\n");
  }
}

const lessons = watch(folder, { ignoreInitial: true }).on("all", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    loading = loading.then(load);
  }, quiet);
});
// What is as it was is known before the first save.
lessons.on("ready", () => {
  loading = loading.then(load);
});
process.once("SIGTERM", async () => {
  clearTimeout(timer);
  await lessons.close();
  await loading;
  await disconnect();
});
