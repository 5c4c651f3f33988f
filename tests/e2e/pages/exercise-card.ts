import { expect, type Locator, type Page } from "@playwright/test";
import { PartField } from "./part-field";
import { StepsToOrder } from "./steps-to-order";

/** The lesson's exercises: each by its address on the page, with its title. */
export const titles = {
  "iteration-order": "One iteration, step by step",
  "iteration-choice": "One iteration, three examples",
  "ce-loss": "Cross-entropy of a prediction",
  "output-gradients": "Gradients at the output layer",
  "what-stays": "What stays when the example changes",
} as const;

export type Slug = keyof typeof titles;

/** An exercise on a lesson's page. */
export class ExerciseCard {
  readonly root: Locator;
  readonly check: Locator;
  readonly newNumbers: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: Slug,
  ) {
    // By its address, not its role: a lesson has tens of thousands of elements to look for roles in.
    this.root = page.locator(`#exercise-${slug}`);
    this.check = this.root.getByRole("button", { name: /^Check( all)?$/ });
    this.newNumbers = this.root.getByRole("button", { name: "New numbers" });
  }

  part(name: string): PartField {
    return new PartField(this.root, `${this.slug}-${name}`);
  }

  steps(): StepsToOrder {
    return new StepsToOrder(this.page, this.part("order").root);
  }

  /** The way on, once there is nothing left to do here. */
  get next(): Locator {
    return this.root.getByRole("link", { name: /^(Next exercise|Finish the lesson)$/ });
  }

  /** What the help is folded into once everything is right. */
  get helpFold(): Locator {
    return this.root.getByText("Hints and the worked solution");
  }

  get takeHint(): Locator {
    return this.root.getByRole("button", { name: /^Take (a|another) hint$/ });
  }

  /** Asks for the worked solution: behind a fold, another one once everything is right. */
  async openSolution(): Promise<void> {
    if ((await this.helpFold.count()) > 0) await this.helpFold.click();
    const fold = this.root.getByText("Show the worked solution …");
    if ((await fold.count()) > 0) await fold.click();
    await this.root.getByRole("button", { name: /^Show (it|the worked solution)$/ }).click();
    await expect(this.root.getByRole("region", { name: /Worked solution/ })).toBeVisible();
  }

  /** Which numbers these are, counted from 1. */
  async hasNumbers(count: number): Promise<void> {
    await expect(this.root.getByText(`Exercise · your numbers, set ${count}`)).toBeVisible();
  }

  async hasPoints(earned: number, possible: number): Promise<void> {
    await expect(this.root.getByText(`${earned} / ${possible} point`)).toBeVisible();
  }

  /** What is told of the whole exercise: to screen readers, and to all when something went wrong. */
  async tells(words: string | RegExp): Promise<void> {
    await expect(this.root.locator("form > [role=status]")).toHaveText(words);
  }
}
