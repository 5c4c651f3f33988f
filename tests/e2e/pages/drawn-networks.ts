import type { Page } from "@playwright/test";

/** The diagrams in sight that do not fit the page's width, or their own box, each in words. Figures wake, and fields come,
 *  while the page is scrolled past them. */
export async function diagramsTooWide(page: Page): Promise<{ seen: number; wide: string[] }> {
  return page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((done) => requestAnimationFrame(done));
    }
    const room = document.documentElement.clientWidth;
    const drawings = [...document.querySelectorAll("svg[role=img]")].filter((one) =>
      one.checkVisibility(),
    );
    const wide = drawings.filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      const box = one.parentElement!.getBoundingClientRect();
      return left < 0 || right > room || right > box.right + 1 || left < box.left - 1;
    });
    return { seen: drawings.length, wide: wide.map((one) => one.getAttribute("aria-label") ?? "") };
  });
}

/** What is wider than the paper, or hidden on it, in words. */
export async function cutOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll(".katex-base, svg, table, pre, input")].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().right > room + 1,
    );
    const hidden = [...document.querySelectorAll("[data-step], [data-line]")].filter(
      (one) => !one.checkVisibility(),
    );
    return [...wide, ...hidden].map((one) => (one.textContent ?? "").slice(0, 80));
  });
}
