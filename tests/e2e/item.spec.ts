import type { Locator, Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { titles } from "./pages/exercise-card";
import { SectionPage } from "./pages/section-page";
import { expect, test } from "./test";

const gradients = titles["output-gradients"];
const lessonOfGradients = 4;
/** What the exercise's author says to y − p, which Björn took: "when p is too large, the loss rises with z." */
const ownMistake = "is too large, the loss rises with";

/** A figure's row, cell by cell. */
const figure = (page: Page, name: string) =>
  cellsOf(
    page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) }),
  );

const cellsOf = async (row: Locator) =>
  (await row.getByRole("cell").allInnerTexts()).map((text) => text.trim());

test("an instructor comes from a mistake to the exercise's figures, as worked out by hand from who answered what, and to what was sent", async ({
  page,
  browser,
}) => {
  await signIn(page, demo.instructor);
  const section = new SectionPage(page);
  await section.open();
  await section.openLesson(lessonOfGradients);
  const mistake = page.getByRole("listitem").filter({ hasText: ownMistake }).last();
  await mistake.getByText(ownMistake).click();
  await mistake.getByRole("link", { name: gradients }).click();
  await page.getByRole("heading", { level: 1, name: gradients }).waitFor();
  await figuresAreRight(page);

  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, demo.student);
  expect((await theirs.goto(page.url()))?.status()).toBe(404);
  await expect(theirs.getByRole("main")).not.toContainText("Lindqvist");
  await theirs.context().close();

  await page.getByRole("link", { name: "Demo section" }).click();
  await page.waitForURL(/\?lesson=/);
  await expect(page.getByRole("columnheader").filter({ hasText: gradients })).toBeVisible();
  await page.getByRole("link", { name: `Figures of ${gradients}` }).click();
  const row = page
    .getByRole("group", { name: /^Wrong answers to dz3/ })
    .getByRole("row")
    .filter({ hasText: ownMistake });
  await expect(row).toBeVisible();
  const [students, times, typed, right] = await cellsOf(row);
  expect([times, students]).toEqual(["1", "1 · 50 %"]);
  expect(Number(typed)).toBeCloseTo(-Number(right), 3);
  await row.getByText("1 · 50 %").click();
  await row.getByRole("link", { name: "Björn Lindqvist" }).click();
  await expect(page.getByRole("heading", { level: 1, name: gradients })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Björn Lindqvist · ");
});

/** The exercise's figures in the demo's section. */
async function figuresAreRight(page: Page): Promise<void> {
  // Amara has all 4 points at once; Björn has 1 of 4, and leaves it there. The other three have not begun.
  await expect(page.getByRole("main")).toContainText("begun by 2 of 5 students");
  const few = "too few: 2 of the 5 it takes";
  expect(await figure(page, "Facility, first try")).toEqual(["63 %", few, "2"]);
  expect(await figure(page, "Facility, at best")).toEqual(["63 %", few, "2"]);
  expect(await figure(page, "Discrimination")).toEqual(["–", "too few: 2 of the 10 it takes", "2"]);
  expect(await figure(page, "Right on first try")).toEqual(["50 %", few, "2"]);
  expect(await figure(page, "Right by now")).toEqual(["50 %", few, "2"]);
  expect(await figure(page, "Attempts until right")).toEqual(["1", "middle half: 1 to 1", "1"]);
  expect(await figure(page, "Time until right")).toEqual([
    "–",
    "nobody needed a second attempt",
    "0",
  ]);
  await expect(page.getByText("2 scores; median 2.5 of 4.")).toBeVisible();
  await expect(page.getByText("There is nothing to compare")).toBeVisible();
}
