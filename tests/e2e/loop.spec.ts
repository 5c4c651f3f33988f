import type { Locator } from "@playwright/test";
import { lessonPath } from "./pages/lesson-page";
import { lossOf, shownPrediction } from "./pages/shown-numbers";
import { expect, test } from "./test";

const topOf = (card: Locator) => card.evaluate((element) => element.getBoundingClientRect().top);

test("after Right the button that was pressed leads on, help is folded away, and another answer can be checked", async ({
  lesson,
}) => {
  const { choice, page } = lesson;
  const sequence = choice.part("sequence");
  await sequence.option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await choice.check.click();
  await sequence.says("Not right");
  await expect(choice.next).toHaveCount(0);
  await sequence.option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await sequence.says("Right");

  await expect(choice.next).toHaveText("Next exercise");
  await expect(choice.next).toBeFocused();
  await expect(choice.check).toHaveCount(0);
  await expect(choice.takeHint).toHaveCount(0);
  await expect(choice.helpFold).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${lessonPath}#exercise-ce-loss`);
  await expect(page.locator("#exercise-ce-loss")).toBeInViewport();

  await sequence.option("1, 4, 5, 1, 4, 5, 1, 4, 5, 2, 3").check();
  await expect(choice.check).toBeVisible();
  await expect(choice.next).toHaveCount(0);
});

test("new numbers leave the card where it is, with the focus in its first field", async ({
  lesson,
}) => {
  const { loss, page } = lesson;
  await page.setViewportSize({ width: 1280, height: 1000 });
  await loss.root.evaluate((card) => scrollBy(0, card.getBoundingClientRect().top - 120));
  const before = await topOf(loss.root);
  await loss.newNumbers.click();
  await loss.hasNumbers(2);
  await expect(loss.part("loss").number).toBeFocused();
  expect(Math.abs((await topOf(loss.root)) - before)).toBeLessThan(2);

  // A card that begins above the window comes into it.
  await page.setViewportSize({ width: 390, height: 600 });
  await loss.openSolution();
  await loss.newNumbers.click();
  await loss.hasNumbers(3);
  await expect(loss.part("loss").number).toBeFocused();
  await expect(loss.part("loss").number).toBeInViewport();
  expect(await topOf(loss.root)).toBeGreaterThanOrEqual(0);
});

test("an exercise that draws nothing says nothing of numbers, and can be tried again once its solution was shown", async ({
  lesson,
}) => {
  const { choice } = lesson;
  const again = choice.root.getByRole("button", { name: "Try again" });
  await expect(choice.root.getByText("Exercise", { exact: true })).toBeVisible();
  await expect(choice.newNumbers).toHaveCount(0);
  await expect(again).toHaveCount(0);
  await choice.openSolution();
  const solution = choice.root.getByRole("region", { name: /Worked solution/ });
  await expect(solution).toBeFocused();
  await expect(choice.next).toBeVisible();
  await again.click();
  await expect(solution).toHaveCount(0);
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await choice.hasPoints(1, 1);
});

test("the end of a lesson tells the score, what was shaky, and one thing to do", async ({
  lesson,
}) => {
  const { choice, loss, page } = lesson;
  const end = page.locator("#end-of-lesson");
  await expect(end).toContainText("You haven’t answered any of its exercises yet.");
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await choice.check.click();
  await choice.part("sequence").says("Not right");
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await choice.part("sequence").says("Right");
  const right = lossOf(await shownPrediction(loss.root)).toFixed(2);
  await loss.part("loss").number.fill(right);
  await loss.check.click();
  await loss.part("loss").says("Right");

  await end.scrollIntoViewIfNeeded();
  await expect(end).toContainText(/2 of \d+ exercises are right\./);
  await expect(end.getByRole("listitem").filter({ visible: true })).toHaveText([
    "One iteration, three examples, now right",
  ]);
  await expect(end).toContainText("Next: One iteration, step by step");
  await expect(end.getByRole("link", { name: "Go to it" })).toHaveAttribute(
    "href",
    "#exercise-iteration-order",
  );
});
