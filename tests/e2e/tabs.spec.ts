import type { Browser, BrowserContext, Page } from "@playwright/test";
import { newEmail } from "./pages/accounts";
import { LessonPage, lessonPath } from "./pages/lesson-page";
import { gradientsOf, shownOutputLayer } from "./pages/shown-numbers";
import { expect, test } from "./test";

const password = "a long enough password";

test("two windows of a visitor lose nothing of each other's, and say what they took over", async ({
  context,
  lesson,
}) => {
  const other = await opened(context);
  const [here, there] = [lesson.gradients, other.gradients];
  const { dz } = gradientsOf(await shownOutputLayer(here.root));
  await here.part("dp").number.fill("1.5");
  await there.part("slope").number.fill("0.25");
  await there.part("dW3").fillCells([["0.1", "0.2", "0.3"]]);
  await comesToTheFront(lesson.page);
  await here.tells("Updated with what you typed in another window.");
  await expect(here.part("slope").number).toHaveValue("0.25");
  await expect(here.part("dW3").cell(1, 3)).toHaveValue("0.3");
  await expect(here.part("dp").number).toHaveValue("1.5");

  await here.part("dz3").number.fill(dz.toPrecision(4));
  await here.part("dz3").checkThisOne.click();
  await here.part("dz3").says("Right");
  // The other one has not heard of it, and sends another part.
  await there.part("slope").checkThisOne.click();
  await there.part("slope").says("Not right");
  await comesToTheFront(other.page);
  await there.part("dz3").says("Right");
  await there.hasPoints(1, 4);

  await lesson.reload();
  await expect(here.part("dz3").number).toHaveValue(dz.toPrecision(4));
  await here.part("dz3").says("Right");
  await here.part("slope").says("Not right");
  await expect(here.part("dp").number).toHaveValue("1.5");
});

test("two windows of a visitor that typed to one part keep both texts until one is chosen", async ({
  context,
  lesson,
}) => {
  const other = await opened(context);
  await lesson.gradients.part("dp").number.fill("1.5");
  const dp = other.gradients.part("dp");
  await dp.number.fill("2.5");
  await expect(dp.root).toContainText("You also typed 1.5 here.");
  await other.reload();
  await expect(dp.number).toHaveValue("2.5");
  await dp.root.getByRole("button", { name: "Use that" }).click();
  await expect(dp.number).toHaveValue("1.5");
  await expect(dp.root).not.toContainText("also typed");
  await other.reload();
  await expect(dp.number).toHaveValue("1.5");
  await expect(dp.root).not.toContainText("also typed");
});

