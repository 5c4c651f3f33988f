import { gradientsOf, shownOutputLayer } from "./pages/shown-numbers";
import { expect, test } from "./test";

test("a wrong answer is told which mistake it came from, and a later one is right from it", async ({
  lesson,
}) => {
  const { gradients } = lesson;
  const shown = await shownOutputLayer(gradients.root);
  const { dz, dW } = gradientsOf(shown);
  await gradients.part("slope").number.fill("1");
  await gradients.part("slope").number.press("Enter");
  await gradients.part("slope").says("Not right", "You left out the derivative");
  await expect(
    gradients.part("slope").feedback.getByText("Read on:").getByRole("link"),
  ).toHaveAttribute("href", /updating-weights-and-biases-1#/);
  await gradients.part("dz3").number.fill(String(2 * dz));
  await gradients.part("dW3").fillCells([dW.map((value) => (2 * value).toPrecision(6))]);
  await gradients.part("dW3").checkThisOne.click();
  await gradients.part("dW3").says("Right", "from your own");
  await expect(gradients.part("dW3").feedback).toContainText("which isn’t right: fix");
});

test("hints come one at a time, and what was typed stays", async ({ lesson }) => {
  const { loss } = lesson;
  await loss.part("loss").number.fill("0.12");
  await expect(loss.root.getByText("Two of the three terms")).toHaveCount(0);
  await loss.takeHint.click();
  await expect(loss.root.getByText("Two of the three terms")).toBeVisible();
  await expect(loss.part("loss").number).toHaveValue("0.12");
  await loss.takeHint.click();
  await expect(loss.root.getByText("Hint 2")).toBeVisible();
  await expect(loss.takeHint).toHaveCount(0);
});

test("the worked solution comes for the asking, with these numbers, and ends their score", async ({
  lesson,
}) => {
  const { gradients } = lesson;
  const shown = await shownOutputLayer(gradients.root);
  const { dz, slope } = gradientsOf(shown);
  await gradients.part("dz3").number.fill(dz.toPrecision(6));
  await gradients.part("dz3").checkThisOne.click();
  await gradients.hasPoints(1, 4);
  await gradients.openSolution();
  const solution = gradients.root.getByRole("region", { name: /Worked solution/ });
  await expect(solution).toContainText(slope.toPrecision(3).replace("-", "−"));
  await expect(solution.getByText("Your network, step by step")).toBeVisible();
  await gradients.part("slope").number.fill(slope.toPrecision(6));
  await gradients.part("slope").checkThisOne.click();
  await gradients.part("slope").says("Right");
  await gradients.hasPoints(1, 4);
  await gradients.newNumbers.click();
  await gradients.hasNumbers(2);
  await expect(solution).toHaveCount(0);
});

test("who has everything right sees the worked solution at a click", async ({ lesson }) => {
  const { choice } = lesson;
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await choice.part("sequence").says("Right");
  await choice.openSolution();
  await expect(choice.root.getByRole("region", { name: /Worked solution/ })).toContainText(
    "1, 4, 1, 4, 1, 4, 5, 2, 3",
  );
});
