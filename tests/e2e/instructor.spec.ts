import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { percent } from "@/lib/ui/percent";
import { demo, fillSignIn, signIn } from "./pages/accounts";
import { titles } from "./pages/exercise-card";
import { SectionPage, type ShownScore } from "./pages/section-page";
import { shownOutputLayer } from "./pages/shown-numbers";
import { test as base, expect } from "./test";

interface Fixtures {
  /** The demo's section, open before its instructor. */
  section: SectionPage;
}

const test = base.extend<Fixtures>({
  section: async ({ page }, use) => {
    await signIn(page, demo.instructor);
    const section = new SectionPage(page);
    await section.open();
    await use(section);
  },
});

const gradients = titles["output-gradients"];
const lessonOfGradients = 4;
const byName = [
  "Amara Okafor",
  "Björn Lindqvist",
  "Chen Wei",
  "Daniela Rossi",
  "Emil Novak",
] as const;

test("an instructor sees every student's best score and attempts in every exercise", async ({
  section,
}) => {
  expect(await section.students()).toEqual(byName);
  const scores = await section.scores();
  for (const shown of Object.values(scores))
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(Object.values(titles)));
  expect(scores["amara@demo.test"]?.[gradients]).toEqual({
    best: "100 %",
    first: "100 %",
    attempts: 1,
  });
  expect(scores["bjorn@demo.test"]?.[gradients]).toMatchObject({ best: "25 %", attempts: 1 });
  expect(scores["chen@demo.test"]?.[gradients]).toBeNull();
  const daniela = Object.values(scores["daniela@demo.test"] ?? {});
  expect(daniela.map((score) => score !== null).lastIndexOf(true)).toBe(2);
  expect(new Set(Object.values(scores["emil@demo.test"] ?? {}))).toEqual(new Set([null]));
});

test("an instructor sees each lesson as a whole, opens one by keyboard, and goes back", async ({
  page,
  section,
}) => {
  const heads = async () =>
    (await section.table.getByRole("columnheader").allInnerTexts())
      .slice(2)
      .map((text) => text.trim());
  const lessons = await section.lessons().allInnerTexts();
  expect(await heads()).toEqual(lessons);
  const cells = section.table.getByRole("row", { name: /^Amara/ }).getByRole("cell");
  await expect(cells).toHaveText(["100 %", ...lessons.map(() => /^100 % · \d+$/)]);

  await section
    .lessons()
    .nth(lessonOfGradients - 1)
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?lesson=/);
  await expect(section.column(gradients)).toBeVisible();
  expect(await heads()).toEqual(expect.arrayContaining([titles["ce-loss"], gradients]));
  await expect(section.score("Amara Okafor", gradients)).toHaveText("100 % · 1");

  await section.closeLesson();
  expect(await heads()).toEqual(lessons);
});

test("one screen shows an instructor who needs them, how far all are and what goes wrong, and a mail with exercises against it", async ({
  page,
  section,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const part of ["What needs you today", "What went wrong in the last seven days"]) {
    await expect(page.getByRole("heading", { name: part })).toBeInViewport();
  }
  await expect(section.progress).toBeInViewport({ ratio: 1 });
  const row = (words: string) => page.getByRole("listitem").filter({ hasText: words }).last();
  await page.getByText("1 student has not begun").click();
  await expect(page.getByText("Emil Novak").first()).toBeVisible();
  const idle = await row("1 student has not begun")
    .getByRole("link", { name: "Write to them" })
    .getAttribute("href");
  expect(idle).toBe("mailto:?bcc=emil%40demo.test");

  const mistake = row("1 student: sign of p − y flipped");
  await mistake.getByRole("link", { name: "Addresses" }).click();
  await expect(page.getByRole("textbox", { name: "Their addresses" })).toHaveValue(
    "bjorn@demo.test",
  );
  const practice = await page.getByRole("textbox", { name: "A practice set" }).inputValue();
  await page.goto(new URL(practice).pathname + new URL(practice).search);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Practice set: sign of p − y flipped",
  );
  await page.getByRole("link", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: /^Exercise 1 of / })).toBeVisible();
});

test("an instructor sees which skills the section is least sure of, and of how many students", async ({
  page,
  section,
}) => {
  await section.skills.click();
  const table = page.getByRole("group", { name: /^Skills of the section/ }).getByRole("table");
  const rows = table.getByRole("row").filter({ has: page.getByRole("cell") });
  const sure = (await rows.getByRole("cell").filter({ hasText: "%" }).allInnerTexts()).map((text) =>
    Number.parseInt(text, 10),
  );
  expect(sure.length).toBeGreaterThan(3);
  expect(sure).toEqual(sure.toSorted((a, b) => a - b));
  await expect(rows.filter({ hasText: "Gradients of weights and biases" })).toContainText("2 of 5");
});

test("an instructor sorts by a column, both ways", async ({ section }) => {
  const stand = (order: readonly string[]) => expect.poll(() => section.students()).toEqual(order);

  await expect(section.column("Student")).toHaveAttribute("aria-sort", "ascending");
  await stand(byName);
  await section.sortBy("Student").click();
  await expect(section.column("Student")).toHaveAttribute("aria-sort", "descending");
  await stand(byName.toReversed());

  await section.openLesson(lessonOfGradients);
  await section.sortBy(gradients).click();
  await expect(section.column(gradients)).toHaveAttribute("aria-sort", "descending");
  await expect(section.column("Student")).not.toHaveAttribute("aria-sort");
  const [first, second] = await section.students();
  expect([first, second]).toEqual(["Amara Okafor", "Björn Lindqvist"]);
});

