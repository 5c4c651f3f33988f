import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { aWrittenCourse, writeLesson } from "../integration/authoring/a-written-course";
import { openBrowser } from "./page";
import type { BenchRow } from "./row";

const exercises = 20;
const keys = 30;
const aim = 300;

/** From a key in an exercise of a long lesson to what its students will see of it beside the text, in a browser. */
export async function previewBench(origin: string): Promise<BenchRow[]> {
  const written = await aWrittenCourse();
  const path = await writeLesson(written, longLesson());
  const { text } = await db.courseFile.findFirstOrThrow({
    where: { path, courseId: written.course.id },
  });
  const line = (text ?? "").split("\n").findIndex((one) => one.includes("Typed:")) + 1;
  const user = await db.user.findUniqueOrThrow({ where: { id: written.userId } });
  const browser = await openBrowser();
  const context = await browser.newContext();
  const cookie = { name: sessionCookieName(), value: await sealSession(user) };
  await context.addCookies([{ ...cookie, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  const folder = path.split("/")[0];
  await page.goto(`${origin}/write/${written.course.slug}/lessons/${folder}?line=${line}`);
  const taken = await typeOften(page);
  await browser.close();
  const median = taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
  const name = `key to preview, a lesson of ${exercises} exercises (median)`;
  return [{ name, value: median, unit: "ms", aim, met: median <= aim }];
}

/** Exercises of the course, without what only its course names; what is typed goes into the middle one. */
function longLesson(): string {
  const text = ["04-updating-weights-and-biases-1", "05-updating-weights-and-biases-2"]
    .map((name) => readFileSync(`content/backpropagation/${name}/lesson.mdx`, "utf8"))
    .join("\n");
  const found = [...text.matchAll(/^<Exercise[\s\S]*?^<\/Exercise>/gm)]
    .map(([exercise]) => exercise.replace(/ skills="[^"]*"/, ""))
    .slice(0, exercises);
  if (found.length < exercises) throw new Error(`the lessons have ${found.length} exercises`);
  const middle = exercises / 2;
  return found
    .map((one, i) => (i === middle ? one.replace(/>\n/, ">\n  Typed: o\n\n") : one))
    .join("\n\n");
}

/** How long each key takes to be seen, in ms. */
async function typeOften(page: Page): Promise<number[]> {
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("Typed: o").waitFor();
  await page.getByRole("textbox", { name: "The lesson’s text" }).focus();
  await page.keyboard.press("End");
  const taken: number[] = [];
  for (let i = 1; i <= keys + 5; i++) {
    const seen = page.evaluate(seenAfterKey, `Typed: o${"x".repeat(i)}`);
    await page.keyboard.press("x");
    const ms = await seen;
    // The first few warm it up.
    if (i > 5) taken.push(ms);
    await page.waitForTimeout(150);
  }
  return taken;
}

/** From the next key until the preview has this text, on the screen. Runs in the page. */
const seenAfterKey = (text: string): Promise<number> =>
  new Promise((resolve) => {
    let begun = 0;
    document.addEventListener(
      "keydown",
      () => {
        begun = performance.now();
      },
      { capture: true, once: true },
    );
    const region = document.querySelector("section[aria-labelledby=preview]");
    if (!region) throw new Error("the page has no preview");
    const look = new MutationObserver(() => {
      if (!region.textContent?.includes(text)) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    });
    look.observe(region, { subtree: true, childList: true, characterData: true });
  });
