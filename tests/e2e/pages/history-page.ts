import type { Locator, Page } from "@playwright/test";

/** What was sent to one exercise. */
export class HistoryPage {
  constructor(private readonly page: Page) {}

  /** What was done with the n-th numbers. */
  numbers(n: number): Locator {
    return this.page.getByRole("region", { name: `Numbers ${n}`, exact: true });
  }

  /** The submissions with the n-th numbers, the latest first. */
  sent(n: number): Locator {
    return this.numbers(n).locator("> ol > li");
  }
}
