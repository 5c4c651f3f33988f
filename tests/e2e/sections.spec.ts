import { expect, type Page, test } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";

test("an instructor makes a section, students join by its code, and one becomes its assistant", async ({
  page,
  browser,
}) => {
  await signIn(page, demo.instructor, "/sections");
  await page.getByRole("link", { name: "New section" }).click();
  const name = `Spring ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("First day").fill("2027-06-30");
  await page.getByLabel("Last day").fill("2027-02-15");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Create the section" }).click();
  await expect(page.getByText("The last day is before the first.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await page.getByLabel("First day").fill("2027-02-15");
  await page.getByLabel("Last day").fill("2027-06-30");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Create the section" }).click();
  await page.waitForURL("**/people");
  await expect(page.getByRole("heading", { name })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  const link = await page.getByRole("link", { name: /^\/join\// }).getAttribute("href");

  const noor = await browser.newContext();
  const theirs = await noor.newPage();
  await signUp(theirs, newEmail());
  await theirs.goto(link ?? "");
  await expect(theirs.getByText(name)).toBeVisible();
  await theirs.getByRole("button", { name: "Join" }).click();
  await theirs.waitForURL("**/sections");
  await expect(theirs.getByRole("link", { name })).toBeVisible();

  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByText("1 student", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Change Noor" }).click();
  await page.getByLabel("Role").selectOption("assistant");
  await page.getByLabel("Campus id").fill("70012");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  const row = page.getByRole("row", { name: /^Noor/ });
  await expect(row).toContainText("assistant");
  await expect(row).toContainText("70012");

  // An assistant sees who is there, and changes nothing.
  await theirs.reload();
  await theirs.getByRole("link", { name }).click();
  await theirs.getByRole("link", { name: "People" }).click();
  await expect(theirs.getByRole("row", { name: /^Ines Duarte/ })).toBeVisible();
  await expect(theirs.getByRole("link", { name: /^Change/ })).toHaveCount(0);
  await expect(theirs.getByRole("link", { name: "Settings" })).toHaveCount(0);

  await page.getByRole("button", { name: "Remove from the section" }).click();
  await expect(page.getByRole("row", { name: /^Noor/ })).toContainText("assistant, removed");
  await isGone(theirs);
  await page.getByRole("button", { name: "Take them back" }).click();
  await expect(page.getByRole("row", { name: /^Noor/ })).not.toContainText("removed");
  await noor.close();
});

test("a section's lessons and its code are its instructor's to change", async ({ page }) => {
  await signIn(page, demo.instructor, "/sections/new");
  await page.getByLabel("Name").fill("Half a course");
  await page.getByRole("button", { name: "Create the section" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel(/^10\./).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const code = page.getByRole("link", { name: /^\/join\// });
  const before = await code.textContent();
  await page.getByRole("button", { name: "Make a new code" }).click();
  await expect(code).not.toHaveText(before ?? "");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Nobody can join with a code right now.")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("region", { name: "Progress" })).not.toContainText("10.");
});

test("a code that opens nothing is told so, and what was typed stays", async ({ page }) => {
  await signIn(page, demo.idleStudent, "/sections");
  await page.getByLabel("Code").fill("AAAA-2222");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("No section has this code.")).toBeVisible();
  await expect(page.getByLabel("Code")).toHaveValue("AAAA-2222");
  await page.goto("/join/AAAA2222");
  await expect(page.getByText("No section has this code.")).toBeVisible();
});

async function isGone(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
}
