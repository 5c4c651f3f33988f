import { existsSync, readdirSync } from "node:fs";
import { type Browser, chromium, type Request } from "@playwright/test";
import autocannon from "autocannon";
import type { BenchRow } from "./row";

const course = "/courses/backpropagation";
const measured = `${course}/updating-weights-and-biases-1`;
const debianChromium = "/usr/bin/chromium";

/** The lesson pages: the time the server takes for one reader of one of them, and what goes over the wire to a browser
 *  that has nothing of it yet, compressed as sent, for each. */
export async function pageBench(origin: string): Promise<BenchRow[]> {
  const one = {
    url: `${origin}${measured}`,
    connections: 1,
    duration: 4,
    headers: { cookie: "guest=bench" },
  };
  await autocannon(one);
  const { latency } = await autocannon(one);
  const rows: BenchRow[] = [
    { name: "lesson page, server time (median)", value: latency.p50, unit: "ms" },
  ];
  const browser = await chromium.launch({
    executablePath: existsSync(debianChromium) ? debianChromium : undefined,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  for (const slug of lessonSlugs()) {
    const { script, total } = await bytesOf(browser, `${origin}${course}/${slug}`);
    rows.push(
      {
        name: `${slug}, JavaScript`,
        value: script / 1000,
        unit: "kB",
        aim: 130,
        met: script <= 130_000,
      },
      { name: `${slug}, all bytes`, value: total / 1000, unit: "kB" },
    );
  }
  await browser.close();
  return rows;
}

/** The lessons' addresses, in order. */
const lessonSlugs = () =>
  readdirSync("content/backpropagation", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => name.replace(/^\d+-/, ""));

async function bytesOf(browser: Browser, url: string): Promise<{ script: number; total: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const finished: Request[] = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(url, { waitUntil: "networkidle" });
  let script = 0;
  let total = 0;
  for (const request of finished) {
    const { responseBodySize } = await request.sizes();
    total += responseBodySize;
    if (request.resourceType() === "script") script += responseBodySize;
  }
  await context.close();
  return { script, total };
}
