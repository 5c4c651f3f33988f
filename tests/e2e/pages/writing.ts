import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Makes a course with one lesson, "Surprise", and opens its editor. Gives the course's address. */
export async function openNewLesson(page: Page): Promise<string> {
  const slug = `course-${randomUUID().slice(0, 8)}`;
  await page.goto("/write/new");
  await page.getByLabel("Title").fill("Losses, from the start");
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Summary").fill("What a loss is.");
  await page.getByRole("button", { name: "Create the course" }).click();
  await page.getByLabel("New lesson").fill("Surprise");
  await page.getByRole("button", { name: "Add the lesson" }).click();
  await expect(textOf(page)).toBeVisible();
  return slug;
}

export const textOf = (page: Page) => page.getByRole("textbox", { name: "The lesson’s text" });

export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

/** Waits until what was typed is kept. */
export const isSaved = (page: Page) =>
  expect(page.getByText("Saved", { exact: true })).toBeVisible();

/** Publishes all that was written; it takes as long as its check. */
export async function publishAll(page: Page, slug: string, version: number): Promise<void> {
  await page.goto(`/write/${slug}`);
  await page.getByLabel("What changed").fill(`Change ${version}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible({ timeout: 60_000 });
}

/** Shows a course to everybody once it is published. */
export async function endDraft(page: Page, slug: string): Promise<void> {
  await page.goto(`/write/${slug}/settings`);
  await page.getByRole("checkbox", { name: /A draft/ }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}
