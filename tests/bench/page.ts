import { existsSync } from "node:fs";
import { chromium, type Request } from "@playwright/test";
import autocannon from "autocannon";
import type { BenchRow } from "./row";

const lesson = "/courses/backpropagation/updating-weights-and-biases-1";
const debianChromium = "/usr/bin/chromium";

/** The lesson page: the time the server takes for one reader, and what goes over the wire to a browser that has
 *  nothing of it yet, compressed as sent. */
export async function pageBench(origin: string): Promise<BenchRow[]> {
  const url = `${origin}${lesson}`;
  const one = { url, connections: 1, duration: 4, headers: { cookie: "guest=bench" } };
  await autocannon(one);
  const { latency } = await autocannon(one);
  const { script, total } = await bytesOf(url);
  return [
    { name: "lesson page, server time (median)", value: latency.p50, unit: "ms" },
    {
      name: "lesson page, JavaScript",
      value: script / 1000,
      unit: "kB",
      aim: 130,
      met: script <= 130_000,
    },
    { name: "lesson page, all bytes", value: total / 1000, unit: "kB" },
  ];
}

async function bytesOf(url: string): Promise<{ script: number; total: number }> {
  const browser = await chromium.launch({
    executablePath: existsSync(debianChromium) ? debianChromium : undefined,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  const page = await browser.newPage();
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
  await browser.close();
  return { script, total };
}
