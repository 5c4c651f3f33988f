import { expect, test } from "@playwright/test";
import { ExploreFigure, placedFigures } from "./pages/explore-figure";
import { isSound } from "./pages/sound";

/** The narrowest and darkest; the walk through the course has every page in all looks. */
const phone = { colorScheme: "dark", viewport: { width: 390, height: 844 } } as const;

for (const { path, title } of placedFigures) {
  test.describe(title, () => {
    test("a reader moves everything by keyboard, and drawing and words follow", async ({
      page,
    }) => {
      // Each thing is moved, announced and put back.
      test.slow();
      await page.goto(path);
      const figure = new ExploreFigure(page, title);
      await figure.approach();
      const first = await figure.state();
      for (const movable of await figure.movables()) {
        await figure.move(movable);
        await expect
          .poll(() => figure.state(), { message: await movable.innerHTML() })
          .not.toBe(first);
        await expect(figure.status).toHaveText((await figure.words.textContent()) ?? "");
        await figure.startAgain.press("Enter");
        await expect.poll(() => figure.state()).toBe(first);
      }
    });

    test("its script comes only to a reader who comes near, and shifts nothing", async ({
      page,
    }) => {
      const scripts: string[] = [];
      page.on("request", (request) => {
        if (request.resourceType() === "script") scripts.push(request.url());
      });
      await page.goto(path, { waitUntil: "networkidle" });
      const figure = new ExploreFigure(page, title);
      await expect(figure.startAgain).toBeDisabled();
      const atFirst = scripts.length;
      const height = await figure.root.evaluate((element) => element.clientHeight);
      await figure.approach();
      expect(scripts.length).toBeGreaterThan(atFirst);
      expect(await figure.root.evaluate((element) => element.clientHeight)).toBe(height);
    });

    test("without scripts it stands with its numbers, and offers nothing to move", async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(path);
      const figure = new ExploreFigure(page, title);
      await expect(figure.root.getByRole("img").first()).toBeVisible();
      await expect(figure.words).toHaveText(/\d/);
      for (const role of ["slider", "button"] as const) {
        await expect(figure.root.getByRole(role)).toHaveCount(0);
      }
      await context.close();
    });

    test("is sound on a phone, and can be moved by a thumb", async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, ...phone });
      const page = await context.newPage();
      await page.goto(path);
      const figure = new ExploreFigure(page, title);
      await figure.approach();
      await isSound(page, "figure");
      for (const movable of await figure.movables()) {
        const height = await movable.evaluate(
          (element) => (element.closest("label") ?? element).getBoundingClientRect().height,
        );
        expect(
          height,
          await movable.evaluate((element) => element.outerHTML),
        ).toBeGreaterThanOrEqual(24);
      }
      await context.close();
    });
  });
}

test("a click on the diagram chooses the weight that stands there", async ({ page }) => {
  await page.goto(placedFigures[1].path);
  const figure = new ExploreFigure(page, placedFigures[1].title);
  await figure.approach();
  const number = await figure.root.getByText("0.8", { exact: true }).first().boundingBox();
  if (!number) throw new Error("the diagram has no 0.8");
  await page.mouse.click(number.x + number.width / 2, number.y + number.height / 2);
  await expect(figure.root.getByRole("combobox")).toHaveValue("1.2.2");
  await expect(figure.root.getByRole("slider")).toHaveAttribute("aria-valuetext", "0.8");
});
