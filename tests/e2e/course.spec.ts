import { expect, type Page, test } from "@playwright/test";
import { fromJson, type Json } from "@/lib/exercise/value";
import { Givens, type Oracle } from "../oracles/answers";
import { oracles } from "../oracles/course";
import { newEmail, signUp } from "./pages/accounts";
import { answerPart } from "./pages/answering";
import { readThrough, refusalsOf } from "./pages/complaints";
import { ExploreFigure, placedFigures } from "./pages/explore-figure";
import { PartField } from "./pages/part-field";
import { closeRecords, drawnVariants } from "./pages/records";
import { formsIn } from "./pages/sent-forms";

test.afterAll(closeRecords);

test("a new student goes from the first lesson to the last and gets everything right, and nothing is against a page's policy", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const email = newEmail();
  const refusals = refusalsOf(page);
  await signUp(page, email);
  await page.getByRole("link", { name: "Begin" }).click();
  for (const [i, [lesson, oracle]] of Object.entries(oracles).entries()) {
    await test.step(lesson, async () => {
      if (i > 0) await page.getByRole("link", { name: /^Next: / }).click();
      await page.waitForURL(`**/courses/backpropagation/${lesson}`);
      await answerAll(page, email, lesson, oracle);
      await useFigures(page, lesson);
      await readThrough(page);
      expect(refusals).toEqual([]);
    });
  }
  await page.goto("/progress");
  await expect(page.getByText("Everything here is right")).toBeVisible();
});

/** Begins every exercise of the page as one who types does, which puts its numbers into the database; works it out from
 *  those; and gives the answers in the browser. */
async function answerAll(page: Page, email: string, lesson: string, oracle: Oracle) {
  for (const { hidden } of formsIn(await page.content())) {
    const form = { ...hidden, submission: crypto.randomUUID() };
    const headers = { accept: "application/json" };
    const reply = await page.request.post("/api/drafts", { form, headers });
    expect(reply.ok(), await reply.text()).toBe(true);
  }
  const drawn = await drawnVariants(email, lesson);
  expect(drawn.map(({ slug }) => slug).sort()).toEqual(Object.keys(oracle).sort());
  await page.reload();
  for (const { slug, givens, view } of drawn) {
    const values = Object.entries(givens).map(([name, json]) => [name, fromJson(json as Json)]);
    const answers = oracle[slug]?.(new Givens(Object.fromEntries(values))) ?? {};
    const exercise = page.locator(`#exercise-${slug}`);
    for (const [part, answer] of Object.entries(answers)) {
      await answerPart(new PartField(exercise, `${slug}-${part}`), answer, view[part]);
    }
    await exercise.getByRole("button", { name: /^Check( all)?$/ }).click();
    for (const part of Object.keys(answers)) {
      await new PartField(exercise, `${slug}-${part}`).says("Right");
    }
  }
  const count = drawn.length;
  const all = `${count} of ${count} exercises right`;
  await expect(page.getByRole("navigation", { name: "In this lesson" })).toContainText(all);
}

/** Comes near every figure that can be moved, which brings its script. */
async function useFigures(page: Page, lesson: string): Promise<void> {
  for (const { path, title } of placedFigures) {
    if (path.endsWith(`/${lesson}`)) await new ExploreFigure(page, title).approach();
  }
}
