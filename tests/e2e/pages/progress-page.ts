import { expect, type Locator, type Page } from "@playwright/test";

/** The page of one's own progress. */
export class ProgressPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/progress");
  }

  /** A skill in the map, which leads to its exercises. */
  skill(title: string): Locator {
    return this.page
      .getByRole("region", { name: "Skills" })
      .getByRole("link", { name: new RegExp(`^${title} `) });
  }

  /** The fold of a lesson. */
  lesson(title: string): Locator {
    return this.page
      .locator("details")
      .filter({ has: this.page.locator("summary", { hasText: title }) });
  }

  /** What the table says of an exercise, unfolded if it is not. */
  async says(
    title: string,
    { best, first, attempts }: { best: string; first: string; attempts: string },
  ): Promise<void> {
    const fold = this.page
      .locator("details")
      .filter({ has: this.page.locator("td a", { hasText: title }) });
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
    const row = this.page
      .getByRole("row")
      .filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
    await expect(row.getByRole("cell")).toHaveText([title, best, first, attempts]);
  }

  async tellsNext(words: string): Promise<void> {
    await expect(this.page.getByRole("main").getByText(words)).toBeVisible();
  }

  /** The number of attempts, which leads to what was sent. */
  attempts(title: string): Locator {
    return this.page.getByRole("link", { name: `attempts at ${title}` });
  }
}
