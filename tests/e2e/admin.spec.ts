import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { demo, fillSignIn, newEmail, signIn, signUp } from "./pages/accounts";
import { SectionPage } from "./pages/section-page";
import { isSound, isSoundIn, phone } from "./pages/sound";
import { expect, test } from "./test";

/** What whoever runs the server types into its shell. */
async function account(...words: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: path.resolve("test-results/e2e-data"), DATABASE_URL: "" };
  const run = promisify(execFile);
  return (await run(process.execPath, ["lib/cli/account.mjs", ...words], { env })).stdout;
}

const site = (page: Page) => page.getByRole("navigation", { name: "Site" });

test("the first admin is made at the command line, finds a person and gives them a role, who can teach from then on", async ({
  browser,
  page,
}) => {
  test.slow();
  const [email, colleague] = [newEmail(), newEmail()];
  const other = await browser.newPage();
  await signUp(other, colleague);
  await signUp(page, email);
  await expect(site(page).getByRole("link", { name: "People" })).toHaveCount(0);
  expect(await account("role", email, "admin")).toContain(`${email} has the role admin now`);

  await page.reload();
  await site(page).getByRole("link", { name: "People" }).click();
  await page.getByRole("searchbox").fill(colleague);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("1 account", { exact: true })).toBeVisible();
  await isSound(page);
  await page.getByRole("row").getByRole("link", { name: "Noor" }).click();
  await page.waitForURL(/\/people\/./);

  await page.getByRole("radio", { name: /^Instructor/ }).check();
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByLabel("Why").last()).toHaveAccessibleDescription(/Say why/);
  await expect(page.getByRole("radio", { name: /^Instructor/ })).toBeChecked();
  await page.getByLabel("Why").last().fill("Teaches next term");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByRole("status")).toHaveText("Noor is an instructor now.");
  const change = page.getByRole("listitem").filter({ hasText: "Noor changed the role" });
  await expect(change).toContainText("student → became instructor");
  await expect(change).toContainText("Why: Teaches next term");
  await isSoundIn(phone, page);

  await other.goto("/");
  await expect(site(other).getByRole("link", { name: "Sections" })).toBeVisible();
  await expect(site(other).getByRole("link", { name: "People" })).toHaveCount(0);
  expect((await other.goto("/people"))?.status()).toBe(404);
});

/** A copy of the demo section that is this test's own, open before its instructor. */
async function copyOfDemo(page: Page, name: string): Promise<string> {
  await signIn(page, demo.instructor);
  await new SectionPage(page).open();
  await page.goto(`${new URL(page.url()).pathname}/copy`);
  await page.getByLabel("Name of the new section").fill(name);
  await page.getByRole("button", { name: "Copy the section" }).click();
  await expect(page.getByLabel("First day of the new term")).toHaveAccessibleDescription(
    /Choose the first day/,
  );
  await expect(page.getByLabel("Name of the new section")).toHaveValue(name);
  await page.getByLabel("First day of the new term").fill("2027-09-06");
  await page.getByRole("button", { name: "Copy the section" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("an instructor copies a section, reads where it comes from, and sees it as a student does", async ({
  page,
}) => {
  test.slow();
  const copy = await copyOfDemo(page, `Autumn ${newEmail()}`);
  await page.goto(`${copy}/copy`);
  await page.getByRole("button", { name: "Copy the section" }).click();
  await expect(page.getByLabel("First day of the new term")).toHaveAttribute("aria-invalid");

  await page.goto(`${copy}/changes`);
  const copied = "Ines Duarte copied the section from another.";
  const line = page.getByRole("listitem").filter({ hasText: copied });
  await expect(line).toContainText("From section: Demo section");
  await expect(line).toContainText("First day: 6 September 2027");
  await isSound(page);

  await page.goto(`${copy}/as-student`);
  const main = page.getByRole("main");
  await expect(main).toContainText("From 6 September 2027");
  await expect(main).toContainText("Ines Duarte instructor");
  await expect(main).toContainText("Felix Brandt assistant");
  await expect(main.getByRole("link", { name: /^1 / })).toContainText(/\D0 \/ \d+ points/);
});

test("a student has the page of their section with their own progress, an assistant sees the empty one and changes nothing", async ({
  browser,
  page,
}) => {
  const teaching = await browser.newPage();
  await signIn(teaching, demo.instructor);
  await new SectionPage(teaching).open();
  const section = new URL(teaching.url()).pathname;

  await page.goto(`${section}/mine`);
  await fillSignIn(page, demo.student);
  await expect(page.getByRole("heading", { level: 1, name: "Demo section" })).toBeVisible();
  const first = page.getByRole("main").getByRole("link", { name: /^1 / });
  const [, earned, possible] = /(\S+) \/ (\S+) points?/.exec(await first.innerText()) ?? [];
  expect(earned).toBe(possible);
  expect((await page.goto(`${section}/as-student`))?.status()).toBe(404);

  const helping = await browser.newPage();
  await signIn(helping, demo.assistant);
  await helping.goto(`${section}/as-student`);
  await expect(helping.getByRole("main").getByRole("link", { name: /^1 / })).toContainText(
    new RegExp(`\\D0 / ${possible} point`),
  );
  expect((await helping.goto(`${section}/copy`))?.status()).toBe(404);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin finds a person and changes their role; what was typed is kept where it is refused", async ({
    page,
  }) => {
    test.slow();
    const [email, colleague] = [newEmail(), newEmail()];
    await signUp(page, colleague);
    await page.getByRole("button", { name: "Sign out" }).click();
    await signUp(page, email);
    await account("role", email, "admin");
    await page.goto("/people");
    await page.getByRole("searchbox").fill(colleague);
    await page.getByLabel("Role").selectOption("Students");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("row").getByRole("link", { name: "Noor" }).click();
    await page.getByRole("radio", { name: /^Admin/ }).check();
    await page.getByRole("button", { name: "Change the role" }).click();
    await expect(page.getByLabel("Why").last()).toHaveAccessibleDescription(/Say why/);
    await expect(page.getByRole("radio", { name: /^Admin/ })).toBeChecked();
    await page.getByLabel("Why").last().fill("My deputy");
    await page.getByRole("button", { name: "Change the role" }).click();
    await expect(page.getByRole("status")).toHaveText("Noor is an admin now.");
    await expect(page.getByRole("main")).toContainText("Why: My deputy");
  });

  test("an instructor copies a section", async ({ page }) => {
    test.slow();
    await copyOfDemo(page, `Winter ${newEmail()}`);
  });
});
