import { type Browser, expect, type Page } from "@playwright/test";
import { PartField, type Verdict } from "../pages/part-field";

/** One of the section's students, in a browser of their own. */
export class TermStudent {
  private constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  /** Opens their account by the link that the instructor handed them. */
  static async claim(browser: Browser, name: string, link: string): Promise<TermStudent> {
    const context = await browser.newContext({ baseURL: new URL(link).origin });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel("Choose a password").fill("four random words here");
    await page.getByRole("button", { name: "Open my account" }).click();
    await page.waitForURL(/\/courses\//);
    return new TermStudent(name, page);
  }

  /** Goes to the exercise that is open in the lecture, by the way that a student finds it. */
  async openLive(): Promise<void> {
    await this.page.goto("/sections");
    await this.page.getByRole("link", { name: "Answer it" }).click();
    await this.page.waitForURL("**/live/answer");
  }

  /** Of these exercises, the one that they drew. */
  async drawn<Slug extends string>(...slugs: readonly Slug[]): Promise<Slug> {
    for (const slug of slugs) if ((await this.card(slug).count()) > 0) return slug;
    throw new Error(`${this.name} has none of ${slugs.join(", ")}`);
  }

  /** Answers an exercise of the open page with something worked out from their own number. */
  async answer(slug: string, from: (a: number) => number, verdict: Verdict): Promise<void> {
    const card = this.card(slug);
    const text = ((await card.textContent()) ?? "").replaceAll(/\s/g, "");
    const a = Number(/a=(\d\d)/.exec(text)?.[1]);
    const part = this.part(slug);
    await part.number.fill(String(from(a)));
    await card.getByRole("button", { name: /^Check( all)?$/ }).click();
    await part.says(verdict);
  }

  async hasPoints(slug: string, points: string): Promise<void> {
    await expect(this.card(slug).getByText(points)).toBeVisible();
  }

  part(slug: string): PartField {
    return new PartField(this.card(slug), `${slug}-it`);
  }

  private card(slug: string) {
    return this.page.locator(`#exercise-${slug}`);
  }
}
