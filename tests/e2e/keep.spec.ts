import type { Browser, BrowserContext, Page } from "@playwright/test";
import { LessonPage, lessonPath } from "./pages/lesson-page";
import { gradientsOf, lossOf, shownOutputLayer, shownPrediction } from "./pages/shown-numbers";
import { expect, test } from "./test";

test("what was typed and not sent survives a reload", async ({ lesson }) => {
  const { gradients, choice } = lesson;
  await gradients.part("dz3").number.fill("-0.4");
  await gradients.part("dW3").fillCells([["0.1", "0.2", "0.3"]]);
  await choice.part("sequence").option("1, 4, 5, 2, 3, 1, 4, 5, 2, 3, 1, 4, 5, 2, 3").check();

  await lesson.reload();
  await expect(gradients.part("dz3").number).toHaveValue("-0.4");
  await expect(gradients.part("dW3").cell(1, 3)).toHaveValue("0.3");
  await expect(
    choice.part("sequence").option("1, 4, 5, 2, 3, 1, 4, 5, 2, 3, 1, 4, 5, 2, 3"),
  ).toBeChecked();
  await gradients.part("dz3").saysNothing();
});

test("what is typed before the page's scripts are there stays, and so does the focus", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto(lessonPath, { waitUntil: "domcontentloaded" });
  const lesson = new LessonPage(page);
  const { gradients, order } = lesson;
  const [dz3, dW3] = [gradients.part("dz3"), gradients.part("dW3")];
  const places = order.root.getByRole("textbox");
  for (const [i, place] of ["2", "1", "4", "3", "5"].entries()) await places.nth(i).fill(place);
  const steps = await order.root.getByRole("listitem").allTextContents();
  await dz3.number.fill("-0.4");
  await dW3.number.fill("0.1 0.2");
  release();

  await page.waitForLoadState("networkidle");
  await expect(dW3.number).toBeFocused();
  await page.keyboard.type(" 0.3");
  await expect(dW3.number).toHaveValue("0.1 0.2 0.3");
  await dz3.number.focus();
  await expect(dW3.cell(1, 3)).toHaveValue("0.3");
  await order.root.scrollIntoViewIfNeeded();
  await expect(order.steps().handle("Aggregate")).toBeVisible();
  await expect(order.root.getByRole("listitem").first()).toContainText(steps[1] ?? "?");

  await lesson.reload();
  await expect(dz3.number).toHaveValue("-0.4");
  await expect(dW3.cell(1, 2)).toHaveValue("0.2");
  await expect(order.root.getByRole("listitem").first()).toContainText(steps[1] ?? "?");
});

test("what is typed below a diagram before the page's scripts are there goes into its blanks", async ({
  page,
}) => {
  const release = await holdScripts(page);
  const lesson5 = lessonPath.replace(/1$/, "2");
  await page.goto(lesson5, { waitUntil: "domcontentloaded" });
  const exercise = page.locator("#exercise-gradients-on-the-network");
  const lines = exercise.getByRole("textbox").first();
  await lines.fill((await lines.inputValue()).replace("dz[3][1] =", "dz[3][1] = 0.25"));
  await page.getByRole("heading", { level: 1 }).click();
  release();
  await exercise.scrollIntoViewIfNeeded();
  const blank = exercise.getByRole("textbox", { name: "dz, layer 3, neuron 1" });
  await expect(blank).toHaveValue("0.25");
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(blank).toHaveValue("0.25");
});

