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

  constructor(private readonly page: Page) {
    this.table = page.getByRole("group", { name: /^Scores of the section/ }).getByRole("table");
    this.find = page.getByRole("searchbox", { name: "Find a student" });
    this.download = page.getByRole("link", { name: "Download as CSV" });
  }

  /** Goes to the demo's section by way of the list, and waits until its scripts run. */
  async open(): Promise<void> {
    await this.page.goto("/sections");
    await this.page.getByRole("link", { name: "Demo section" }).click();
    await this.page.getByRole("heading", { name: "Demo section" }).waitFor();
    await this.page.waitForLoadState("networkidle");
  }

  /** The button in a column's head, which sorts by it. */
  sortBy(column: string): Locator {
    return this.table.getByRole("columnheader").getByRole("button", { name: column });
  }

  column(name: string): Locator {
    return this.table.getByRole("columnheader").filter({ hasText: name });
  }

  /** The link in a student's cell, which leads to what they sent. */
  score(student: string, exercise: string): Locator {
    return this.table.getByRole("link", { name: `${student}, ${exercise}:` });
  }

  /** The students as they stand, from the top. */
  async students(): Promise<string[]> {
    const names = await this.rows().getByRole("rowheader").allInnerTexts();
    return names.map((text) => text.split("\n")[0] ?? "");
  }

  /** All scores as shown: by email, then by exercise; null where nothing was sent. */
  async scores(): Promise<Record<string, Record<string, ShownScore | null>>> {
    const heads = await this.table.getByRole("columnheader").allInnerTexts();
    const exercises = heads.slice(2);
    const scores: Record<string, Record<string, ShownScore | null>> = {};
    for (const row of await this.rows().all()) {
      const [, email = ""] = (await row.getByRole("rowheader").innerText()).split("\n");
      const cells = await row.getByRole("cell").all();
      const shown = await Promise.all(cells.slice(1).map(shownScore));
      scores[email] = Object.fromEntries(exercises.map((name, i) => [name, shown[i] ?? null]));
    }
    return scores;
  }

  private rows(): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }
}

/** "100 % · 1", with the first try in the words that come when it is pointed at. */
async function shownScore(cell: Locator): Promise<ShownScore | null> {
  const text = await cell.innerText();
  if (text.trim() === "–") return null;
  const [best = "", attempts = ""] = text.split("·").map((word) => word.trim());
  const title = (await cell.getByRole("link").getAttribute("title")) ?? "";
  const [, first = ""] = /First try (.*?),/.exec(title) ?? [];
  return { best, first, attempts: Number(attempts) };
}
