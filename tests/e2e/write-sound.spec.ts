import { randomUUID } from "node:crypto";
import { demo, signIn } from "./pages/accounts";
import { isSound, looks } from "./pages/sound";
import { expect, test } from "./test";

for (const look of looks) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("the pages for writing, the bank and the docs are sound", async ({ page }) => {
      test.slow();
      await signIn(page, demo.instructor);
      const slug = `sound-${randomUUID().slice(0, 8)}`;
      await page.goto("/write/new");
      await isSound(page);
      await page.getByLabel("Title").fill("Sound");
      await page.getByLabel("Address").fill(slug);
      await page.getByLabel("Summary").fill("All of it.");
      await page.getByRole("button", { name: "Create the course" }).click();
      await page.getByLabel("New lesson").fill("One");
      await page.getByRole("button", { name: "Add the lesson" }).click();
      const text = page.getByRole("textbox", { name: "The lesson’s text" });
      await text.click();
      await page.keyboard.press("Control+End");
      await page.keyboard.insertText(
        '\n<Exercise id="e" title="Twice">\n  <Given name="a" value={integer(2, 9)} />\n  <Numeric name="n" label="$2 \\cdot \\val{a}$" answer={2 * a} />\n</Exercise>\n',
      );
      await expect(page.getByText("Nothing to mend.")).toBeVisible();
      await isSound(page);
      for (const path of [
        "",
        "/lessons/01-one/check",
        "/history",
        "/reviews",
        "/settings",
        "/files",
        "/yaml/course.yaml",
      ]) {
        await page.goto(`/write/${slug}${path}`);
        await isSound(page);
      }
      for (const path of ["/write", "/bank", "/docs", "/docs/grading", "/docs?q=softmax"]) {
        await page.goto(path);
        await isSound(page);
      }
    });
  });
}

test("a lesson is written, mended and left by the keyboard alone", async ({ page }) => {
  await signIn(page, demo.instructor);
  const slug = `keys-${randomUUID().slice(0, 8)}`;
  await page.goto("/write/new");
  await page.getByLabel("Title").focus();
  for (const words of ["By keys", slug, "No mouse."]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByLabel("New lesson").focus();
  await page.keyboard.type("One");
  await page.keyboard.press("Enter");
  const text = page.getByRole("textbox", { name: "The lesson’s text" });
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\nThe value is {lgo(2)}.");
  const toMend = page.getByRole("region", { name: "To mend" });
  await expect(toMend.getByRole("listitem")).toHaveCount(1);
  await expect(toMend.getByRole("button", { name: "Change to log" })).toBeVisible();
  const issue = toMend.getByRole("button").first();
  // Out of the editor, to what is to be mended, and back to its place.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(issue).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
});
