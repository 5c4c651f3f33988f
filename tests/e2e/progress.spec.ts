import type { Page } from "@playwright/test";
import { demo, fillSignIn, newEmail, signIn } from "./pages/accounts";
import { titles } from "./pages/exercise-card";
import { HistoryPage } from "./pages/history-page";
import type { LessonPage } from "./pages/lesson-page";
import { ProgressPage } from "./pages/progress-page";
import { gradientsOf, lossOf, shownOutputLayer, shownPrediction } from "./pages/shown-numbers";
import { rightOrder } from "./pages/steps-to-order";
import { expect, test } from "./test";

test("a new student follows first tries, best scores and attempts, and what comes next", async ({
  lesson,
}) => {
  test.slow();
  const { page, order, choice, loss, gradients } = lesson;
  const progress = new ProgressPage(page);
  const first = "Next: Your first neuron";
  await signUp(page, "Mira Neu");
  await progress.open();
  await progress.says(titles["ce-loss"], { best: "–", first: "–", attempts: "0" });
  await progress.tellsNext(first);

  await lesson.open();
  await answerWrong(lesson);
  await progress.open();
  await progress.says(titles["iteration-choice"], { best: "0 %", first: "0 %", attempts: "1" });
  await progress.says(titles["ce-loss"], { best: "0 %", first: "0 %", attempts: "1" });
  await progress.says(titles["output-gradients"], { best: "25 %", first: "25 %", attempts: "1" });
  await progress.tellsNext(first);

  await lesson.open();
  await order.steps().dragInto(rightOrder);
  await order.check.click();
  await order.hasPoints(1, 1);
  await progress.open();
  await progress.says(titles["iteration-order"], { best: "100 %", first: "100 %", attempts: "1" });
  await progress.tellsNext(first);

  await page.getByRole("link", { name: titles["iteration-choice"], exact: true }).click();
  await lesson.ready();
  await answerRight(lesson);
  await choice.hasPoints(1, 1);
  await loss.hasPoints(1, 1);
  await gradients.hasPoints(4, 4);
  await progress.open();
  await progress.says(titles["iteration-choice"], { best: "100 %", first: "0 %", attempts: "2" });
  await progress.says(titles["ce-loss"], { best: "100 %", first: "0 %", attempts: "2" });
  await progress.says(titles["output-gradients"], { best: "100 %", first: "25 %", attempts: "2" });
  await progress.tellsNext(first);
});

