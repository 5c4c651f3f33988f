import { expect, type Page, test } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";
import { joinNewSection } from "./pages/assignments";
import { closeRecords } from "./pages/records";
import { isSound } from "./pages/sound";

test.afterAll(closeRecords);

/** A time so many days from now, as a date-time field has it. */
const inDays = (days: number) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;

/** The way to one of the section's pages. */
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Section" }).getByRole("link", { name });

test("an instructor makes an assignment with a pool and a late policy, publishes it, extends it, and sees what a later change does before it is made", async ({
  page,
  browser,
}) => {
  test.slow();
  const noor = await browser.newContext();
  const theirs = await noor.newPage();
  const email = newEmail();
  await signUp(theirs, email);
  const section = await joinNewSection(email);
  await signIn(page, demo.instructor, `/sections/${section}/assignments`);
  await page.getByRole("link", { name: "New assignment" }).click();
  await page.getByRole("button", { name: "Create the assignment" }).click();
  await expect(page.getByText("Give the assignment a title")).toBeVisible();
  await page.getByLabel("Title").fill("Homework 1");
  await page.getByRole("button", { name: "Create the assignment" }).click();
  await page.waitForURL("**/exercises");
  await choose(page);
  const assignment = new URL(page.url()).pathname.replace("/exercises", "");

  await page.getByRole("link", { name: "Dates and rules" }).click();
  await page.getByLabel("Opens").fill(inDays(-1));
  await page.getByLabel("Due").fill(inDays(7));
  await page.getByLabel("Closes").fill(inDays(6));
  await page.getByLabel("Credit by attempt").fill("100, 80, lots");
  await page.getByLabel("Numbers for another attempt").selectOption("new");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Closes")).toHaveAccessibleDescription(/closes before it is due/);
  await expect(page.getByLabel("Credit by attempt")).toHaveValue("100, 80, lots");
  await expect(page.getByLabel("Numbers for another attempt")).toHaveValue("new");
  await isSound(page);
  await page.getByLabel("Closes").fill(inDays(9));
  await page.getByLabel("Credit by attempt").fill("100, 80, 60");
  await page.getByLabel("Attempts", { exact: true }).fill("3");
  await page.getByLabel("Points off").fill("20");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.getByRole("link", { name: "As a student sees it" }).click();
  await expect(page.getByText("Each day late takes off 20 % of the points")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Read a bias" })).toBeVisible();
  await page.getByRole("link", { name: "Made-up students" }).click();
  await expect(page.getByRole("heading", { name: "Each exercise" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Read a bias 200/ })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Assignment" })
    .getByRole("link", { name: "Overview" })
    .click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Nobody has begun it yet.")).toBeVisible();

  await theirs.goto(`/assignments/${assignment.split("/").at(-1)}`);
  await expect(theirs.getByRole("heading", { name: "Read a bias" })).toBeVisible();

  await extend(page);
  await moveDue(page);
  await tab(page, "Changes").click();
  const change = page.getByRole("listitem").filter({ hasText: "changed an assignment." }).first();
  await expect(change).toContainText("Why: A holiday");
  await tab(page, "Assignments").click();
  await expect(page.getByRole("row", { name: /Homework 1/ })).toContainText("1 of 1");
  await noor.close();
});

/** One exercise, and a pool of two of which each student draws one; the exercise is moved to the top. */
async function choose(page: Page): Promise<void> {
  const add = (title: string) => page.getByRole("button", { name: `Add ${title}`, exact: true });
  await page.locator("summary").filter({ hasText: "1. Notation" }).click();
  await add("What comes first").click();
  await expect(page.getByText("its practice, hints and solution close").first()).toBeVisible();
  await page.getByRole("button", { name: /to the pool of What comes first/ }).click();
  await add("Read a weight from the picture").click();
  await page.getByRole("button", { name: "Done adding" }).first().click();
  await add("Read a bias").click();
  await page.getByRole("button", { name: "Move Read a bias up" }).click();
  await expect(page.getByRole("button", { name: "Move Read a bias up" })).toBeFocused();
  await page.getByRole("textbox", { name: "Points of Read a bias" }).fill("four");
  await page.getByRole("button", { name: "Save the exercises" }).click();
  await expect(page.getByText("Place 1: Write how many points each is worth.")).toBeVisible();
  await page.getByRole("textbox", { name: "Points of Read a bias" }).fill("4");
  await page.getByRole("button", { name: "Save the exercises" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText("5 points in all.")).toBeVisible();
  await isSound(page);
}

/** Gives the student one more attempt. */
async function extend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Extensions" }).click();
  await page.getByLabel("For").selectOption({ label: "Noor" });
  await page.getByLabel("More attempts").fill("1");
  await page.getByRole("button", { name: "Give the extension" }).click();
  await expect(page.getByLabel("Reason").first()).toHaveAccessibleDescription(/Say why/);
  await page.getByLabel("Reason").first().fill("Ill");
  await page.getByRole("button", { name: "Give the extension" }).click();
  await expect(page.getByText("Given.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "1 more attempt" })).toContainText(
    "Why: Ill",
  );
}

/** Moves the due date, once what that does to the student was shown. */
async function moveDue(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Dates and rules" }).click();
  await page.getByLabel("Due").fill(inDays(8));
  await page.getByRole("button", { name: "Save" }).click();
  const preview = page.getByRole("region", { name: "What this change does" });
  await expect(preview).toContainText("Nothing is changed yet. 1 student has begun");
  await expect(preview.getByRole("row", { name: /^Noor/ })).toContainText("due:");
  await preview.getByRole("button", { name: "Make this change" }).click();
  await expect(preview.getByLabel("Reason")).toHaveAccessibleDescription(/Say why/);
  await isSound(page);
  await preview.getByLabel("Reason").fill("A holiday");
  await preview.getByRole("button", { name: "Make this change" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Due")).toHaveValue(inDays(8));
}
