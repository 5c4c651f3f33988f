import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";
import { expect, test } from "./test";

/** The texts that docs/first-exercise.md says to type, in order. */
const [exercise = "", second = "", help = ""] = [
  ...readFileSync("docs/first-exercise.md", "utf8").matchAll(/^```mdx\n([\s\S]*?)^```$/gm),
].map(([, text]) => text);

/** As many steps as somebody takes in ten minutes who reads what they do. */
const most = 30;

/** Does what the tutorial says, and counts each press and each field. */
class Follower {
  steps = 0;

  constructor(private readonly page: Page) {}

  async press(what: Locator): Promise<void> {
    this.steps += 1;
    await what.click();
  }

  async fill(what: Locator, text: string): Promise<void> {
    this.steps += 1;
    await what.fill(text);
  }

  /** Types where the cursor is. */
  async type(text: string): Promise<void> {
    this.steps += 1;
    await this.page.keyboard.insertText(text);
  }

  /** Puts the cursor before a line of the editor. */
  async goBefore(line: Locator): Promise<void> {
    this.steps += 1;
    await line.click();
    await this.page.keyboard.press("Home");
  }
}

test("who follows the tutorial has an exercise that a student solves, in few steps", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, demo.instructor);
  const me = new Follower(page);
  const slug = `first-${randomUUID().slice(0, 8)}`;
  const preview = page.getByRole("region", { name: "Preview" });
  const text = page.getByRole("textbox", { name: "The lesson’s text" });

  await me.press(page.getByRole("link", { name: "Write", exact: true }));
  await me.press(page.getByRole("link", { name: "New course" }));
  await me.fill(page.getByLabel("Title"), "First steps");
  await me.fill(page.getByLabel("Address"), slug);
  await me.fill(page.getByLabel("Summary"), "My first course.");
  await me.press(page.getByRole("button", { name: "Create the course" }));
  await me.fill(page.getByLabel("New lesson"), "One neuron");
  await me.press(page.getByRole("button", { name: "Add the lesson" }));

  await me.press(text.getByText("## First heading"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Shift+End");
  await me.type(exercise);
  const z = preview.getByRole("textbox", { name: /weighted sum/ });
  await me.fill(z, "1000");
  await me.press(preview.getByRole("button", { name: "Check" }));
  await expect(preview.getByText("Not right")).toBeVisible();
  await me.press(page.getByRole("button", { name: "The next set" }));

  await me.goBefore(text.getByText("</Exercise>"));
  await me.type(`  ${second}`);
  await expect(preview.getByRole("textbox", { name: /Its output/ })).toBeVisible();
  await me.goBefore(text.getByText("</Exercise>"));
  await me.type(help);
  await expect(page.getByText("Nothing to mend.")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await me.press(page.getByRole("link", { name: "First steps" }));
  await me.press(page.getByRole("link", { name: "Settings" }));
  await me.press(page.getByRole("checkbox", { name: /A draft/ }));
  await me.press(page.getByRole("button", { name: "Save", exact: true }));
  await me.press(page.getByRole("link", { name: "Lessons" }));
  await me.fill(page.getByLabel("What changed"), "My first exercise");
  await me.press(page.getByRole("button", { name: "Publish" }));
  await expect(page.getByText("Version 1 is published.")).toBeVisible({ timeout: 60_000 });
  expect(me.steps).toBeLessThanOrEqual(most);

  const student = await browser.newPage();
  await signUp(student, newEmail());
  await student.goto(`/courses/${slug}/one-neuron`);
  const card = student.locator("#exercise-one-neuron");
  const shown = await card.locator("annotation").allTextContents();
  const value = (letter: string) =>
    Number(
      shown
        .map((tex) => new RegExp(`^${letter} = \\{?(-?[\\d.]+)\\}?$`).exec(tex)?.[1])
        .find(Boolean),
    );
  const sum = value("w") * value("x") + value("b");
  await card.getByRole("textbox", { name: /weighted sum/ }).fill(sum.toFixed(2));
  await card
    .getByRole("textbox", { name: /output/ })
    .fill((1 / (1 + Math.exp(-sum))).toPrecision(4));
  await card.getByRole("button", { name: "Check all" }).click();
  await expect(card.getByText("Right", { exact: true })).toHaveCount(2);
});
