import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { LessonPage } from "./pages/lesson-page";
import { expect, test } from "./test";

const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const look of looks) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("the lesson is sound before and after it is answered", async ({ page }) => {
      test.setTimeout(120_000);
      const lesson = new LessonPage(page);
      await lesson.open();
      await isSound(page);
      await lesson.choice.part("sequence").option("1, 4, 2, 5, 3").check();
      await lesson.choice.check.click();
      await lesson.choice.part("sequence").says("Not right");
      await lesson.gradients.part("dp").number.fill("a lot");
      await lesson.gradients.check.click();
      await lesson.gradients.part("dp").says("Could not be read");
      for (const details of await page.locator("details").all()) {
        await details.evaluate((element) => element.setAttribute("open", ""));
      }
      await isSound(page);
      await page.goto("/progress");
      await isSound(page);
      await page.getByRole("link", { name: /attempt/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await isSound(page);
    });

    test("the map of skills is sound, for a beginner and with a skill chosen", async ({ page }) => {
      test.slow();
      await page.goto("/progress");
      await isSound(page);
      await signIn(page, demo.turnsSigns, "/progress");
      await page.getByRole("link", { name: /^Gradients of weights and biases shaky/ }).click();
      await expect(page.getByRole("region", { name: "Gradients of weights" })).toBeVisible();
      for (const fold of await page.locator("details").all()) {
        await fold.evaluate((element) => element.setAttribute("open", ""));
      }
      await isSound(page);
    });

    test("the pages around it are sound", async ({ page }) => {
      for (const path of [
        "/",
        "/sign-up",
        "/nowhere",
        "/courses/backpropagation/glossary",
        "/review",
      ]) {
        await page.goto(path);
        await isSound(page);
      }
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill("nobody@nowhere.test");
      await page.getByLabel("Password").fill("not this one");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByRole("alert").filter({ hasText: "No account" })).toBeVisible();
      await isSound(page);
    });

    test("an instructor's pages are sound", async ({ page }) => {
      await page.goto("/sections");
      await page.getByLabel("Email").fill("ines@demo.test");
      await page.getByLabel("Password").fill("chainrule-demo");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL("**/sections");
      await isSound(page);
      await page.getByRole("link", { name: /Demo section/ }).click();
      await page.getByRole("button", { name: "Student" }).click();
      await isSound(page);
      await page.getByRole("link", { name: /^4\. / }).click();
      await page.waitForURL(/\?lesson=/);
      await isSound(page);
      await page.getByRole("link", { name: /^Amara Okafor, Gradients/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Gradients at the output layer",
      );
      await isSound(page);
    });
  });
}

/** axe finds nothing, and nothing but the page's own boxes scrolls sideways. */
async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`,
  );
  expect(found, page.url()).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
}
