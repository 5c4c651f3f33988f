import { expect, type Locator, type Page } from "@playwright/test";
import { PartField } from "./part-field";
import { ageReviews } from "./records";

/** The page of what is due, and the sitting that begins there. */
export class ReviewPage {
  readonly begin: Locator;
  readonly followUp: Locator;
  readonly next: Locator;

  constructor(private readonly page: Page) {
    this.begin = page.getByRole("link", { name: "Begin", exact: true });
    this.followUp = page.getByRole("region", { name: "One thing at a time" });
    this.next = page.getByRole("link", { name: "Next exercise" });
  }

  async open(): Promise<void> {
    await this.page.goto("/review");
  }

  /** As if the learner came back after so many days. */
  async daysPass(days: number): Promise<void> {
    const cookies = await this.page.context().cookies();
    await ageReviews(cookies.find(({ name }) => name === "guest")?.value ?? "", days);
  }

  /** What the table says of a skill: how well it is remembered, and when it is due. */
  async says(skill: string, remembered: string | RegExp, due: string): Promise<void> {
    const row = this.page
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: skill, exact: true }) });
    await expect(row.getByRole("cell")).toHaveText([remembered, due]);
  }

  /** What the line above every page counts. */
  async countsDue(count: number): Promise<void> {
    const link = this.page.getByRole("navigation", { name: "Site" }).getByRole("link", {
      name: /^Review/,
    });
    await expect(link).toHaveText(count > 0 ? `Review${count} due` : "Review");
  }

  async isAt(place: string, title: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 2, name: place })).toBeVisible();
    await expect(this.exercise(title)).toBeVisible();
  }

  exercise(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  /** The only part of an exercise of the sitting. */
  part(title: string, id: string): PartField {
    return new PartField(this.exercise(title), id);
  }

  async check(title: string): Promise<void> {
    await this.exercise(title).getByRole("button", { name: "Check", exact: true }).click();
  }
}
