import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { expect, test } from "./test";

/** Six units that are all on for some students and all off for others. */
const uneven = `<Exercise id="units" title="All on or all off">
  <Given name="s" value={pick(-1, 1)} />
  <Given name="z" value={s * vector([2, 3, 4, 5, 6, 7])} />
  <Given name="n" value={integer(2, 9)} />

  The sums are $z = \\val{z}$, and $n = \\val{n}$.

  <Numeric name="c" label="$n + 3 \\sum \\mathrm{relu}(z)$" answer={n + sum(3 * relu(z))} />
</Exercise>
`;

/** Makes a course with one lesson that has this text below its heading, and opens its editor. */
async function openLesson(page: Page, body: string): Promise<string> {
  const slug = `aids-${randomUUID().slice(0, 8)}`;
  await page.goto("/write/new");
  await page.getByLabel("Title").fill("Aids");
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Summary").fill("For authors.");
  await page.getByRole("button", { name: "Create the course" }).click();
  await page.getByLabel("New lesson").fill("One");
  await page.getByRole("button", { name: "Add the lesson" }).click();
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith("/text") && !!response.request().postData()?.includes('"change":['),
  );
  await page.keyboard.insertText(`\n\n${body}`);
  await saved;
  return slug;
}

const textOf = (page: Page) => page.getByRole("textbox", { name: "The lesson’s text" });

test("a template and a copy from the bank go in after the paragraph that the cursor is in", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  const slug = await openLesson(page, "The last words.\n");
  const lesson = `/write/${slug}/lessons/01-one`;
  await page.locator(".cm-line", { hasText: "Write here." }).click();
  await page.getByRole("link", { name: "New exercise" }).click();
  await page
    .getByRole("link", { name: /^A number / })
    .first()
    .click();
  await page.getByRole("button", { name: "Use this" }).click();
  await expect(textOf(page)).toBeVisible();
  await expect(textOf(page)).toContainText(/Write here\.<Exercise id="weighted-sum"/);
  // The editor holds no more lines than are in sight.
  await page.keyboard.press("Control+End");
  await expect(textOf(page)).toContainText(/<\/Exercise>The last words\./);

  await page.goto(lesson);
  await page.locator(".cm-line", { hasText: "Write here." }).click();
  await page.getByRole("link", { name: "New exercise" }).click();
  await page.getByRole("link", { name: "From the bank" }).click();
  await page.getByLabel("Words of the title").fill("Your first neuron");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: "Your first neuron" }).first().click();
  await page.getByRole("button", { name: "Copy it" }).click();
  await expect(textOf(page)).toContainText(/Write here\.<Exercise id="first-neuron"/);
});

test("the check says where students get unequal work, and an exercise is retired and brought back", async ({
  page,
}) => {
  test.slow();
  await signIn(page, demo.instructor);
  const slug = await openLesson(page, uneven);
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await page.getByRole("button", { name: "Check the lesson" }).click();
  await expect(page.getByText("Passed.")).toBeVisible({ timeout: 30_000 });
  // Six of them, or none, are multiplied by 3.
  await expect(
    page.getByRole("row", {
      name: /Multiplications by a number other than 0, 1 and −1 0 .* 6 .*unequal/i,
    }),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /ReLU units off 0 .* 6/ })).toBeVisible();
  await expect(page.getByText(/the work is unequal in “multiplications/)).toBeVisible();

  const publish = async (note: string, version: number) => {
    await page.goto(`/write/${slug}`);
    await page.getByLabel("What changed").fill(note);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText(`Version ${version} is published.`)).toBeVisible({
      timeout: 30_000,
    });
  };
  const inBank = async (search = "") => {
    await page.goto(`/bank?course=${slug}${search}`);
    return page.getByRole("link", { name: "All on or all off" });
  };
  await publish("First", 1);
  await (await inBank()).click();
  await page.getByRole("button", { name: "Retire this exercise" }).click();
  await expect(page.getByText("It’s retired as soon as you publish the course.")).toBeVisible();
  await publish("Retired", 2);
  await expect(await inBank()).toBeHidden();
  await page.goto(`/courses/${slug}/one`);
  await expect(page.getByRole("heading", { name: "All on or all off" })).toBeHidden();
  await (await inBank("&retired=1")).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByText("It’s back as soon as you publish the course.")).toBeVisible();
  await publish("Back", 3);
  await expect(await inBank()).toBeVisible();
});

test("an issue leads to the docs, and YAML is underlined where it is wrong", async ({ page }) => {
  await signIn(page, demo.instructor);
  const slug = await openLesson(page, "The value is {qqqqqq(2)}.\n");
  const link = page
    .getByRole("region", { name: "To mend" })
    .getByRole("link", { name: "/docs/language" });
  const [docs] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(docs.getByRole("heading", { name: "The expression language" })).toBeVisible();

  await page.goto(`/write/${slug}/files`);
  await page
    .getByRole("navigation", { name: "Course" })
    .getByRole("link", { name: "Lessons" })
    .click();
  await page.getByRole("link", { name: /\(course.yaml\)/ }).click();
  const yaml = page.getByRole("textbox", { name: "course.yaml" });
  await expect(page.getByText("Nothing to mend.")).toBeVisible();
  await yaml.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("hors: 3\n");
  await expect(page.locator(".cm-lintRange-error")).toHaveText("hors:");
  const issue = page.getByRole("region", { name: "To mend" });
  await expect(issue).toContainText("Did you mean hours?");
  await issue.getByRole("button").click();
  await expect(yaml).toBeFocused();
});
