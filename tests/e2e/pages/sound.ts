import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The looks that every page must be sound in: both schemes, at a desk and on a phone. */
export const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

/** axe finds nothing, on the page or in one part of it, and nothing but the page's own boxes scrolls sideways. KaTeX's drawing of a formula is left out:
 *  it is hidden from screen readers, has the colour of the words around it, and is most of a lesson's elements. */
export async function isSound(page: Page, within = "html"): Promise<void> {
  const axe = new AxeBuilder({ page })
    .include(within)
    .exclude(".katex-html")
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
