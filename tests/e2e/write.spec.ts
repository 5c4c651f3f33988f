import type { Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { isSaved, openNewLesson, textOf, typeAtEnd } from "./pages/writing";
import { expect, test } from "./test";

/** An exercise as an author types it. */
const exercise = `
<Exercise id="surprise" title="How surprised is the network?">
  <Given name="p" value={pick(0.2, 0.4, 0.5, 0.7)} />

  The network gives the right class a probability of $p = \\val{p}$.

  <Numeric name="loss" label="The loss $-\\ln p$" answer={-log(p)} decimals={3} />
</Exercise>
`;

const preview = (page: Page) => page.getByRole("region", { name: "Preview" });

test("an instructor writes an exercise, answers it as a student would, and publishes it", async ({
  page,
  browser,
}) => {
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  await typeAtEnd(page, exercise);
  await expect(preview(page).getByRole("heading", { name: "How surprised" })).toBeVisible();
  await expect(page.getByText("Nothing to mend.")).toBeVisible();

  await preview(page).getByText("Key and likely mistakes").click();
  const row = preview(page).getByRole("listitem").filter({ hasText: "logarithm to base 10" });
  await row.getByRole("button", { name: "Answer this" }).click();
  await expect(preview(page).getByText("You took the logarithm to base 10.")).toBeVisible();

  await page.getByRole("button", { name: "The next set" }).click();
  await expect(preview(page).getByText("Numbers, set 2")).toBeVisible();
  await expect(preview(page).getByText("You took the logarithm")).toBeHidden();

  await isSaved(page);
  await page.goto(`/write/${slug}`);
  await page.getByLabel("What changed").fill("The first lesson");
  await page.getByRole("button", { name: "Publish" }).click();
  // Its check draws the exercise from 200 seeds first.
  await expect(page.getByText("Version 1 is published.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/courses/${slug}/surprise`);
  await expect(page.getByRole("heading", { name: "How surprised is the network?" })).toBeVisible();

  // It is a draft until its course.yaml says otherwise.
  const guest = await browser.newPage();
  await guest.goto(`/courses/${slug}/surprise`);
  await expect(guest.getByRole("heading", { name: "How surprised" })).toBeHidden();
});

test("a stated key that isn’t what comes out keeps a lesson from being published, and both are shown", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  const stated = "  <Variant givens={{ p: 0.5 }} key={{ loss: 2.3 }} />\n</Exercise>";
  await typeAtEnd(page, exercise.replace("</Exercise>", stated));
  await expect(page.getByText("1 thing to mend")).toBeVisible();
  await isSaved(page);
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await page.getByRole("button", { name: "Check the lesson" }).click();
  await expect(page.getByText("Not passed: 1 thing to mend.")).toBeVisible({ timeout: 30_000 });
  const keys = page.getByRole("table", { name: /The key stated for loss/ });
  await expect(keys.getByRole("row", { name: "Stated 2.3" })).toBeVisible();
  // −ln 0.5
  await expect(keys.getByRole("row", { name: "Computed 0.693147" })).toBeVisible();
  await page.goto(`/write/${slug}`);
  await page.getByLabel("What changed").fill("The first lesson");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Not published: 1 thing to mend.")).toBeVisible();
  await page.getByRole("link", { name: /lesson.mdx, line/ }).click();
  await expect(textOf(page)).toBeFocused();
});

test("what is wrong is underlined, listed and led to, and what was typed stays", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, exercise.replace("-log(p)", "-log(q)"));
  const issue = page.getByRole("region", { name: "To mend" }).getByRole("button");
  await expect(issue).toHaveCount(1);
  await expect(issue).toContainText("q");
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(1);
  await issue.click();
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await isSaved(page);
  await page.reload();
  await expect(textOf(page)).toContainText("-log(q)");
});

test("two windows on one text see each other’s words, and keep both after the network was away", async ({
  page,
  context,
}) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await typeAtEnd(page, "\nFrom the first window.");
  await expect(textOf(other)).toContainText("From the first window.");
  await context.setOffline(true);
  await typeAtEnd(other, "\nTyped offline.");
  await expect(other.getByText("Not saved yet")).toBeVisible();
  await context.setOffline(false);
  await typeAtEnd(page, " And more.");
  await expect(textOf(page)).toContainText("Typed offline.");
  await expect(textOf(other)).toContainText("And more.");
});

test("an element is completed, with its attributes to fill in", async ({ page }) => {
  await signIn(page, demo.instructor);
  await openNewLesson(page);
  await typeAtEnd(page, "\n");
  await page.keyboard.type("<Exer");
  await page.getByRole("option", { name: /Exercise/ }).click();
  await expect(textOf(page)).toContainText('<Exercise id="" title="">');
});

test("while a tag is open, the preview stays as it was; the page leads to publishing and the docs, and says its keys", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  const slug = await openNewLesson(page);
  await typeAtEnd(page, exercise);
  const card = preview(page).getByRole("heading", { name: "How surprised" });
  await expect(card).toBeVisible();
  await typeAtEnd(page, "\n<Exercise id=");
  await expect(page.getByText(/^\d+ things? to mend/)).toBeVisible();
  await expect(preview(page).getByText(/as it was before line \d+ needed mending/)).toBeVisible();
  await expect(preview(page).getByText("The network gives the right class")).toBeVisible();
  await expect(preview(page)).toHaveAttribute("aria-busy", "true");

  await expect(page.getByRole("heading", { level: 1, name: "Surprise" })).toBeVisible();
  await expect(page.getByText(/F8 goes to the next thing to mend/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Docs/ }).first()).toBeVisible();
  await textOf(page).click();
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("button", { name: "Replace all" })).toBeVisible();
  await isSaved(page);
  await page.getByRole("main").getByRole("link", { name: "Publish" }).click();
  await expect(page).toHaveURL(`/write/${slug}#publish`);
});
