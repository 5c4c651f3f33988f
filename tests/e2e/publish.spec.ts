import type { Page } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";
import { endDraft, isSaved, openNewLesson, publishAll, textOf, typeAtEnd } from "./pages/writing";
import { expect, test } from "./test";

/** The key is drawn, and stands in the text. */
const exercise = (words: string, factor: number) => `
<Exercise id="times" title="Some times">
  <Given name="a" value={integer(100, 900)} />

  ${words} the number is $\\val{a}$.

  <Numeric name="n" label="The answer" answer={${factor} * a} decimals={0} />
</Exercise>
`;

/** Puts other words in place of all that follows the front matter's first lines. */
async function replaceIn(page: Page, before: string, after: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+f");
  const find = page.getByRole("textbox", { name: "Find" });
  await find.fill(before);
  await page.getByRole("textbox", { name: "Replace" }).fill(after);
  await page.getByRole("button", { name: "replace all" }).click();
  await page.keyboard.press("Escape");
}

const numberIn = async (page: Page): Promise<number> => {
  const [tex = ""] = await page.locator("#exercise-times annotation").allTextContents();
  return Number(tex.replace(/[{}]/g, ""));
};

test("a student who has begun keeps the version that they began, and their next numbers are of the new one", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  const editor = page.url();
  await typeAtEnd(page, exercise("Give it twice:", 2));
  await expect(page.getByText("Nothing to mend.")).toBeVisible();
  await isSaved(page);
  await endDraft(page, slug);
  await publishAll(page, slug, 1);

  const student = await browser.newPage();
  await signUp(student, newEmail());
  await student.goto(`/courses/${slug}/surprise`);
  const card = student.locator("#exercise-times");
  const answer = card.getByRole("textbox", { name: /The answer/ });
  const begun = await numberIn(student);
  await answer.fill("1");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByText("Not right", { exact: true })).toBeVisible();

  await page.goto(editor);
  await replaceIn(page, "Give it twice", "Give it thrice");
  await replaceIn(page, "2 * a", "3 * a");
  await isSaved(page);
  await publishAll(page, slug, 2);

  // The window that was open all along, and then the page as it comes anew.
  await answer.fill(String(2 * begun));
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByText("Right", { exact: true })).toBeVisible();
  await student.reload();
  await expect(card.getByText("Give it twice")).toBeVisible();
  expect(await numberIn(student)).toBe(begun);
  await expect(answer).toHaveValue(String(2 * begun));

  await card.getByRole("button", { name: "New numbers" }).click();
  await expect(card.getByText("Give it thrice")).toBeVisible();
  const next = await numberIn(student);
  await answer.fill(String(3 * next));
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByText("Right", { exact: true })).toBeVisible();
});

test("a colleague declines what is to be published, then approves it", async ({
  page,
  browser,
}) => {
  test.slow();
  const colleague = await browser.newPage();
  const email = newEmail();
  await signUp(colleague, email);

  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  const editor = page.url();
  await typeAtEnd(page, exercise("Give it twice:", 2));
  await isSaved(page);
  await page.goto(`/write/${slug}/settings`);
  await page.getByLabel("Add somebody by email").fill(email);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("cell", { name: email })).toBeVisible();
  await page.getByRole("button", { name: "Have another author approve first" }).click();
  await expect(page.getByText("Another author has to approve what is published.")).toBeVisible();

  const ask = async (note: string) => {
    await page.goto(`/write/${slug}`);
    await page.getByLabel("What changed").fill(note);
    await page.getByRole("button", { name: "Ask for a review" }).click();
    await expect(page.getByText("Another author can look at it now")).toBeVisible();
    await page.goto(`/write/${slug}/reviews`);
    await page.getByRole("link", { name: note }).click();
    // Nobody approves their own.
    await expect(page.getByText("Another author has to approve this. Noor can.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve and publish" })).toBeHidden();
    await colleague.goto(page.url());
  };

  await colleague.goto("/");
  await colleague.getByRole("link", { name: "Write", exact: true }).click();
  await expect(colleague.getByRole("link", { name: "Losses, from the start" })).toBeVisible();
  await ask("The first lesson");
  await expect(colleague.getByText("Give it twice")).toBeVisible();
  await colleague.getByLabel("What should change first").fill("Ask for three times.");
  await colleague.getByRole("button", { name: "Decline" }).click();
  await expect(
    colleague.getByRole("row", { name: /The first lesson.*Declined by Noor/ }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Declined by Noor/)).toBeVisible();
  await expect(page.getByText("Ask for three times.")).toBeVisible();

  await page.goto(editor);
  await replaceIn(page, "Give it twice", "Give it thrice");
  await replaceIn(page, "2 * a", "3 * a");
  await isSaved(page);
  await ask("Three times now");
  await colleague.getByRole("button", { name: "Approve and publish" }).click();
  await colleague.waitForURL(`**/write/${slug}?published=1`, { timeout: 60_000 });
  await expect(colleague.getByText("Version 1 is published.")).toBeVisible();
  await page.goto(`/courses/${slug}/surprise`);
  await expect(page.getByText("Give it thrice")).toBeVisible();
});

test("a version is compared with what is written now, and restored", async ({ page }) => {
  test.slow();
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  const editor = page.url();
  await typeAtEnd(page, "\nThe first words.");
  await isSaved(page);
  await publishAll(page, slug, 1);
  await page.goto(editor);
  await replaceIn(page, "The first words", "Other words");
  await isSaved(page);
  await publishAll(page, slug, 2);

  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "1", exact: true }).click();
  await page.getByRole("link", { name: "What has changed since, in the working copy" }).click();
  await expect(page.getByText("Other words")).toBeVisible();
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.goto(editor);
  await expect(textOf(page)).toContainText("The first words.");
  await expect(textOf(page)).not.toContainText("Other words");
});