/** Keeps the scripts of pages back until they are released. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("an answer, its verdict and its points survive a reload", async ({ lesson }) => {
  const { loss } = lesson;
  const answer = loss.part("loss");
  const right = lossOf(await shownPrediction(loss.root)).toFixed(2);
  await answer.number.fill(right);
  await loss.check.click();
  await answer.says("Right");

  await lesson.reload();
  await expect(answer.number).toHaveValue(right);
  await answer.says("Right");
  await loss.hasPoints(1, 1);
});

test("new numbers are others, and the score stays", async ({ lesson }) => {
  const { gradients, page } = lesson;
  const before = await shownOutputLayer(gradients.root);
  await gradients.part("dz3").number.fill(gradientsOf(before).dz.toPrecision(4));
  await gradients.part("dz3").checkThisOne.click();
  await gradients.part("dz3").says("Right");

  await gradients.newNumbers.click();
  await gradients.hasNumbers(2);
  expect(await shownOutputLayer(gradients.root)).not.toEqual(before);
  await expect(gradients.part("dz3").number).toHaveValue("");
  await gradients.hasPoints(0, 4);
  await page.goto("/progress");
  await expect(rowOf(page, "Gradients at the output layer")).toContainText("25 %");
});

test("a double click is one attempt", async ({ lesson }) => {
  const { choice, page } = lesson;
  await choice.part("sequence").option("1, 4, 5, 2, 3, 1, 4, 5, 2, 3, 1, 4, 5, 2, 3").check();
  await choice.check.dblclick();
  await choice.part("sequence").says("Not right");
  await choice.check.click();
  await choice.part("sequence").says("Not right");
  await page.goto("/progress");
  await expect(
    page.getByRole("link", { name: /^1 attempts? at One iteration, three/ }),
  ).toBeVisible();
});

test("the same answer from two tabs is one attempt", async ({ context, lesson }) => {
  const other = new LessonPage(await context.newPage());
  await other.open();
  for (const { choice } of [lesson, other]) {
    await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  }
  await Promise.all([lesson, other].map(({ choice }) => choice.check.click()));
  for (const { choice } of [lesson, other]) await choice.part("sequence").says("Right");
  await lesson.page.goto("/progress");
  await expect(
    lesson.page.getByRole("link", { name: /^1 attempts? at One iteration, three/ }),
  ).toBeVisible();
});

test("who signs up keeps what they did before, and finds it in another browser", async ({
  browser,
  lesson,
}) => {
  const { gradients, page } = lesson;
  const shown = await shownOutputLayer(gradients.root);
  const typed = gradientsOf(shown).dz.toPrecision(4);
  await gradients.part("dz3").number.fill(typed);
  await gradients.part("dz3").checkThisOne.click();
  await gradients.part("dz3").says("Right");
  const email = `${crypto.randomUUID()}@keep.test`;
  await signUp(page, email);
  await expect(page).toHaveURL(new RegExp(lessonPath));

  const elsewhere = await inAnotherBrowser(browser, email);
  const there = new LessonPage(await elsewhere.newPage());
  await there.open();
  expect(await shownOutputLayer(there.gradients.root)).toEqual(shown);
  await expect(there.gradients.part("dz3").number).toHaveValue(typed);
  await there.gradients.part("dz3").says("Right");
  await there.gradients.hasPoints(1, 4);
  await elsewhere.close();
});

test("a page left open while another tab signs in says so, and grades nothing", async ({
  context,
  lesson,
}) => {
  await signUp(await context.newPage(), `${crypto.randomUUID()}@keep.test`);
  const { gradients } = lesson;
  await gradients.part("dz3").number.fill("0.5");
  await gradients.part("dz3").checkThisOne.click();
  await gradients.tells(/perhaps you signed in or out in another tab\. Reload the page/);
  await gradients.part("dz3").saysNothing();
  await expect(gradients.part("dz3").number).toHaveValue("0.5");
});

test("a lost connection loses nothing", async ({ context, lesson }) => {
  const { loss } = lesson;
  const answer = loss.part("loss");
  await answer.number.fill(lossOf(await shownPrediction(loss.root)).toFixed(2));
  await context.setOffline(true);
  await loss.check.click();
  await loss.tells(/We couldn’t reach the server\. What you typed is safe here/);
  await context.setOffline(false);
  await loss.check.click();
  await answer.says("Right");
});

const rowOf = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto(`/sign-up?next=${lessonPath}`);
  await page.getByLabel("Name").fill("Noor Haddad");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

async function inAnotherBrowser(browser: Browser, email: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return context;
}