test("two devices of one account have the same drafts, and neither loses the other's", async ({
  browser,
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  const laptop = new LessonPage(page);
  await laptop.ready();
  const elsewhere = await signedIn(browser, email);
  const phone = await opened(elsewhere);

  const saved = draftSaved(page);
  await laptop.gradients.part("dp").number.fill("1.5");
  await laptop.gradients.part("dW3").fillCells([["0.1", "0.2"]]);
  await saved;
  await expect(async () => {
    await comesToTheFront(phone.page);
    await expect(phone.gradients.part("dW3").cell(1, 2)).toHaveValue("0.2", { timeout: 1000 });
  }).toPass();
  await phone.gradients.tells("Updated with what you typed in another window.");
  await expect(phone.gradients.part("dp").number).toHaveValue("1.5");

  // Both type to one part, and neither has seen what the other typed.
  const phoneSaved = draftSaved(phone.page);
  await phone.gradients.part("slope").number.fill("0.2");
  await phoneSaved;
  await laptop.gradients.part("slope").number.fill("0.3");
  const slope = laptop.gradients.part("slope");
  await expect(slope.root).toContainText("You also typed 0.2 here.");
  await expect(slope.number).toHaveValue("0.3");
  await phone.reload();
  await expect(phone.gradients.part("slope").number).toHaveValue("0.3");
  await expect(phone.gradients.part("slope").root).toContainText("also typed 0.2");
  const settled = draftSaved(phone.page);
  await phone.gradients.part("slope").root.getByRole("button", { name: "Keep this" }).click();
  await expect(phone.gradients.part("slope").root).not.toContainText("also typed 0.2");
  await settled;
  await expect(async () => {
    await comesToTheFront(page);
    await expect(slope.root).not.toContainText("also typed", { timeout: 1000 });
  }).toPass();
  await expect(slope.number).toHaveValue("0.3");
  await elsewhere.close();
});

test("what is typed while a reply is on its way gets no verdict, and outlives a reload", async ({
  lesson,
}) => {
  const { gradients, choice, page } = lesson;
  const { dz, dW } = gradientsOf(await shownOutputLayer(gradients.root));
  const [dz3, dW3] = [gradients.part("dz3"), gradients.part("dW3")];
  await dz3.number.fill(dz.toPrecision(4));
  await dW3.fillCells([dW.map((value) => value.toPrecision(4))]);
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();

  const held = await holdReplies(page);
  await gradients.check.click();
  await choice.check.click();
  await held.arrived(2);
  await dz3.number.fill("0.5");
  await dW3.reshape(1, 4);
  await gradients.part("dp").number.fill("7");
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  held.release();

  await gradients.tells(/You changed an answer while it was being checked/);
  await gradients.hasPoints(2, 4);
  await choice.hasPoints(1, 1);
  for (const part of [dz3, dW3, gradients.part("dp"), choice.part("sequence")])
    await part.saysNothing();
  await expect(dz3.number).toHaveValue("0.5");

  await lesson.reload();
  await expect(dz3.number).toHaveValue("0.5");
  await expect(dW3.cell(1, 4)).toBeVisible();
  await expect(gradients.part("dp").number).toHaveValue("7");
  await expect(choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 3, 2")).toBeChecked();
  for (const part of [dz3, dW3, gradients.part("dp"), choice.part("sequence")])
    await part.saysNothing();
});

test("a reply that cannot read an answer leaves the focus with who types on in another field", async ({
  lesson,
}) => {
  const { gradients, page } = lesson;
  const [dp, slope] = [gradients.part("dp"), gradients.part("slope")];
  await dp.number.fill("abc");
  const held = await holdReplies(page);
  await gradients.check.click();
  await held.arrived(1);
  await slope.number.focus();
  await page.keyboard.type("0.1");
  held.release();
  await dp.says("Could not be read");
  await page.keyboard.type("25");
  await expect(slope.number).toHaveValue("0.125");
  await expect(dp.number).toHaveValue("abc");
});

test("who was signed out is told so, and comes back to what they typed", async ({
  context,
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  const lesson = new LessonPage(page);
  await lesson.ready();
  const { gradients } = lesson;
  const { dz } = gradientsOf(await shownOutputLayer(gradients.root));
  // As where the session ran out: the browser still is somebody's, as every browser is.
  await context.clearCookies({ name: /session-token/ });
  await gradients.part("dz3").number.fill(dz.toPrecision(4));
  await gradients.part("dz3").checkThisOne.click();
  await gradients.tells(/You are signed out, so nothing was checked/);
  await gradients.part("dz3").saysNothing();
  await expect(gradients.part("dz3").number).toHaveValue(dz.toPrecision(4));

  await gradients.root.getByRole("link", { name: "Sign in again" }).click();
  await fillIn(page, email);
  await expect(page).toHaveURL(/#exercise-output-gradients$/);
  await expect(gradients.part("dz3").number).toHaveValue(dz.toPrecision(4));
  await gradients.part("dz3").checkThisOne.click();
  await gradients.part("dz3").says("Right");
  await gradients.hasPoints(1, 4);
});

test("a visitor who signs up finds what they had only typed, with the numbers they typed it to", async ({
  browser,
  lesson,
}) => {
  const { gradients, page } = lesson;
  const shown = await shownOutputLayer(gradients.root);
  const begun = draftSaved(page);
  await gradients.part("dz3").number.fill("0.5");
  await begun;
  const email = newEmail();
  const saved = draftSaved(page);
  await signUp(page, email);
  expect(await shownOutputLayer(gradients.root)).toEqual(shown);
  await expect(gradients.part("dz3").number).toHaveValue("0.5");
  await saved;

  const elsewhere = await signedIn(browser, email);
  const there = await opened(elsewhere);
  await expect(there.gradients.part("dz3").number).toHaveValue("0.5");
  await elsewhere.close();
});

test("checking all judges what is filled in, and says what is still open", async ({ lesson }) => {
  const { gradients } = lesson;
  const { dp, dz } = gradientsOf(await shownOutputLayer(gradients.root));
  await gradients.check.click();
  await gradients.tells("There’s nothing here yet: give an answer, then check again.");
  await gradients.part("dp").number.fill(dp.toPrecision(4));
  await gradients.part("dz3").number.fill(dz.toPrecision(4));
  await gradients.check.click();
  await gradients.tells(/2 of 4 answered; .+ and .+ are still open\./);
  for (const name of ["dp", "dz3"]) await gradients.part(name).says("Right");
  for (const name of ["slope", "dW3"]) await gradients.part(name).saysNothing();
  await gradients.hasPoints(2, 4);
  await gradients.part("slope").checkThisOne.click();
  await gradients.tells("There’s nothing here yet: give an answer, then check again.");
  // The line below the form comes to the button, which stands far above it.
  await expect(gradients.root.locator("form > [role=status]")).toBeInViewport({ ratio: 1 });
  await gradients.part("dW3").fillCells([["0.1", "", "0.3"]]);
  await gradients.check.click();
  await gradients.part("dW3").says("Could not be read", "Column 2 is empty.");
});

test("numbers that changed under an open page are not graded, and what was typed is offered to the new ones", async ({
  page,
}) => {
  // The page as it was loaded before the server came to draw otherwise.
  await page.route(`**${lessonPath}`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const form = html.slice(html.indexOf('id="exercise-output-gradients"'));
    const mark = /name="numbers" value="([0-9a-f]+)"/.exec(form)?.[1] ?? "none";
    await route.fulfill({ response, body: html.replaceAll(mark, "0123456789abcdef") });
  });
  const lesson = new LessonPage(page);
  await lesson.open();
  const { gradients } = lesson;
  const dz3 = gradients.part("dz3");
  await dz3.number.fill("0.5");
  await dz3.checkThisOne.click();
  await gradients.tells(/These numbers have changed since you opened this page.*is kept/);
  await dz3.saysNothing();
  await expect(dz3.number).toHaveValue("0.5");

  await page.unroute(`**${lessonPath}`);
  await lesson.reload();
  await expect(dz3.number).toHaveValue("");
  await expect(dz3.root).toContainText("You also typed 0.5 here.");
  await dz3.root.getByRole("button", { name: "Use that" }).click();
  await expect(dz3.number).toHaveValue("0.5");
  await lesson.reload();
  await expect(dz3.number).toHaveValue("0.5");
  await expect(dz3.root).not.toContainText("also typed");
});

async function opened(context: BrowserContext): Promise<LessonPage> {
  const lesson = new LessonPage(await context.newPage());
  await lesson.open();
  return lesson;
}

/** Under test every page believes itself in front: it is told. */
const comesToTheFront = (page: Page) =>
  page.evaluate(() => void window.dispatchEvent(new Event("focus")));

const draftSaved = (page: Page) =>
  page.waitForResponse(
    (response) =>
      response.url().endsWith("/api/drafts") &&
      response.request().method() === "POST" &&
      response.ok(),
  );

/** Keeps what the server answers to submissions back until it is released. */
async function holdReplies(page: Page) {
  let [release, count] = [() => {}, 0];
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/api/submissions", async (route) => {
    const response = await route.fetch();
    count += 1;
    await released;
    await route.fulfill({ response });
  });
  return {
    release,
    arrived: (wanted: number) => expect.poll(() => count).toBe(wanted),
  };
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto(`/sign-up?next=${lessonPath}`);
  await page.getByLabel("Name").fill("Noor Haddad");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

async function signedIn(browser: Browser, email: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await fillIn(page, email);
  await page.close();
  return context;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}
