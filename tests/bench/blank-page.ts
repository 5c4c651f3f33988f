import { spawn } from "node:child_process";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { freePort } from "@/lib/db/free-port.mjs";
import { run } from "../../lib/cli/run.mjs";

const folder = path.resolve("tests/bench/blank");
const next = "node_modules/next/dist/bin/next";

/** Bytes of the scripts that a page of this version of Next loads with nothing of ours on it, compressed as we do. */
export async function blankScript(browser: Browser): Promise<number> {
  await run("next build", process.execPath, [next, "build", folder]);
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", folder, "--port", String(port)], {
    stdio: "ignore",
  });
  try {
    const url = `http://localhost:${port}/`;
    await answers(url);
    return await scriptOf(browser, url);
  } finally {
    child.kill("SIGTERM");
  }
}

async function scriptOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const all = await Promise.all(bodies);
  await page.close();
  return all.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
}

async function answers(url: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the blank page does not answer");
}
