import type { Page } from "@playwright/test";
import { closeRecords, storedVariants } from "./pages/records";
import { ReviewPage } from "./pages/review-page";
import { formulasIn, lossOf, shownPrediction } from "./pages/shown-numbers";
import { isSound, looks } from "./pages/sound";
import { expect, test } from "./test";

const lessonPath = "/courses/backpropagation/updating-weights-and-biases-1";
const skill = "Cross-entropy over classes";
const larger = "Cross-entropy over classes";
const smaller = "The price of a forecast";

test.afterAll(closeRecords);

/** Answers one exercise in the lesson wrongly, and comes back two days later. */
async function comesBack(page: Page): Promise<ReviewPage> {
  await page.goto(lessonPath);
  const exercise = page.locator("#exercise-ce-loss");
  await exercise.getByRole("textbox").fill("99");
  await exercise.getByRole("button", { name: "Check", exact: true }).click();
  await expect(exercise.getByText("Not right", { exact: true })).toBeVisible();
  const review = new ReviewPage(page);
  await review.daysPass(2);
  return review;
}

/** What the larger exercise asks for, in its own numbers and with the wrong logarithm. */
async function base10Loss(review: ReviewPage): Promise<string> {
  const shown = await shownPrediction(review.exercise(larger));
  return (lossOf(shown) / Math.LN10).toFixed(3);
}

/** The right answer to the smaller exercise. */
async function priceOfForecast(review: ReviewPage): Promise<string> {
  const [tex = ""] = (await formulasIn(review.exercise(smaller))).filter((one) =>
    /^p = /.test(one),
  );
  return (-Math.log(Number(/[\d.]+/.exec(tex)?.[0]))).toFixed(4);
}

