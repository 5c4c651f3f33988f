import { expect, type Page } from "@playwright/test";
import { ExerciseCard } from "./exercise-card";

export const lessonPath = "/courses/backpropagation/updating-weights-and-biases-1";

/** The lesson, with its exercises as a reader finds them. */
export class LessonPage {
  readonly order: ExerciseCard;
  readonly choice: ExerciseCard;
  readonly loss: ExerciseCard;
  readonly gradients: ExerciseCard;

  constructor(readonly page: Page) {
    this.order = new ExerciseCard(page, "iteration-order");
    this.choice = new ExerciseCard(page, "iteration-choice");
    this.loss = new ExerciseCard(page, "ce-loss");
    this.gradients = new ExerciseCard(page, "output-gradients");
  }

  /** Opens the lesson and waits until its scripts run. */
  async open(): Promise<void> {
    await this.page.goto(lessonPath);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Scripts run, and the list to be sorted and the matrix have their own, which load when one comes near them. It goes
   *  by addresses: to look for names in pages this large takes longer than to load them. */
  async ready(): Promise<void> {
    await this.order.root.scrollIntoViewIfNeeded();
    await expect(this.order.root.locator('button[aria-label="Drag"]').first()).toBeVisible();
    const matrix = this.gradients.part("dW3").root;
    await matrix.scrollIntoViewIfNeeded();
    await expect(matrix.locator('input[aria-label^="row 1, column 1"]').first()).toBeVisible();
  }
}
