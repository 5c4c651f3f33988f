import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The looks that every page must be sound in: by day at a desk, by night on a phone. What colours do hangs on the scheme
 *  alone and what boxes do on the width alone, so the other two pairs would find nothing more. */
export const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

/** axe finds nothing, and nothing but the page's own boxes scrolls sideways. What KaTeX makes of a formula is left out:
 *  it has the colour of the words around it and nothing to press, and is most of a lesson's elements. */
export async function isSound(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page })
    .exclude(".katex")
    .options({ resultTypes: ["violations"] })
    // There are no frames to look into; without them axe is twice as fast.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join("; ")}`,
  );
  const { colorScheme, scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const colorScheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return { colorScheme, scrollWidth, clientWidth };
  });
  const where = `${page.url()}, ${colorScheme}, ${clientWidth} px`;
  expect(found, where).toEqual([]);
  expect(scrollWidth, `${where} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
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