test("a student reads how sure they are of each skill, and by keyboard comes to its exercises", async ({
  page,
}) => {
  const progress = new ProgressPage(page);
  await signIn(page, demo.student, "/progress");
  await expect(progress.skill("One neuron")).toHaveAccessibleName(
    "One neuron sure, 100 % , builds on Names of weights, biases and layers, The sigmoid and its slope",
  );

  await signOut(page);
  await signIn(page, demo.turnsSigns, "/progress");
  await expect(progress.skill("One neuron")).toContainText(/sure, \d+ %/);
  await expect(progress.skill("Gradients of weights and biases")).toContainText(
    /needs work, \d+ %/,
  );
  await progress.skill("Gradients of weights and biases").focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Gradients of weights and biases" });
  await expect(panel).toContainText(/You: needs work, \d+ %/);
  await expect(
    panel.getByRole("listitem").filter({ hasText: titles["output-gradients"] }),
  ).toHaveText(/lesson 4.*best 25 %, first try 25 %/);
  await expect(progress.skill("Gradients of weights and biases")).toHaveAttribute(
    "aria-current",
    "true",
  );
  await panel.getByRole("link", { name: titles["output-gradients"] }).click();
  await expect(page).toHaveURL(/#exercise-output-gradients$/);
});

test("a beginner's page is short: one lesson is open, and what comes next has its reason", async ({
  page,
}) => {
  const progress = new ProgressPage(page);
  await progress.open();
  await progress.tellsNext("It introduces “Names of weights, biases and layers”.");
  await expect(page.locator("details[open]")).toHaveCount(1);
  await expect(progress.lesson("Notation and shapes")).toHaveAttribute("open");
  await expect(progress.skill("Names of weights, biases and layers")).toContainText("next");
});

test("the number of attempts leads to all that was sent, as typed, the latest first", async ({
  lesson,
}) => {
  const { page, loss, choice } = lesson;
  const answer = loss.part("loss");
  const shown = await shownPrediction(loss.root);
  const right = lossOf(shown).toFixed(2);
  const send = async (typed: string, verdict: "Right" | "Not right" | "Could not be read") => {
    await answer.number.fill(typed);
    await loss.check.click();
    await answer.says(verdict);
  };
  await send("two", "Could not be read");
  await send("-9,5", "Not right");
  await send(right, "Right");
  await loss.newNumbers.click();
  await loss.hasNumbers(2);
  await send("99", "Not right");
  await choice.check.click();
  await expect(choice.root).toContainText("There’s nothing here yet");

  const progress = new ProgressPage(page);
  const history = new HistoryPage(page);
  await progress.open();
  await progress.says(titles["ce-loss"], { best: "100 %", first: "0 %", attempts: "3" });
  await progress.says(titles["iteration-choice"], { best: "–", first: "–", attempts: "0" });
  await progress.attempts(titles["ce-loss"]).click();
  await expect(page.getByRole("heading", { level: 1, name: titles["ce-loss"] })).toBeVisible();
  await expect(history.sent(2)).toHaveText([/99.*Not right/]);
  await expect(history.sent(1)).toHaveText([
    new RegExp(`${right}Right`),
    /-9,5Not right/,
    /not graded: part of it could not be read.*twoCould not be read/,
  ]);
  await expect(history.numbers(1)).toContainText("1 / 1 point");
  await expect(history.numbers(2)).toContainText("0 / 1 point");
  expect(await shownPrediction(history.numbers(1))).toEqual(shown);

  await page.getByRole("link", { name: "Your progress" }).click();
  await expect(page).toHaveURL("/progress");
});

test("a check of nothing is told so, and is no attempt", async ({ lesson }) => {
  const { page, choice } = lesson;
  const sequence = choice.part("sequence");
  await choice.check.click();
  await expect(choice.root).toContainText("There’s nothing here yet");
  await sequence.option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await sequence.says("Right");

  const progress = new ProgressPage(page);
  await progress.open();
  await progress.attempts(titles["iteration-choice"]).click();
  await expect(new HistoryPage(page).sent(1)).toHaveText([/1, 4, 1, 4, 1, 4, 5, 2, 3Right/]);
});

test("a wrong password and an unknown email are told in the same words, and the email stays", async ({
  page,
}) => {
  await page.goto("/sign-in");
  for (const email of [demo.idleStudent, newEmail()]) {
    await fillSignIn(page, email, "not-the-password");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveText(
      "That email and password don’t match any account.",
    );
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await page.reload();
  }
});

test("what is missing or no email is told at its field, and the rest stays", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Mira Neu");
  await page.getByLabel("Email").fill("mira at school");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(
    "This doesn’t look like an email. It should look like name@school.org.",
  );
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(
    "Please use at least 10 characters. Any characters will do.",
  );
  await expect(page.getByLabel("Name")).toHaveValue("Mira Neu");
  await expect(page.getByLabel("Email")).toHaveValue("mira at school");
});

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(newEmail());
  await page.getByLabel("Password").fill("long enough, surely");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("navigation", { name: "Site" })).toContainText(name);
}

/** Answers all but the ordering wrong, but for one part in four of the gradients. */
async function answerWrong({ choice, loss, gradients }: LessonPage): Promise<void> {
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await choice.check.click();
  await choice.part("sequence").says("Not right");

  await loss.part("loss").number.fill("-1");
  await loss.check.click();
  await loss.part("loss").says("Not right");

  const { dp } = gradientsOf(await shownOutputLayer(gradients.root));
  await gradients.part("dp").number.fill(dp.toPrecision(4));
  await gradients.part("slope").number.fill("2");
  await gradients.part("dz3").number.fill("2");
  await gradients.part("dW3").fillCells([[2, 2]]);
  await gradients.check.click();
  await gradients.hasPoints(1, 4);
}

/** Answers all but the ordering right. */
async function answerRight({ choice, loss, gradients }: LessonPage): Promise<void> {
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();

  const prediction = await shownPrediction(loss.root);
  await loss.part("loss").number.fill(lossOf(prediction).toFixed(2));
  await loss.check.click();

  const { dp, slope, dz, dW } = gradientsOf(await shownOutputLayer(gradients.root));
  await gradients.part("dp").number.fill(dp.toPrecision(4));
  await gradients.part("slope").number.fill(slope.toPrecision(4));
  await gradients.part("dz3").number.fill(dz.toPrecision(4));
  await gradients.part("dW3").fillCells([dW.map((value) => value.toPrecision(4))]);
  await gradients.check.click();
}