test("an instructor finds a student by a part of the name or the email", async ({
  page,
  section,
}) => {
  const stand = (order: readonly string[]) => expect.poll(() => section.students()).toEqual(order);

  const find = async (words: string) => {
    await section.find.fill(words);
    await section.find.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("find") === words);
  };
  await find("LIND");
  await stand(["Björn Lindqvist"]);
  await find("daniela@");
  await stand(["Daniela Rossi"]);
  await find("nobody of that name");
  await stand([]);
  await find("");
  await stand(byName);
});

test("an instructor reads what a student typed, the verdicts, and the exercise with that student's numbers", async ({
  page,
  section,
}) => {
  const read = async (student: string) => {
    await section.open();
    await section.openLesson(lessonOfGradients);
    await section.score(student, gradients).click();
    await expect(page.getByRole("heading", { level: 1, name: gradients })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`${student} · `);
    const numbers = page.getByRole("region", { name: "Numbers 1" });
    await numbers.getByText("The exercise with these numbers").click();
    await expect(numbers.getByText("This network has been fed")).toBeVisible();
    return { figures: await shownOutputLayer(numbers), parts: await partsOf(numbers) };
  };
  const right = await read("Amara Okafor");
  const wrong = await read("Björn Lindqvist");

  for (const { figures, parts } of [right, wrong]) {
    const sign = parts === right.parts ? 1 : -1;
    const dz = sign * (figures.p - figures.y);
    expect(Number(parts[2]?.typed)).toBeCloseTo(dz, 3);
    const dW = (parts[3]?.typed ?? "").match(/-?[\d.e+-]+/g)?.map(Number) ?? [];
    expect(dW).toHaveLength(3);
    for (const [i, value] of dW.entries()) expect(value).toBeCloseTo(dz * (figures.h[i] ?? 0), 3);
  }
  expect(right.parts.map(({ verdict }) => verdict)).toEqual(["Right", "Right", "Right", "Right"]);
  // With every sign turned, the last is right from the one before it all the same.
  expect(wrong.parts.map(({ verdict }) => verdict)).toEqual([
    "Not right",
    "Not right",
    "Not right",
    "Right",
  ]);
  expect(right.figures).not.toEqual(wrong.figures);
});

test("an instructor downloads the scores, cell for cell as the lessons' tables show them", async ({
  page,
  section,
}) => {
  const downloading = page.waitForEvent("download");
  await section.download.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("demo-section-practice-scores.csv");
  const csv = await readFile(await download.path(), "utf8");
  expect(csvScores(csv)).toEqual(await section.scores());
});

test("a student finds no page and no scores at an instructor's addresses", async ({
  browser,
  page,
}) => {
  const { overview, student, csv } = await addressesOf(await browser.newPage());
  await signIn(page, demo.student);
  for (const address of [overview, student]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/Lindqvist|bjorn@/);
  }
  const answer = await page.goto(csv);
  expect(answer?.status()).toBe(404);
  await expect(page.locator("body")).toHaveText(
    "There’s nothing here, or you don’t have access to it.",
  );

  await page.goto("/sections");
  await expect(page.getByRole("heading", { name: "You learn in" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "You teach" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "New section" })).toHaveCount(0);
});

test("a visitor is led to sign in, and from there back to where they wanted to be", async ({
  browser,
  page,
}) => {
  const { overview, student, csv } = await addressesOf(await browser.newPage());
  const wanted = [
    { address: student, back: student },
    { address: overview, back: overview },
    { address: csv, back: overview },
  ];
  for (const { address, back } of wanted) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await fillSignIn(page, demo.instructor);
    await expect(page).toHaveURL(back);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Demo section|Gradients/);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  }
});

/** The addresses that are an instructor's alone: the section, one student's work in it, and the file. */
async function addressesOf(page: Page) {
  await signIn(page, demo.instructor);
  const section = new SectionPage(page);
  await section.open();
  const overview = new URL(page.url()).pathname;
  await section.openLesson(lessonOfGradients);
  const student = await section.score("Björn Lindqvist", gradients).getAttribute("href");
  const csv = await section.download.getAttribute("href");
  await page.close();
  return { overview, student: student ?? "", csv: csv ?? "" };
}

/** What was sent to each part, and how it was judged. */
async function partsOf(numbers: Locator) {
  const answers = await numbers.getByRole("definition").all();
  return Promise.all(
    answers.map(async (answer) => ({
      typed: await answer.locator("code").innerText(),
      verdict: /^(Right|Partly right|Not right)$/m.exec(await answer.innerText())?.[0],
    })),
  );
}

/** The file's scores in the table's words: points as a share, an exercise that nothing was sent to as null. */
function csvScores(csv: string): Record<string, Record<string, ShownScore | null>> {
  const [head = [], ...lines] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
  const scores: Record<string, Record<string, ShownScore | null>> = {};
  for (const [, email = "", ...cells] of lines) {
    const line: Record<string, ShownScore | null> = {};
    for (let i = 0; i < cells.length; i += 3) {
      const [, title = "", possible = ""] = /^(.*): best of (.*)$/.exec(head[i + 2] ?? "") ?? [];
      const [best = "", first = "", attempts = ""] = cells.slice(i, i + 3);
      const share = (points: string) => percent(Number(points) / Number(possible));
      line[title] =
        best === "" ? null : { best: share(best), first: share(first), attempts: Number(attempts) };
    }
    scores[email] = line;
  }
  return scores;
}
