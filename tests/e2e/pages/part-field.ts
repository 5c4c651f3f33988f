import { expect, type Locator } from "@playwright/test";

export type Verdict = "Right" | "Partly right" | "Not right" | "Could not be read";

/** One part of an exercise as a reader meets it: its field, and what is said about it. */
export class PartField {
  readonly root: Locator;
  readonly feedback: Locator;

  constructor(exercise: Locator, id: string) {
    this.root = exercise.locator(`div:has(> div > #${id}-label)`);
    this.feedback = exercise.locator(`#${id}-feedback`);
  }

  /** The field of a number. */
  get number(): Locator {
    return this.root.getByRole("textbox");
  }

  /** A cell of a matrix; rows and columns count from 1. */
  cell(row: number, column: number): Locator {
    return this.root.getByRole("textbox", { name: `row ${row}, column ${column}`, exact: true });
  }

  option(text: string): Locator {
    return this.root.getByRole("radio", { name: text });
  }

  get checkThisOne(): Locator {
    return this.root.getByRole("button", { name: "Check this one" });
  }

  /** Leaves the grid of a matrix with so many rows and columns. */
  async reshape(rows: number, columns: number): Promise<void> {
    await this.step("row", rows);
    await this.step("column", columns);
  }

  /** Types a matrix into a grid of its shape. */
  async fillCells(rows: readonly (readonly (number | string)[])[]): Promise<void> {
    await this.reshape(rows.length, rows[0]?.length ?? 1);
    for (const [i, row] of rows.entries()) {
      for (const [j, cell] of row.entries()) await this.cell(i + 1, j + 1).fill(String(cell));
    }
  }

  async says(verdict: Verdict, message?: string | RegExp): Promise<void> {
    await expect(this.feedback.getByText(verdict, { exact: true }).first()).toBeVisible();
    if (message !== undefined) await expect(this.feedback).toContainText(message);
  }

  async saysNothing(): Promise<void> {
    await expect(this.feedback).toBeEmpty();
  }

  private async step(thing: "row" | "column", wanted: number): Promise<void> {
    const count = this.root.getByText(new RegExp(`^\\d+ ${thing}s?$`));
    let now = Number.parseInt((await count.textContent()) ?? "", 10);
    while (now !== wanted) {
      const name = now < wanted ? `Add a ${thing}` : `Remove the last ${thing}`;
      await this.root.getByRole("button", { name }).click();
      now += now < wanted ? 1 : -1;
      await expect(count).toHaveText(new RegExp(`^${now} `));
    }
  }
}
