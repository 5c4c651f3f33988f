import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { OwnProduct } from "./failing/own-product";
import { complaintsOf } from "./pages/complaints";
import { isSound, isSoundIn, phone } from "./pages/sound";
import { loadSums } from "./term/course";
import {
  becomeInstructor,
  extend,
  handOutHomework,
  importRoster,
  makeSection,
  noon,
} from "./term/instructor";
import { lecture } from "./term/lecture";
import { TermStudent } from "./term/student";

let product: OwnProduct;

// Its clock is turned and its lessons are changed, which no other test must see.
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await OwnProduct.make();
  await product.start();
  await loadSums(product, "3 * a");
});

test.afterAll(() => product.remove());

const hour = 3_600_000;

/** Turns the clock that deadlines go by. */
const turnClock = (to: Date) =>
  product.query(
    `insert into clock_shift (id, ahead_ms) values (1, $1)
     on conflict (id) do update set ahead_ms = excluded.ahead_ms`,
    [to.getTime() - Date.now()],
  );

const formula = '=HYPERLINK("http://x")';
const right = {
  twice: (a: number) => 2 * a,
  "five-more": (a: number) => a + 5,
  "five-less": (a: number) => a - 5,
};
const pool = ["five-more", "five-less"] as const;

test("a term: an instructor brings in a roster, hands out homework, corrects a key and gives marks; three students work, one late, one with more time", async ({
  browser,
}) => {
  test.slow();
  const page = await (await browser.newContext({ baseURL: product.site })).newPage();
  const complaints = await complaintsOf(page);
  await becomeInstructor(page, product);
  const section = await makeSection(page);
  const links = await importRoster(page, section);
  await lookAtInvitation(browser, links.get("amara@uni.example") ?? "");
  const claim = (name: string, email: string) =>
    TermStudent.claim(browser, name, links.get(email) ?? "");
  const students = await Promise.all([
    claim("Amara Okafor", "amara@uni.example"),
    claim("Björn Lindqvist", "bjorn@uni.example"),
    // A name that a spreadsheet would run.
    claim(formula, "eve@uni.example"),
  ]);
  const [amara, bjorn, eve] = students;

  await test.step("the live view fills", () => lecture(page, section, [amara, eve, bjorn]));

  const homework = await handOutHomework(page, section);
  await extend(page, homework, formula);
  await test.step("three students work", async () => {
    await amara.page.goto(homework);
    await amara.answer("twice", right.twice, "Not right");
    const own = await amara.drawn(...pool);
    await amara.answer(own, right[own], "Right");
    await report(amara.page);

    await turnClock(new Date(noon(7).getTime() + 12 * hour));
    await Promise.all([bjorn.page.goto(homework), eve.page.goto(homework)]);
    await expect(bjorn.page.getByText(/^Was due/)).toContainText("It closes");
    await bjorn.answer("twice", (a) => 3 * a, "Right");
    await eve.answer("twice", right.twice, "Not right");
    for (const one of [bjorn, eve]) {
      const drawn = await one.drawn(...pool);
      await one.answer(drawn, (a) => a, "Not right");
      await one.answer(drawn, right[drawn], "Right");
    }
  });

  await test.step("the gradebook’s figures are those worked out by hand", async () => {
    await turnClock(new Date(noon(9).getTime() + hour));
    // In time: nothing of 4 by the wrong key, and 6 of 6. That is 6 of 10.
    // A day late, a fifth off: 4 × 0.8 = 3.2, and at the second attempt 6 × 0.5 × 0.8 = 2.4. That is 5.6 of 10.
    // As late, but in their own time: nothing of 4, and 6 × 0.5 = 3.
    await totalsAre(page, section, ["60.0 %", "56.0 %", "30.0 %"]);
  });

  await test.step("a corrected key is worked out, looked at and applied, and students read why", async () => {
    await loadSums(product, "2 * a");
    await page.goto(`${section}/regrade`);
    await page.getByRole("button", { name: "Work out a regrade of Twice a number" }).click();
    await expect(page.getByText("2 up, 1 down, 0 lost")).toBeVisible();
    const row = (name: string) => page.getByRole("row").filter({ hasText: name });
    await expect(row("Amara")).toContainText(/0 \/ 4.*4 \/ 4/);
    await expect(row("Björn")).toContainText(/3\.2 \/ 4.*0 \/ 4/);
    await expect(row(formula)).toContainText(/0 \/ 4.*4 \/ 4/);
    await isSoundIn(phone, page);
    await totalsAre(await page.context().newPage(), section, ["60.0 %", "56.0 %", "30.0 %"]);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("Say what was wrong")).toBeVisible();
    await page.getByLabel("What was wrong").fill("The key was three times the number.");
    await page.getByRole("button", { name: "Apply" }).click();
    const told = "Students read: “The key was three times the number.”";
    await expect(page.getByText(told)).toBeVisible();
    await answerReport(page, section);
    // Amara has 4 + 6; Björn keeps his 3.2; the third has 4 + 3.
    await totalsAre(page, section, ["100.0 %", "56.0 %", "70.0 %"]);

    await Promise.all([amara.page.reload(), bjorn.page.reload()]);
    const words = (one: TermStudent) => expect(one.page.getByRole("main"));
    await words(amara).toContainText(
      "you had 0 / 4 points, and now you have 4 / 4 points. Why: The key was three times the number.",
    );
    await words(amara).toContainText("Answer: You were right.");
    await amara.part("twice").says("Right");
    await isSound(amara.page);
    await words(bjorn).toContainText("you keep your 3.2 / 4 points.");
  });

  await test.step("grades are taken out, changed, and taken back in", async () => {
    await page.goto(`${section}/gradebook/export`);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    const csv = await readFile(await (await download).path(), "utf8");
    expect(csv).toContain("Homework 1 (of 10)");
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    const changed = csv.replace(/^(.*bjorn@uni\.example.*),5\.6,56,/m, "$1,8,56,");
    expect(changed).not.toBe(csv);
    await page.goto(`${section}/gradebook/import`);
    await page.getByLabel("Or paste rows").fill(`${changed},nobody@x.test\n`);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("status")).toContainText(
      "1 mark to give · 2 as they are · 1 problem",
    );
    await expect(page.getByText(/^Line 5: “nobody@x.test” is no student/)).toBeVisible();
    await expect(page.getByRole("row", { name: /Björn/ })).toContainText(/5\.6\s*8/);
    await isSoundIn(phone, page);
    await page.getByLabel("Why").fill("Second look");
    await page.getByRole("button", { name: "Give 1 mark" }).click();
    await expect(page.getByRole("status")).toContainText("One mark was taken");
    await totalsAre(page, section, ["100.0 %", "80.0 %", "70.0 %"]);
    await bjorn.page.goto(`${section}/grades`);
    await expect(bjorn.page.getByRole("main")).toContainText("Total: 80.0 %");
    await expect(bjorn.page.getByRole("main")).toContainText("Why: Second look");
  });
  expect(complaints).toEqual([]);
  for (const one of students) await one.page.context().close();
  await page.context().close();
});

