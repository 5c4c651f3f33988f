import { expect, test } from "@playwright/test";
import { ExploreFigure, placedFigures } from "./pages/explore-figure";

const phone = { viewport: { width: 390, height: 844 } } as const;

for (const { path, title, first: isFirst } of placedFigures) {
  test(`${title}: it wakes for a reader who comes near, moves by keyboard, and its words follow`, async ({
    page,
  }) => {
    // Each thing is moved, announced and put back.
    test.slow();
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(request.url());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const figure = new ExploreFigure(page, title);
    if (!isFirst) await expect(figure.startAgain).toBeDisabled();
    const atFirst = scripts.length;
    const height = await figure.root.evaluate((element) => element.clientHeight);
    await figure.approach();
    if (!isFirst) expect(scripts.length).toBeGreaterThan(atFirst);
    expect(await figure.root.evaluate((element) => element.clientHeight)).toBe(height);

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

    await page.setViewportSize(phone.viewport);
    for (const movable of await figure.movables()) {
      const thumb = await movable.evaluate((element) =>
        Math.max(
          ...[element, element.closest("label") ?? element].map(
            (one) => one.getBoundingClientRect().height,
          ),
        ),
      );
      const which = await movable.evaluate((element) => element.outerHTML);
      expect(thumb, which).toBeGreaterThanOrEqual(24);
    }
  });
}

test("Tab comes to a figure that is far away and asleep, and goes on into it", async ({ page }) => {
  const [{ path, title }] = placedFigures;
  await page.goto(path, { waitUntil: "networkidle" });
  const { root, startAgain } = new ExploreFigure(page, title);
  await expect(startAgain).toBeDisabled();
  await root.evaluate((figure) => {
    const before = [...document.querySelectorAll<HTMLElement>("main a[href], main button")].filter(
      (one) =>
        one.checkVisibility() &&
        one.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    before.at(-1)?.focus({ preventScroll: true });
  });
  await expect(startAgain).toBeDisabled();
  await page.keyboard.press("Tab");
  await expect(root.locator("input, select").first()).toBeFocused();
});

test("without scripts the figures stand with their numbers, and offer nothing to move", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { path, title } of placedFigures) {
    await page.goto(path);
    const figure = new ExploreFigure(page, title);
    await expect(figure.root.getByRole("img").first()).toBeVisible();
    await expect(figure.words).toHaveText(/\d/);
    for (const role of ["slider", "button"] as const) {
      await expect(figure.root.getByRole(role)).toHaveCount(0);
    }
  }
  await context.close();
});

test("a click on the diagram chooses the weight that stands there", async ({ page }) => {
  await page.goto("/courses/backpropagation/feedforward");
  const figure = new ExploreFigure(page, "A network to move");
  await figure.approach();
  const number = await figure.root.getByText("0.8", { exact: true }).first().boundingBox();
  if (!number) throw new Error("the diagram has no 0.8");
  await page.mouse.click(number.x + number.width / 2, number.y + number.height / 2);
  await expect(figure.root.getByRole("combobox")).toHaveValue("1.2.2");
  await expect(figure.root.getByRole("slider")).toHaveAttribute("aria-valuetext", "0.8");
});
