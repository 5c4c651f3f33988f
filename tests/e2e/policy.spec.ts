import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { complaintsOf, readThrough, refusalsOf } from "./pages/complaints";
import { ExploreFigure } from "./pages/explore-figure";
import { LessonPage, lessonPath } from "./pages/lesson-page";
import { PartField } from "./pages/part-field";
import { rightOrder } from "./pages/steps-to-order";

test("nothing of the pages around the lessons is against their policy", async ({ page }) => {
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
  const lesson = page.locator("details", { has: page.locator('a[aria-label$="what you sent"]') });
  await lesson.first().evaluate((fold) => fold.setAttribute("open", ""));
  await page
    .getByRole("link", { name: /what you sent/ })
    .first()
    .click();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
  await signIn(page, demo.instructor, "/sections");
  await page.getByRole("link", { name: "Demo section" }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await readThrough(page);
  expect(refusals).toEqual([]);
});

test("nobody hears a complaint who sorts, types, moves, takes help, signs in and signs out", async ({
  page,
}) => {
  test.slow();
  const complaints = await complaintsOf(page);
  const lesson = new LessonPage(page);
  await lesson.open();
  const { order, loss, gradients } = lesson;
  await order.steps().dragInto(rightOrder);
  await order.check.click();
  await order.part("order").says("Right");
  await loss.part("loss").number.fill("0.12");
  await loss.takeHint.click();
  await expect(loss.root.getByText("Hint 1")).toBeVisible();
  await gradients.part("dW3").fillCells([[0.1, 0.2, 0.3]]);
  await gradients.openSolution();
  await gradients.newNumbers.click();
  await gradients.hasNumbers(2);
  await typeFormula(page);
  await openFolds(page);
  const figure = new ExploreFigure(page, "Weights to move, and what the loss says");
  await page.goto("/courses/backpropagation/updating-weights-and-biases-2");
  await figure.approach();
  for (const movable of await figure.movables()) await figure.move(movable);
  await signIn(page, demo.student, "/progress");
  await openFolds(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
  expect(complaints).toEqual([]);
});

/** Types into the field for mathematics of the lesson's formula, then goes on in plain text. */
async function typeFormula(page: Page): Promise<void> {
  const { root } = new PartField(page.locator("#exercise-both-factors"), "both-factors-slope");
  await root.scrollIntoViewIfNeeded();
  await root.locator("math-field").focus();
  await page.keyboard.type("p/2");
  await root.getByRole("button", { name: "Type as plain text" }).click();
  await expect(root.getByRole("textbox")).toHaveValue(/p/);
}

/** Opens whatever is folded away on a page, and folds it up again. */
async function openFolds(page: Page): Promise<void> {
  for (const fold of await page.locator("main summary:visible").all()) {
    await fold.click();
    await fold.click();
  }
}

test("the browser's own complaints are heard", async ({ page }) => {
  const complaints = await complaintsOf(page);
  await page.goto("/");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="window.slipped = true">');
  });
  await expect.poll(() => complaints.join()).toContain("script-src-attr refused inline");
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
