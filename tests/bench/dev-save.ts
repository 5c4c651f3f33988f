import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { openBrowser } from "./page";
import { startProduct } from "./product";
import type { BenchRow } from "./row";

const saves = 5;
const lesson = "backpropagation/09-optimisers/lesson.mdx";

/** With npm run dev: from saving a lesson of fourteen exercises, as different editors do it, to its open page showing that. */
export async function devSaveBench(): Promise<BenchRow[]> {
  const content = await mkdtemp(path.join(os.tmpdir(), "chainrule-saved-"));
  cpSync("content", content, { recursive: true });
  const product = await startProduct({ dev: true, env: { CONTENT_DIR: content } });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${product.origin}/courses/backpropagation/optimisers`);
    await page.waitForTimeout(5_000);
    const file = path.join(content, lesson);
    return [
      row("written in place", await seenAfter(page, file, writeFileSync)),
      row("put in place by rename", await seenAfter(page, file, byRename)),
    ];
  } finally {
    await browser.close();
    await product.end();
    rmSync(content, { recursive: true, force: true });
  }
}

function byRename(file: string, text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

/** The median of what saves took to be seen, in seconds. The first, which has programs compiled, is not counted. */
async function seenAfter(page: Page, file: string, save: typeof byRename): Promise<number> {
  const text = readFileSync(file, "utf8");
  const took: number[] = [];
  for (let i = 0; i <= saves; i++) {
    const mark = `Saved for the ${Date.now()}th time.`;
    const begun = performance.now();
    save(file, text.replace(/\n## /, `\n${mark}\n\n## `));
    await page.getByText(mark).waitFor();
    took.push((performance.now() - begun) / 1000);
    await page.waitForTimeout(1_000);
  }
  return took.slice(1).sort((a, b) => a - b)[Math.floor(saves / 2)]!;
}

const row = (how: string, value: number): BenchRow => ({
  name: `npm run dev: lesson 9 ${how}, until its page shows it`,
  value,
  unit: "s",
  aim: 1.5,
  met: value <= 1.5,
});
