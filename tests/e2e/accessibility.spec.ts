import { demo, signIn } from "./pages/accounts";
import { LessonPage } from "./pages/lesson-page";
import { isSound, isSoundIn, looks } from "./pages/sound";
import { expect, test } from "./test";

for (const look of looks) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("the map of skills is sound, for a beginner and with a skill chosen", async ({ page }) => {
      test.slow();
      await page.goto("/progress");
      await isSound(page);
      await signIn(page, demo.turnsSigns, "/progress");
      await page
        .getByRole("link", { name: /^Gradients of weights and biases (shaky|getting there)/ })
        .click();
      await expect(page.getByRole("region", { name: "Gradients of weights" })).toBeVisible();
      for (const fold of await page.locator("details").all()) {
        await fold.evaluate((element) => element.setAttribute("open", ""));
      }
      await isSound(page);
    });

    test("the account page is sound", async ({ page }) => {
      await signIn(page, demo.idleStudent, "/account");
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

test("a lesson is sound with its answers, read and unread", async ({ page }) => {
  test.setTimeout(180_000);
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.choice.part("sequence").option("1, 4, 2, 5, 3").check();
  await lesson.choice.check.click();
  await lesson.choice.part("sequence").says("Not right");
  await lesson.gradients.part("dp").number.fill("a lot");
  await lesson.gradients.check.click();
  await lesson.gradients.part("dp").says("Could not be read");
  for (const details of await page.locator("details").all()) {
    await details.evaluate((element) => element.setAttribute("open", ""));
  }
  await isSoundIn(looks, page);
  await page.goto("/progress");
  await page.getByRole("link", { name: /attempt/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await isSoundIn(looks, page);
});
