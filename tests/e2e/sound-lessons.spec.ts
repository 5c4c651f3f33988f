import { expect, test } from "@playwright/test";
import { oracles } from "../oracles/course";
import { isSoundIn, looks } from "./pages/sound";

for (const lesson of Object.keys(oracles)) {
  test(`${lesson} is sound at a desk by day, and on a phone by night`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(`/courses/backpropagation/${lesson}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const button of await page.getByRole("button", { name: "Show all" }).all()) {
      await button.click();
    }
    await isSoundIn(looks, page);
  });
}
