import { expect, type Page } from "@playwright/test";
import { isSoundIn, looks } from "../pages/sound";
import type { TermStudent } from "./student";

/** Opens "Half a number" to the section: answers come in on the instructor's screen, without a reload and without names,
 *  the first two right and the third by a known mistake, which that student mends. */
export async function lecture(
  page: Page,
  section: string,
  [one, two, mistaken]: readonly [TermStudent, TermStudent, TermStudent],
): Promise<void> {
  await page.goto(`${section}/live`);
  await page.getByLabel("Exercise", { exact: true }).selectOption({ label: "Half a number" });
  await isSoundIn(looks, page);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("0 of 3 students have answered")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Live: answers come in by themselves");
  await Promise.all([one, two, mistaken].map((student) => student.openLive()));
  await one.answer("half", (a) => a / 2, "Right");
  await expect(page.getByText("1 of 3 students have answered")).toBeVisible();
  await Promise.all([
    two.answer("half", (a) => a / 2, "Right"),
    mistaken.answer("half", (a) => 2 * a, "Not right"),
  ]);
  await expect(page.getByText("3 of 3 students have answered")).toBeVisible();
  const bar = (what: string) =>
    page.getByRole("figure").getByRole("listitem").filter({ hasText: what });
  await expect(bar("Right")).toContainText("2 · 67 %");
  await expect(bar("This is twice the number.")).toContainText("1 · 33 %");
  await expect(page.getByRole("main")).not.toContainText(mistaken.name);
  await isSoundIn(looks, page);
  await isSoundIn(looks, mistaken.page);

  // The first answer stays what it was.
  await mistaken.answer("half", (a) => a / 2, "Right");
  await page.getByLabel("latest answers").check();
  await expect(bar("Right")).toContainText("3 · 100 %");
  await page.getByLabel("first answers").check();
  await expect(bar("Right")).toContainText("2 · 67 %");

  await expect(page.getByText("Worked solution")).toHaveCount(0);
  await page.getByRole("link", { name: "Show the answer" }).click();
  await expect(page.getByRole("region", { name: /Worked solution/ })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Closed: no more answers count")).toBeVisible();
  await mistaken.page.reload();
  await expect(mistaken.page.getByText("No exercise is open right now.")).toBeVisible();
}
