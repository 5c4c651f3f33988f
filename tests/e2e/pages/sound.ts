import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The looks that every page must be sound in: by day at a desk, by night on a phone. What colours do hangs on the scheme
 *  alone and what boxes do on the width alone, so the other two pairs would find nothing more. */
export const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

/** The second alone, for what one look is enough for: a desk's is what tests begin with. */
export const phone = [looks[1]] as const;

/** axe finds nothing, and nothing but the page's own boxes scrolls sideways. */
export async function isSound(page: Page): Promise<void> {
  const where = await fits(page);
  const emptied = await page.evaluateHandle(emptyFormulas);
  const axe = new AxeBuilder({ page })
    .exclude(".katex")
    .options({ resultTypes: ["violations"] })
    // There are no frames to look into; without them axe is twice as fast.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  await emptied.evaluate((formulas) => {
    for (const [formula, { html, style }] of formulas) {
      formula.innerHTML = html;
      formula.setAttribute("style", style);
    }
  });
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`,
  );
  expect(found, where).toEqual([]);
}

/** Nothing makes the page itself scroll sideways; gives the page and its look in words. */
async function fits(page: Page): Promise<string> {
  const { colorScheme, scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const colorScheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return { colorScheme, scrollWidth, clientWidth };
  });
  const where = `${page.url()}, ${colorScheme}, ${clientWidth} px`;
  expect(scrollWidth, `${where} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
  return where;
}

/** Takes what KaTeX makes of formulas out of the page, and leaves boxes of their sizes with their TeX: it has the colour of the words
 *  around it and nothing to press, is most of a lesson's elements, and axe walks through all that it is told to leave out. */
function emptyFormulas() {
  const shown = [...document.querySelectorAll<HTMLElement>(".katex")].filter((formula) =>
    formula.checkVisibility(),
  );
  const boxes = shown.map((formula) => formula.getBoundingClientRect());
  return shown.map((formula, i) => {
    const kept = { html: formula.innerHTML, style: formula.getAttribute("style") ?? "" };
    const { width = 0, height = 0 } = boxes[i] ?? {};
    formula.textContent = formula.querySelector("annotation")?.textContent ?? "";
    formula.style.cssText = `display: inline-block; overflow: hidden; white-space: nowrap; width: ${width}px; height: ${height}px`;
    return [formula, kept] as const;
  });
}

/** The page as it stands is sound in each of these looks. */
export async function isSoundIn(
  these: readonly (typeof looks)[number][],
  page: Page,
): Promise<void> {
  for (const { colorScheme, viewport } of these) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await isSound(page);
  }
}

/** Each of these pages is there, and sound with its folds open, in one of the looks by turns. */
export async function areSound(page: Page, paths: readonly string[]): Promise<void> {
  for (const [i, path] of paths.entries()) {
    const { colorScheme, viewport } = looks[i % looks.length]!;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect((await page.goto(path))?.status(), path).toBe(200);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    await isSound(page);
  }
}
