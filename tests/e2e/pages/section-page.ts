import type { Locator, Page } from "@playwright/test";

/** What the table says of one student in one exercise. */
export interface ShownScore {
  readonly best: string;
  readonly first: string;
  readonly attempts: number;
}

/** The page of a section, as its instructor finds it. */
export class SectionPage {
  readonly table: Locator;
  readonly find: Locator;
  readonly download: Locator;
  /** How far the students are: a row a lesson, or an exercise of the one that is open. */
  readonly progress: Locator;
  /** The way to how sure the section is of each skill. */
  readonly skills: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole("group", { name: /^Scores of the section/ }).getByRole("table");
    this.find = page.getByRole("searchbox", { name: "Find a student" });
    this.skills = page.getByRole("link", { name: /^Where the section is unsure/ });
    this.progress = page.getByRole("region", { name: "Progress" });
    this.download = page.getByRole("link", { name: "Practice scores as CSV" });
  }

  /** Goes to the demo's section by way of the list, and waits until its scripts run. */
  async open(): Promise<void> {
    await this.page.goto("/sections");
    await this.page.getByRole("link", { name: "Demo section" }).click();
    await this.page.getByRole("heading", { name: "Demo section" }).waitFor();
    await this.page.waitForLoadState("networkidle");
  }

  /** The links to the lessons, where none is open. */
  lessons(): Locator {
    return this.progress.getByRole("listitem").getByRole("link");
  }

  /** Opens the scores of a lesson's exercises. */
  async openLesson(number: number): Promise<void> {
    await this.lessons()
      .filter({ hasText: new RegExp(`^${number}\\. `) })
      .click();
    await this.page.waitForURL(/\?lesson=/);
    await this.page.waitForLoadState("networkidle");
  }

  /** Goes back to all lessons. */
  async closeLesson(): Promise<void> {
    await this.progress.getByRole("link", { name: "All lessons" }).click();
    await this.lessons().filter({ hasText: /^1\. / }).waitFor();
  }

  /** The link in a column's head, which sorts by it. */
  sortBy(column: string): Locator {
    return this.column(column).getByRole("link", { name: column, exact: true });
  }

  column(name: string): Locator {
    return this.table.getByRole("columnheader").filter({ hasText: name });
  }

  /** The link in a student's cell of an open lesson, which leads to what they sent. */
  score(student: string, exercise: string): Locator {
    return this.table.getByRole("link", { name: `${student}, ${exercise}:` });
  }

  /** The students as they stand, from the top. */
  async students(): Promise<string[]> {
    const names = await this.rows().getByRole("rowheader").allInnerTexts();
    return names.map((text) => text.split("\n")[0] ?? "");
  }

  /** All scores as shown, lesson by lesson: by email, then by exercise; null where nothing was sent. */
  async scores(): Promise<Record<string, Record<string, ShownScore | null>>> {
    const scores: Record<string, Record<string, ShownScore | null>> = {};
    const count = await this.lessons().count();
    for (let i = 0; i < count; i++) {
      await this.lessons().nth(i).click();
      await this.page.waitForURL(/\?lesson=/);
      await this.progress.getByRole("link", { name: "All lessons" }).waitFor();
      for (const [email, line] of Object.entries(await this.scoresOfLesson())) {
        scores[email] = { ...scores[email], ...line };
      }
      await this.closeLesson();
    }
    return scores;
  }

  /** Read at once: cell by cell, a browser is asked some hundred times a lesson. */
  private async scoresOfLesson(): Promise<Record<string, Record<string, ShownScore | null>>> {
    const [heads = [], ...lines] = await this.table.evaluate((table: HTMLTableElement) =>
      [...table.rows].map((row) =>
        [...row.cells].map((cell) => ({
          text: cell.innerText,
          title: cell.querySelector("a")?.title ?? "",
        })),
      ),
    );
    const exercises = heads.slice(2).map(({ text }) => text.trim());
    return Object.fromEntries(
      lines.map(([student, ...cells]) => {
        const shown = cells.slice(1).map(shownScore);
        const email = student?.text.split("\n")[1] ?? "";
        return [email, Object.fromEntries(exercises.map((name, i) => [name, shown[i] ?? null]))];
      }),
    );
  }

  private rows(): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }
}

/** "100 % · 1", with the first try in the words that come when it is pointed at. */
function shownScore({ text, title }: { text: string; title: string }): ShownScore | null {
  if (text.trim() === "–") return null;
  const [best = "", attempts = ""] = text.split("·").map((word) => word.trim());
  const [, first = ""] = /First try (.*?),/.exec(title) ?? [];
  return { best, first, attempts: Number(attempts) };
}
