import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { oracles } from "../oracles/course";
import { demo, signIn } from "./pages/accounts";
import { ExploreFigure, placedFigures } from "./pages/explore-figure";
import { lessonPath } from "./pages/lesson-page";

/** What the browser held against the policies of the pages it was on, as it comes. */
function refusalsOf(page: Page): string[] {
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) refusals.push(message.text());
  });
  return refusals;
}

/** Brings everything near once, so that what loads by need loads. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  await page.waitForLoadState("networkidle");
}

for (const lesson of Object.keys(oracles)) {
  test(`nothing of ${lesson} is against the policy of its page`, async ({ page }) => {
    test.slow();
    const refusals = refusalsOf(page);
    await page.goto(`/courses/backpropagation/${lesson}`);
    for (const figure of placedFigures.filter(({ path }) => path.endsWith(`/${lesson}`))) {
      await new ExploreFigure(page, figure.title).approach();
    }
    await readThrough(page);
    for (const button of await page.getByRole("button", { name: "Show all" }).all()) {
      await button.click();
    }
    const formula = page.locator("math-field").first();
    if (await formula.count()) {
      await formula.focus();
      await page.keyboard.type("x/2");
    }
    const reply = page.waitForResponse((response) => response.url().includes("/api/submissions"));
    await page.getByRole("button", { name: "Check" }).first().click();
    await reply;
    expect(refusals).toEqual([]);
  });
}

test("nothing of the other pages is against their policy", async ({ page }) => {
  test.slow();
  const refusals = refusalsOf(page);
  for (const path of [
    "/",
    "/sign-up",
    "/courses/backpropagation/glossary",
    "/nowhere",
    "/review",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  await signIn(page, demo.student, "/progress");
  await readThrough(page);
  await page.locator("summary").first().click();
  await page
    .getByRole("link", { name: /what you sent/ })
    .first()
    .click();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
  await signIn(page, demo.instructor, "/sections");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("heading", { name: "What goes wrong" }).waitFor();
  await readThrough(page);
  expect(refusals).toEqual([]);
});

test("what somebody slipped into a page does not run", async ({ page }) => {
  const refusals = refusalsOf(page);
  const slipped = `<script>window.slipped = "an element"</script>
    <script src="/api/health"></script><script src="https://evil.test/x.js"></script>
    <img src="x:" onerror="window.slipped = 'a handler'">
    <a id="slip" href="javascript:window.slipped = 'a link'">x</a>
    <iframe srcdoc="<script>parent.slipped = 'a frame'</script>"></iframe>
    <object data="data:text/html,x"></object><base href="https://evil.test/">`;
  // Into a page of its own under the policy of ours: React would clear it away.
  await page.route(lessonPath, async (route) => {
    await route.fulfill({ response: await route.fetch(), body: `<!doctype html>${slipped}` });
  });
  await page.goto(lessonPath);
  await page.locator("#slip").evaluate((link: HTMLAnchorElement) => link.click());
  await expect.poll(() => refusals.length).toBeGreaterThan(6);
  const ran = await page.evaluate(() => [Reflect.get(window, "slipped"), document.baseURI]);
  expect(ran).toEqual([undefined, page.url()]);
});

test("a video plays in its frame, and no other site does", async ({ page }) => {
  const refusals = refusalsOf(page);
  const asked: string[] = [];
  for (const host of ["www.youtube-nocookie.com", "player.vimeo.com", "evil.test"]) {
    await page.route(`https://${host}/**`, (route) => {
      asked.push(host);
      return route.fulfill({ contentType: "text/html", body: `<h1>${host}</h1>` });
    });
  }
  await page.goto("/", { waitUntil: "networkidle" });
  // No lesson has a video yet: a frame as Video.tsx writes it.
  const frameWith = async (src: string, title: string) => {
    await page.evaluate(
      ([address, name]) => {
        const frame = document.createElement("iframe");
        frame.title = name!;
        frame.sandbox.add("allow-scripts", "allow-same-origin");
        frame.srcdoc = `<style>body { margin: 0 }</style><a href="${address}">Play</a>`;
        document.body.append(frame);
      },
      [src, title] as const,
    );
    await page.frameLocator(`iframe[title="${title}"]`).getByRole("link").click();
  };
  await frameWith("https://www.youtube-nocookie.com/embed/aircAruvnKk?autoplay=1", "one");
  await expect(page.frameLocator("iframe[title=one]").getByRole("heading")).toBeVisible();
  await frameWith("https://player.vimeo.com/video/76979871?autoplay=1", "two");
  await expect(page.frameLocator("iframe[title=two]").getByRole("heading")).toBeVisible();
  expect(refusals).toEqual([]);
  await frameWith("https://evil.test/", "three");
  await expect.poll(() => refusals.length).toBeGreaterThan(0);
  expect(asked).toEqual(["www.youtube-nocookie.com", "player.vimeo.com"]);
});

test("no other site can put a page of ours into a frame", async ({ page, baseURL }) => {
  const failures: (string | undefined)[] = [];
  page.on("requestfailed", (request) => failures.push(request.failure()?.errorText));
  // A neighbour on this machine: what strangers ask of it Chromium refuses by itself.
  const neighbour = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe src="${baseURL}/sign-in"></iframe>`);
  });
  await new Promise<void>((done) => neighbour.listen(0, "127.0.0.1", done));
  await page.goto(`http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`);
  await expect.poll(() => failures).toEqual(["net::ERR_BLOCKED_BY_RESPONSE"]);
  neighbour.close();
});
