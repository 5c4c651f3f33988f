import type { Locator, Page } from "@playwright/test";
import type { ExerciseCard } from "./pages/exercise-card";
import { gradientsOf, lossOf, shownOutputLayer, shownPrediction } from "./pages/shown-numbers";
import { rightOrder } from "./pages/steps-to-order";
import { expect, test } from "./test";

test("the whole lesson is worked by keyboard alone", async ({ lesson }) => {
  test.setTimeout(300_000);
  const { page, order, choice, loss, gradients } = lesson;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();

  await putInOrder(page, order);
  await press(page, order.check);
  await order.part("order").says("Right");

  await tabTo(page, choice.part("sequence").option("1, 4, 5, 2, 3, 1, 4, 5, 2, 3, 1, 4, 5, 2, 3"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3")).toBeChecked();
  await press(page, choice.check);
  await choice.part("sequence").says("Right");

  await tabTo(page, loss.part("loss").number);
  const right = lossOf(await shownPrediction(loss.root)).toFixed(2);
  await page.keyboard.type(`${right} or so`);
  await page.keyboard.press("Enter");
  await loss.part("loss").says("Could not be read");
  await expect(loss.part("loss").number).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(right);
  await press(page, loss.check);
  await loss.part("loss").says("Right");

  await press(page, page.getByRole("button", { name: "Next step" }).first());
  await expect(page.locator("li:focus")).toBeVisible();

  await answerGradients(page, gradients);
  await press(page, gradients.newNumbers);
  await gradients.hasNumbers(2);

  const iteration = { name: "Forward, loss, backward, update" };
  await playWalkthrough(page, page.getByRole("group", iteration).first());
});

/** Sorts by picking a step up, carrying it with the arrows and putting it down. */
async function putInOrder(page: Page, order: ExerciseCard): Promise<void> {
  const steps = order.steps();
  for (const [place, words] of rightOrder.entries()) {
    const now = await steps.order();
    const from = now.indexOf(words);
    if (from === place) continue;
    const made = now.filter((one) => one !== words);
    made.splice(place, 0, words);
    await tabTo(page, steps.handle(words));
    await page.keyboard.press("Space");
    await expect(steps.handle(words)).toHaveAttribute("aria-pressed", "true");
    for (let i = from; i > place; i--) {
      const above = now.filter((one) => one !== words);
      above.splice(i - 1, 0, words);
      await page.keyboard.press("ArrowUp");
      await steps.stand(above);
    }
    await page.keyboard.press("Space");
    await steps.stand(made);
    await steps.rest();
  }
}

async function playWalkthrough(page: Page, walkthrough: Locator): Promise<void> {
  const step = walkthrough.getByRole("slider", { name: "Step" });
  // Reached from far away it is still asleep; it wakes, and the focus stays in it.
  await tabTo(page, walkthrough);
  await expect(step).toBeEnabled();
  await expect(walkthrough.locator(":focus")).toHaveCount(1);
  await tabTo(page, step);
  await page.keyboard.press("ArrowRight");
  await expect(walkthrough.getByText(/^Step 2 of \d+$/)).toBeVisible();
  await page.keyboard.press("End");
  await expect(walkthrough.getByText(/^Step (\d+) of \1$/)).toBeVisible();
}

async function answerGradients(page: Page, gradients: ExerciseCard): Promise<void> {
  const part = (name: string) => gradients.part(name);
  const { dp, slope, dz, dW } = gradientsOf(await shownOutputLayer(gradients.root));
  for (const [name, value] of Object.entries({ dp, slope, dz3: dz })) {
    await tabTo(page, part(name).number);
    await page.keyboard.type(value.toPrecision(4));
  }
  await tabTo(page, part("dW3").cell(1, 1));
  await press(page, part("dW3").root.getByRole("button", { name: "Remove the last row" }));
  await press(page, part("dW3").root.getByRole("button", { name: "Add a column" }));
  await tabTo(page, part("dW3").cell(1, 1));
  for (const value of dW) {
    await page.keyboard.type(value.toPrecision(4));
    await page.keyboard.press("Tab");
  }
  await press(page, gradients.takeHint);
  await expect(gradients.root.getByText("Hint 1")).toBeVisible();
  await press(page, gradients.check);
  await gradients.tells("4 of 4 answers are right.");
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

/** Presses Tab, or Shift and Tab where the control stands before the focus, until the control has the focus, or something in
 *  it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  // Found once: looking a control up by its role at every step takes longer than the step.
  const found = await control.elementHandle();
  if (!found) throw new Error(`${control} is not on the page`);
  const isBefore = await found.evaluate((element) => {
    const focused = document.activeElement ?? document.body;
    return Boolean(focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  const key = isBefore ? "Shift+Tab" : "Tab";
  for (let i = 0; i < 150; i++) {
    if (await found.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${control}`);
}
