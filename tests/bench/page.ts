import { readdirSync } from "node:fs";
import { request } from "node:http";
import { type Browser, chromium, type Request } from "@playwright/test";
import autocannon from "autocannon";
import { debianChromium } from "../../lib/cli/chromium.mjs";
import { blankScript } from "./blank-page";
import { clickToVerdict } from "./click";
import type { BenchRow } from "./row";

const course = "/courses/backpropagation";
const measured = `${course}/updating-weights-and-biases-1`;

/** The lesson pages: the time the server takes for one reader of one of them; the longest as it is sent; what goes over
 *  the wire to a browser that has nothing of it yet, compressed as sent, for each; and how long a click takes. */
export async function pageBench(origin: string): Promise<BenchRow[]> {
  const rows = [await serverTime(origin), ...(await documentSize(origin))];
  const browser = await openBrowser();
  const blank = await blankScript(browser);
  for (const slug of lessonSlugs()) {
    const { script, total } = await bytesOf(browser, `${origin}${course}/${slug}`);
    rows.push(
      {
        name: `${slug}, JavaScript`,
        value: script / 1000,
        unit: "kB",
        floor: { name: "a Next page with nothing on it", value: blank / 1000 },
        aim: 1.15,
        met: script <= 1.15 * blank,
      },
      { name: `${slug}, all bytes`, value: total / 1000, unit: "kB" },
    );
  }
  rows.push(await clickToVerdict(browser, `${origin}${measured}`));
  await browser.close();
  return rows;
}

async function serverTime(origin: string): Promise<BenchRow> {
  const url = `${origin}${measured}`;
  const { headers } = await fetch(url);
  const cookie = headers.getSetCookie().map((one) => one.split(";")[0]);
  const one = { url, connections: 1, duration: 4, headers: { cookie: cookie.join("; ") } };
  await autocannon(one);
  const { latency } = await autocannon(one);
  const name = "lesson page, server time (median)";
  return { name, value: latency.p50, unit: "ms", aim: 30, met: latency.p50 <= 30 };
}

/** The page of the longest lesson, as it is and as a browser gets it. */
async function documentSize(origin: string): Promise<BenchRow[]> {
  const raw = (await bytesFor(`${origin}${measured}`, "identity")) / 1e6;
  const sent = (await bytesFor(`${origin}${measured}`, "gzip, deflate, br, zstd")) / 1000;
  return [
    {
      name: "lesson 4, HTML before compression",
      value: raw,
      unit: "MB",
      aim: 0.9,
      met: raw <= 0.9,
    },
    { name: "lesson 4, HTML as sent", value: sent, unit: "kB", aim: 80, met: sent <= 80 },
  ];
}

/** The bytes of a body as they come: fetch would unpack them. */
function bytesFor(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": encoding, accept: "text/html" };
    request(url, { headers }, (response) => {
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on("end", () => resolve(length));
    })
      .on("error", reject)
      .end();
  });
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: debianChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });

/** The lessons' addresses, in order. */
const lessonSlugs = () =>
  readdirSync("content/backpropagation", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => name.replace(/^\d+-/, ""));

/** What goes over the wire for a page, to a browser that sends this cookie and has nothing of it yet. */
export async function bytesOf(
  browser: Browser,
  url: string,
  cookie?: { readonly name: string; readonly value: string },
): Promise<{ script: number; total: number }> {
  const context = await browser.newContext();
  if (cookie) await context.addCookies([{ ...cookie, url }]);
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