test("a visitor who has answered nothing is told how it begins", async ({ page }) => {
  const review = new ReviewPage(page);
  await review.open();
  await review.countsDue(0);
  await expect(page.getByText("There’s nothing to review yet")).toBeVisible();
  await page.getByRole("link", { name: "Go to “Notation and shapes”" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notation and shapes");
});

test("what was wrong in a lesson comes back, and a mistake leads to its section and a smaller exercise", async ({
  page,
}) => {
  test.slow();
  const review = await comesBack(page);
  await review.open();
  await review.countsDue(1);
  await expect(page.getByText("1 skill is due.")).toBeVisible();
  await review.says(skill, /^\d\d %$/, "now");

  await review.begin.click();
  await review.isAt("Exercise 1 of 1", larger);
  await expect(page.getByRole("link", { name: "Skip and finish" })).toBeVisible();
  const answer = review.part(larger, "cross-entropy-of-classes-loss");
  await answer.number.fill(await base10Loss(review));
  await review.check(larger);
  await answer.says("Not right", "logarithm to base 10");
  await expect(review.followUp).toContainText("one mistake: logarithm to base 10");
  await expect(review.followUp.getByRole("link", { name: "Why a logarithm" })).toHaveAttribute(
    "href",
    "/courses/backpropagation/losses#why-a-logarithm",
  );
  await expect(page.getByText(`${skill} comes back in`)).toBeVisible();
  await review.countsDue(0);

  await review.followUp.getByRole("link", { name: smaller }).click();
  await review.isAt("Exercise 2 of 2", smaller);
  const price = review.part(smaller, "price-of-a-forecast-loss");
  await price.number.fill(await priceOfForecast(review));
  await review.check(smaller);
  await price.says("Right");
  await page.getByRole("link", { name: "Finish", exact: true }).click();

  await expect(page.getByText("1 of 2 right. You missed 1.")).toBeVisible();
  await expect(page.getByText("Nothing is due.")).toBeVisible();
  await review.says("Binary cross-entropy", /^(99|100) %$/, "in 2 days");
  await page.goBack();
  await price.says("Right");
});

test("what a review sends tells neither key nor seed, before an answer and after a wrong one", async ({
  page,
}) => {
  const review = await comesBack(page);
  await review.open();
  await review.begin.click();
  await review.isAt("Exercise 1 of 1", larger);
  const sent = [await textsOf(page)];
  await review.exercise(larger).getByRole("textbox").fill("99");
  await review.check(larger);
  await expect(page.getByRole("link", { name: "Finish", exact: true })).toBeVisible();
  sent.push(await textsOf(page));
  const cookies = await page.context().cookies();
  const variants = await storedVariants({
    guest: cookies.find(({ name }) => name === "guest")?.value ?? "",
  });
  const { seed, key } = variants.find(({ slug }) => slug === "cross-entropy-of-classes")!;
  const figures = String(key.loss).slice(0, 7);
  for (const secret of [seed, figures, '"key"', '"seed"', '"diagnosis"']) {
    expect(sent.join("\n").includes(secret), secret).toBe(false);
  }
});

/** The page as it is sent, and what Next's router would fetch instead. */
async function textsOf(page: Page): Promise<string> {
  const replies = [await page.request.get(page.url())];
  replies.push(await page.request.get(page.url(), { headers: { RSC: "1" } }));
  return (await Promise.all(replies.map((reply) => reply.text()))).join("\n");
}

test("the lesson's own numbers are left as they were until the review's are answered", async ({
  page,
}) => {
  const review = await comesBack(page);
  await review.open();
  await review.begin.click();
  await review.isAt("Exercise 1 of 1", larger);
  await review.exercise(larger).getByRole("textbox").fill("1.2");
  await page.goto(lessonPath);
  const exercise = page.locator("#exercise-ce-loss");
  await expect(exercise.getByText("Exercise · your numbers, set 1")).toBeVisible();
  await expect(exercise.getByRole("textbox")).toHaveValue("99");
  await page.goBack();
  await expect(review.exercise(larger).getByRole("textbox")).toHaveValue("1.2");
});

test("an exercise that is skipped stays due, and new numbers can be had in a review", async ({
  page,
}) => {
  const review = await comesBack(page);
  await review.open();
  await review.begin.click();
  await review.isAt("Exercise 1 of 1", larger);
  const exercise = review.exercise(larger);
  const before = await shownPrediction(exercise);
  await exercise.getByRole("button", { name: "New numbers" }).click();
  await expect(exercise.getByText("Exercise · your numbers, set 2")).toBeVisible();
  expect(await shownPrediction(exercise)).not.toEqual(before);
  await page.getByRole("link", { name: "Skip and finish" }).click();
  await expect(page.getByText("1 skill is due.")).toBeVisible();
});

test("with nothing due one can practise ahead", async ({ page }) => {
  const review = await comesBack(page);
  await review.daysPass(-2);
  await review.open();
  await expect(page.getByText("Nothing is due.")).toBeVisible();
  await expect(page.getByText(/Your next review is in (\d+ hours|a day)\./)).toBeVisible();
  await page.getByRole("link", { name: "Practise ahead" }).click();
  await review.isAt("Exercise 1 of 1", larger);
});

test("an address that is no sitting leads to what is due", async ({ page }) => {
  await page.goto("/review/sitting?exercises=nonsense&at=3");
  await expect(page).toHaveURL("/review");
});

test("a review is done by keyboard alone", async ({ page }) => {
  const review = await comesBack(page);
  await review.open();
  await press(page, review.begin);
  await review.isAt("Exercise 1 of 1", larger);
  const answer = review.part(larger, "cross-entropy-of-classes-loss");
  const wrong = await base10Loss(review);
  await tabTo(page, answer.number);
  await page.keyboard.type(wrong);
  await page.keyboard.press("Enter");
  await answer.says("Not right");
  await expect(answer.number).toBeFocused();
  await press(page, review.followUp.getByRole("link", { name: smaller }));
  await review.isAt("Exercise 2 of 2", smaller);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a review is answered, followed up and finished by plain forms and links", async ({
    page,
  }) => {
    const review = await comesBack(page);
    await review.open();
    await review.begin.click();
    const answer = review.part(larger, "cross-entropy-of-classes-loss");
    await answer.number.fill(await base10Loss(review));
    await review.check(larger);
    await answer.says("Not right", "logarithm to base 10");
    await review.followUp.getByRole("link", { name: smaller }).click();
    await review.isAt("Exercise 2 of 2", smaller);
    await review.part(smaller, "price-of-a-forecast-loss").number.fill("7");
    await review.check(smaller);
    await page.getByRole("link", { name: "Finish", exact: true }).click();
    await expect(page.getByText("Nothing is due.")).toBeVisible();
  });
});

for (const look of looks) {
  test(`the review is sound, ${look.colorScheme}, ${look.viewport.width} px`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, ...look });
    const page = await context.newPage();
    const review = await comesBack(page);
    await review.open();
    await isSound(page);
    await review.begin.click();
    await review.isAt("Exercise 1 of 1", larger);
    await isSound(page);
    await review
      .exercise(larger)
      .getByRole("textbox")
      .fill(await base10Loss(review));
    await review.check(larger);
    await expect(review.followUp).toBeVisible();
    await isSound(page);
    await context.close();
  });
}

async function press(page: Page, control: ReturnType<Page["locator"]>): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

async function tabTo(page: Page, control: ReturnType<Page["locator"]>): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${control}`);
}
