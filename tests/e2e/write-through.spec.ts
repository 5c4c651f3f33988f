import type { Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { isSaved, openNewLesson, textOf, typeAtEnd } from "./pages/writing";
import { expect, test } from "./test";

/** What a page is told when it sends what was typed. */
const statusesOf = (page: Page) => {
  const statuses: number[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/text")) statuses.push(response.status());
  });
  return statuses;
};

/** Pastes a text where the cursor is. */
const paste = (page: Page, text: string) =>
  textOf(page).evaluate((place, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);

test("hundreds of keys typed one by one without a network are kept once it is back", async ({
  page,
  context,
}) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, "\n\nBefore. ");
  await isSaved(page);
  const statuses = statusesOf(page);
  await context.setOffline(true);
  const words = "what is typed while the network is away ".repeat(7).slice(0, 260);
  await page.keyboard.type(words);
  await expect(page.getByText("the server can’t be reached")).toBeVisible();
  await context.setOffline(false);
  await isSaved(page);
  expect(new Set(statuses)).toEqual(new Set([200]));
  await page.reload();
  await expect(textOf(page)).toContainText(`Before. ${words.trimEnd()}`);
});

test("a lesson that somebody else moves, takes out and puts back is written on in the page that has it open", async ({
  page,
  context,
}) => {
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  await typeAtEnd(page, "\nOne.");
  await isSaved(page);
  const other = await context.newPage();
  await other.goto(`/write/${slug}`);
  await other.getByLabel("New lesson").fill("Second");
  await other.getByRole("button", { name: "Add the lesson" }).click();
  await expect(textOf(other)).toBeVisible();
  await other.goto(`/write/${slug}`);
  await other.getByRole("button", { name: "Move Surprise down" }).click();
  await expect(other.getByRole("row", { name: /02-surprise/ })).toBeVisible();

  await page.bringToFront();
  await typeAtEnd(page, " Two.");
  await expect(page.getByRole("navigation", { name: "Where you are" })).toContainText(
    "02-surprise",
  );
  await expect(page).toHaveURL(new RegExp(`/write/${slug}/lessons/02-surprise$`));
  await isSaved(page);
  await expect(page.getByRole("region", { name: "Preview" }).getByText("Two.")).toBeVisible();

  await other.bringToFront();
  await other.getByText("More for Surprise").click();
  await other.getByRole("button", { name: "Remove Surprise" }).click();
  await other.getByText("Removed lessons (1)").click();
  await page.bringToFront();
  await typeAtEnd(page, " Three.");
  await expect(page.getByText("this file isn’t in the course any more")).toBeVisible();
  await other.bringToFront();
  await other.getByRole("button", { name: "Put back 02-surprise" }).click();
  await page.bringToFront();
  await isSaved(page);
  await page.reload();
  await expect(textOf(page)).toContainText("One. Two. Three.");
});

test("what can’t be saved is told as what it is, and what mends it is saved", async ({ page }) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, "\n");
  await paste(page, `${"far too long, and ".repeat(100)}\n\n`.repeat(80));
  await expect(page.getByText("a lesson can’t be this long")).toBeVisible();
  await page.keyboard.press("Control+z");
  await typeAtEnd(page, "Short. ");
  await isSaved(page);

  await page.route("**/text", (route) => route.fulfill({ status: 400, json: {} }));
  await typeAtEnd(page, "Refused. ");
  await expect(page.getByText("we couldn’t read what you typed last")).toBeVisible();
  await page.unroute("**/text");
  await typeAtEnd(page, "Read. ");
  await isSaved(page);
  await page.reload();
  await expect(textOf(page)).toContainText("Short. Refused. Read.");
});

test("what is pasted with characters that can’t be kept is kept without them", async ({ page }) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, "\n");
  await paste(page, "Pasted\0 here. ");
  await page.keyboard.type("And typed.");
  await isSaved(page);
  await page.reload();
  await expect(textOf(page)).toContainText("Pasted here. And typed.");
});

test("a lesson of 60,000 Cyrillic letters has its preview, and one that could not be drawn is told", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, "\n\n");
  await page.keyboard.insertText(`${"слово ".repeat(50)}\n\n`.repeat(200));
  await page.keyboard.insertText("## Последний\n\nКонец.\n");
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("heading", { name: "Последний" })).toBeVisible();
  await isSaved(page);
  await page.route("**/lessons/*", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 413 }) : route.continue(),
  );
  await page.keyboard.type("Ещё.");
  await expect(preview.getByRole("alert")).toContainText("We couldn’t draw the preview");
  await page.unroute("**/lessons/*");
  await page.keyboard.type(" И ещё.");
  await expect(preview.getByText("Ещё. И ещё.")).toBeVisible();
  await expect(preview.getByRole("alert")).toBeHidden();
});
