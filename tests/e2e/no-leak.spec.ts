import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { oracles } from "../oracles/course";
import { leaksIn } from "./leaking/leaks";
import { useExercises } from "./leaking/use-exercises";
import { Visit } from "./leaking/visit";
import { newEmail, signUp } from "./pages/accounts";
import { lessonPath } from "./pages/lesson-page";
import { closeRecords, type StoredVariant, storedVariants } from "./pages/records";

/** Of all numbers of keys, at most this share may stand in the questions themselves. */
const mostShown = 0.1;

test.afterAll(closeRecords);

for (const lesson of Object.keys(oracles)) {
  test(`an account is sent nothing that it is to find out in ${lesson}`, async ({ page }) => {
    test.setTimeout(240_000);
    const email = newEmail();
    await signUp(page, email);
    await isSentNothing(page, lesson, () => storedVariants({ email }));
  });
}

test("nor is a guest, in the lesson on the output layer", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(lessonPath);
  const cookies = await page.context().cookies();
  const guest = cookies.find(({ name }) => name === "guest")?.value ?? "";
  await isSentNothing(page, path.basename(lessonPath), () => storedVariants({ guest }));
});

/** Uses a lesson without being right, as whom the page is signed in as, and holds all that was sent against what is
 *  kept. */
async function isSentNothing(
  page: Page,
  lesson: string,
  listVariants: () => Promise<StoredVariant[]>,
): Promise<void> {
  const visit = new Visit(page.request, await page.context().newPage());
  await useExercises(visit, `/courses/backpropagation/${lesson}`, listVariants);
  const variants = await listVariants();
  for (const exercise of Object.keys(oracles[lesson] ?? {})) {
    const numbers = variants.filter(({ slug }) => slug === exercise).map(({ number }) => number);
    expect(numbers.sort(), exercise).toEqual([1, 2]);
  }
  const { leaks, keys, shown } = leaksIn(visit.sent, variants);
  expect(leaks).toEqual([]);
  const share = `${shown} of ${keys} numbers of keys stand in the questions themselves`;
  expect(shown, share).toBeLessThanOrEqual(mostShown * keys);
}

test("the scripts hold no content, and no source maps are served", () => {
  const folder = path.resolve(".next/static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  // Figures bring the engine to the browser, names like crossEntropy with it, and the editor the names of elements. None of that
  // holds a key: lessons and secrets do.
  const secrets = ["<Misconception", "base 10. The loss takes", "NEXTAUTH_SECRET", "DATABASE_URL"];
  const lines = linesOfLessons();
  expect(lines.length).toBeGreaterThan(1000);
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const script = readFileSync(path.join(folder, file), "utf8");
    const found = [...secrets, ...lines].filter((text) => script.includes(text));
    expect(found, file).toEqual([]);
  }
});

/** Every line of every lesson that is long enough to be known again. */
function linesOfLessons(): string[] {
  const content = path.resolve("content");
  const files = readdirSync(content, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".mdx"))
    .flatMap((file) => readFileSync(path.join(content, file), "utf8").split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.length >= 30);
}
