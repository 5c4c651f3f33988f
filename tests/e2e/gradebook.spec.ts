import { startingPolicies } from "@/lib/assessment/terms/policy";
import { signIn } from "./pages/accounts";
import { makeGradedSection } from "./pages/graded-section";
import { closeRecords } from "./pages/records";
import { isSound } from "./pages/sound";
import { expect, test } from "./test";

test.afterAll(closeRecords);

test("an instructor walks the gradebook by keyboard, looks into a wrong answer, marks it and sets letters, and the student sees why", async ({
  page,
  browser,
}) => {
  test.slow();
  const section = await makeGradedSection(startingPolicies.homework);
  const base = `/sections/${section.id}`;
  await signIn(page, section.instructor, base);
  await page.getByRole("link", { name: "Gradebook" }).click();
  const grid = page.getByRole("grid", { name: "Students by assignments" });
  const row = (name: string) => grid.getByRole("row").filter({ hasText: name });
  await expect(row("Ada")).toContainText("100.0 %");
  await expect(row("Bo")).toContainText("25.0 %");
  // Closed, and never begun.
  await expect(row("Cleo")).toContainText("0.0 %");
  await page.waitForLoadState("networkidle");

  await grid.getByRole("link", { name: "Homework 1" }).click();
  await expect(grid.getByRole("columnheader", { name: /^1\. Gradients/ })).toBeVisible();
  await grid.getByRole("link", { name: "Total" }).click();
  await expect(grid.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(grid.getByRole("rowheader")).toHaveText([/Ada/, /Bo/, /Cleo/]);
  await page.getByRole("searchbox", { name: "Find students" }).fill("bo stud");
  await expect(grid.getByRole("rowheader")).toHaveText([/Bo/]);

  // By keyboard alone: down to the student, along to the mark, and in.
  await grid.getByRole("link", { name: "Total" }).focus();
  for (const key of ["ArrowDown", "Home", "End", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(
    grid.getByRole("row").filter({ hasText: "Bo" }).getByRole("link").nth(2),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Homework 1" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Bo Student · 2.5 / 10 points, 25 %");
  await page.getByRole("link", { name: /^Gradients/ }).click();

  const numbers = page.getByRole("region", { name: "Numbers 1" });
  await expect(numbers).toContainText("1 hint taken.");
  await expect(numbers).toContainText("Mistake:");
  await expect(numbers.getByText("Right here").first()).toBeVisible();
  await page.getByText("mark, excuse or comment").click();
  await page.getByLabel(/^Mark for this exercise/).fill("11");
  await page.getByLabel("Comment for the student").fill("Right but for the sign.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("at most 10 points")).toBeVisible();
  await isSound(page);
  await expect(page.getByLabel("Comment for the student")).toHaveValue("Right but for the sign.");
  await page.getByLabel(/^Mark for this exercise/).fill("6");
  await page.getByLabel("Why").fill("The text did not say which sign");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  const student = await (await browser.newContext()).newPage();
  await signIn(student, section.wrong, `${base}/grades`);
  const grades = student.getByRole("main");
  await expect(grades).toContainText("Total: 60.0 %");
  await expect(grades).toContainText("Right but for the sign.");
  await expect(grades).toContainText("Mark: as earned → 60 %");
  await expect(grades).toContainText("Why: The text did not say which sign");

  await page.goto(`${base}/gradebook/settings`);
  await page.getByLabel("Letter 1").fill("A");
  await page.getByLabel("From, in %").first().fill("ninety");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write a percentage from 0 to 100.")).toBeVisible();
  await page.getByLabel("From, in %").first().fill("90");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  await page.goto(`${base}/gradebook`);
  await expect(row("Bo")).toContainText("60.0 %");
  await expect(row("Ada")).toContainText("100.0 % A");
});

test("the gradebook is a plain table without scripts", async ({ browser }) => {
  const section = await makeGradedSection(startingPolicies.homework);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, section.instructor, `/sections/${section.id}/gradebook`);
  const rows = page.getByRole("grid").getByRole("rowheader");
  await expect(rows).toHaveText([/Ada/, /Bo/, /Cleo/]);
  await page.getByRole("grid").getByRole("link", { name: "Student", exact: true }).click();
  await expect(rows).toHaveText([/Cleo/, /Bo/, /Ada/]);
  await page.getByRole("searchbox", { name: "Find students" }).fill("ada");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows).toHaveText([/Ada/]);
  await page.getByRole("grid").getByRole("link", { name: /100/ }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Homework 1" })).toBeVisible();
});