async function lookAtInvitation(browser: Browser, link: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page.getByText("Tuesday group")).toBeVisible();
  await isSoundIn(phone, page);
  await page.close();
}

/** Amara's, Björn's and the third student's totals. */
async function totalsAre(page: Page, section: string, totals: readonly string[]): Promise<void> {
  await page.goto(`${section}/gradebook`);
  const grid = page.getByRole("grid", { name: "Students by assignments" });
  for (const [i, name] of ["Amara", "Björn", formula].entries())
    await expect(grid.getByRole("row").filter({ hasText: name })).toContainText(totals[i]!);
}

/** Says of the first exercise that its key is wrong. */
async function report(page: Page): Promise<void> {
  await page.reload();
  await page.getByText("My answer should be right").first().click();
  const send = page.getByRole("button", { name: "Send the report" }).first();
  await send.click();
  await expect(page.getByText("Say what you think is wrong")).toBeVisible();
  await page.getByLabel("What you think is wrong").first().fill("Twice my number is what I typed.");
  await send.click();
  await expect(page.getByText("Waiting for an answer.")).toBeVisible();
  await isSound(page);
}

async function answerReport(page: Page, section: string): Promise<void> {
  await page.goto(`${section}/reports`);
  await expect(page.getByText("Twice my number is what I typed.")).toBeVisible();
  await isSoundIn(phone, page);
  await page.getByLabel("Your answer").fill("You were right.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("Noor answered: You were right.")).toBeVisible();
}
