import { randomUUID } from "node:crypto";
import { fillSignIn, newEmail, signUp } from "./pages/accounts";
import { LessonPage } from "./pages/lesson-page";
import { Mailbox } from "./pages/mailbox";
import { isSound } from "./pages/sound";
import { expect, test } from "./test";

test("tries to sign in are counted together, whatever addresses their requests claim to come from", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const email = newEmail();
  const alert = page.getByRole("main").getByRole("alert");
  for (let i = 1; i <= 10; i++) {
    await page.setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${i}` });
    await fillSignIn(page, email, `not the password ${i}`);
    // The answer empties the field.
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(alert).toHaveText("That email and password don’t match any account.");
  }
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "198.51.100.99" });
  await fillSignIn(page, email, "not the password either");
  await expect(alert).toHaveText(/too many attempts .* in 15 minutes/);
});

test("a guest cookie that somebody made up is changed for one of ours", async ({ request }) => {
  for (const madeUp of ["1", "tp8zqc.AAAA.0000", randomUUID()]) {
    await request.get("/progress", { headers: { cookie: `guest=${madeUp}` } });
    const { cookies } = await request.storageState();
    const given = cookies.find(({ name }) => name === "guest")?.value;
    expect(given).toMatch(/^[0-9a-z]+\.[\w-]{24}\.[0-9a-f]{32}$/);
  }
});

test.describe("with a mail server", () => {
  // One mail server, in one process.
  test.describe.configure({ mode: "serial" });

  let mailbox: Mailbox;

  test.beforeAll(async ({ baseURL }) => {
    mailbox = await Mailbox.open(baseURL ?? "");
  });

  test.afterAll(() => mailbox.close());

  test("a forgotten password is chosen anew by a mailed link, which works once and signs every browser out", async ({
    page,
    browser,
  }) => {
    const email = newEmail();
    await signUp(page, email);
    const other = await browser.newContext();
    const forgetful = await other.newPage();
    await forgetful.goto("/sign-in");
    await forgetful.getByRole("link", { name: "Forgotten your password?" }).click();
    await forgetful.getByLabel("Email").fill(email);
    await forgetful.getByRole("button", { name: "Send the link" }).click();
    await expect(forgetful.getByRole("status")).toContainText("a link is on its way");
    const link = await mailbox.linkTo(email, "/reset-password");
    await forgetful.goto(link);
    await isSound(forgetful);
    await forgetful.getByLabel("New password").fill("a quite new pass phrase");
    await forgetful.getByRole("button", { name: "Save and sign in" }).click();
    await expect(forgetful.getByRole("status")).toContainText("Your password is changed");
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
    await fillSignIn(page, email, "from the first to the last");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("match any account");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: /doesn’t work any more/ })).toBeVisible();
    await other.close();
  });

  test("an email is another once its owner follows the link that was sent there, and the old one signs nobody in", async ({
    page,
  }) => {
    const [email, next] = [newEmail(), newEmail()];
    await signUp(page, email);
    await page.goto("/account");
    const form = page.getByRole("region", { name: "Email" });
    await form.getByLabel("New email").fill(next);
    await form.getByLabel("Your password").fill("from the first to the last");
    await form.getByRole("button", { name: "Send the link" }).click();
    await expect(form.getByRole("status")).toContainText(next);
    await page.goto(await mailbox.linkTo(next, "/confirm-email"));
    await page.getByRole("button", { name: "Use this email" }).click();
    await expect(page.getByRole("status")).toContainText("Your email is changed");
    await expect(page.getByRole("main")).toContainText(next);
    await expect.poll(() => mailbox.countTo(email)).toBe(1);
  });
});

test("a password is changed with the old one, without leaving the page's own browser", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await page.goto("/account");
  const form = page.getByRole("region", { name: "Password" });
  await form.getByLabel("Your password").fill("not the password");
  await form.getByLabel("New password").fill("a quite new pass phrase");
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(form).toContainText("That isn’t your password.");
  await form.getByLabel("Your password").fill("from the first to the last");
  await form.getByLabel("New password").fill("a quite new pass phrase");
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status")).toContainText("Your password is changed");
});

test("somebody who writes decimal commas reads them in a lesson, and is graded by either", async ({
  page,
}) => {
  await signUp(page, newEmail());
  await page.goto("/account");
  await page.getByRole("radio", { name: /Decimal comma/ }).check();
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Save times and numbers" }).click();
  await expect(page.getByRole("status")).toContainText("shown that way");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  const lesson = new LessonPage(page);
  await lesson.open();
  const pointed = () =>
    page.evaluate(() => document.querySelector("main")?.innerText.match(/[^\p{L}\d.,]\d+\.\d+/gu));
  await expect.poll(pointed).toBeNull();
  const answer = lesson.loss.part("loss");
  await answer.number.fill("1,234");
  await lesson.loss.check.click();
  await expect(lesson.loss.root).not.toContainText("Did you mean");
  await expect.poll(pointed).toBeNull();
});

test("an account is deleted with its password and a tick, and opens nothing any more", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await page.goto("/account");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything" }).click();
  expect((await download).suggestedFilename()).toBe("chainrule-data.json");
  await page.getByRole("link", { name: "Delete your account" }).click();
  await page.getByLabel("Your password").fill("from the first to the last");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByRole("status")).toContainText("Your account is deleted");
  await fillSignIn(page, email, "from the first to the last");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("match any account");
});
