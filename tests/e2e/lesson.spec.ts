import { gradientsOf, lossOf, shownOutputLayer, shownPrediction } from "./pages/shown-numbers";
import { rightOrder } from "./pages/steps-to-order";
import { expect, test } from "./test";

test("a visitor drags the steps of an iteration into their order", async ({ lesson }) => {
  const { order } = lesson;
  const steps = order.steps();

  await order.check.click();
  await order.tells("There’s nothing here yet: give an answer, then check again.");
  await order.part("order").saysNothing();
  await order.hasPoints(0, 1);

  await steps.dragInto([...rightOrder.slice(1), rightOrder[0]]);
  await order.part("order").saysNothing();
  await order.check.click();
  await order.part("order").says("Partly right", "4 of 5 steps are in order.");
  await order.hasPoints(0.6, 1);

  await steps.dragInto(rightOrder);
  await order.check.click();
  await order.part("order").says("Right");
  await order.hasPoints(1, 1);
});

test("a visitor takes the order shown as it stands, and it is never right", async ({ lesson }) => {
  const { order } = lesson;
  await order.root.getByRole("button", { name: "keep this order as it is" }).click();
  await order.check.click();
  await expect(order.part("order").feedback).toHaveText(/Partly right|Not right/);
});

test("a visitor chooses, is told why that is wrong, and chooses again", async ({ lesson }) => {
  const { choice } = lesson;
  const sequence = choice.part("sequence");

  await choice.check.click();
  await choice.tells("There’s nothing here yet: give an answer, then check again.");
  await sequence.saysNothing();

  await sequence.option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await choice.check.click();
  await sequence.says("Not right", "the update needs the gradient");
  await choice.tells("Not right: see the note below your answer.");

  await sequence.option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await sequence.says("Right", "then the mean, its gradient, and one update");
  await choice.hasPoints(1, 1);
});

test("a visitor computes a loss, and what cannot be read costs nothing", async ({ lesson }) => {
  const { loss } = lesson;
  const answer = loss.part("loss");
  const right = lossOf(await shownPrediction(loss.root));

  await answer.number.fill("minus two");
  await loss.check.click();
  await answer.says("Could not be read", "“minus two” cannot be read as a number");
  await expect(answer.number).toHaveValue("minus two");
  await expect(answer.number).toHaveAttribute("aria-invalid", "true");
  await expect(answer.number).toBeFocused();
  await expect(answer.number).toHaveAccessibleDescription(/cannot be read as a number/);

  await answer.number.fill((right / Math.LN10).toFixed(3));
  await loss.check.click();
  await answer.says("Not right", "This took the logarithm to base 10.");
  await loss.hasPoints(0, 1);

  await answer.number.fill(right.toFixed(2).replace(".", ","));
  await loss.check.click();
  await answer.says("Right");
  await loss.hasPoints(1, 1);

  await lesson.page.goto("/progress");
  await expect(
    lesson.page.getByRole("link", { name: /^2 attempts at Cross-entropy/ }),
  ).toBeVisible();
});

test("a visitor works out the gradients of a network of their own", async ({ lesson }) => {
  const { gradients } = lesson;
  const part = (name: string) => gradients.part(name);
  const { dp, slope, dz, dW } = gradientsOf(await shownOutputLayer(gradients.root));

  await part("dp").number.fill(dp.toPrecision(3));
  await part("dp").checkThisOne.click();
  await part("dp").says("Right");
  await gradients.hasPoints(1, 4);
  await part("slope").saysNothing();

  await part("slope").number.fill(slope.toPrecision(5));
  await part("dz3").number.fill((-dz).toPrecision(4));
  await part("dW3").fillCells([dW.map((value) => value.toPrecision(4))]);
  await gradients.check.click();
  await gradients.tells("3 of 4 answers are right.");
  await part("slope").says("Right");
  await part("dz3").says("Not right", "The gradient is");
  await part("dW3").says("Right");
  await gradients.hasPoints(3, 4);

  await part("dz3").number.fill(dz.toPrecision(4));
  await gradients.check.click();
  await gradients.tells("4 of 4 answers are right.");
  await gradients.hasPoints(4, 4);
});

test("one unreadable answer keeps back the verdicts on all the others", async ({ lesson }) => {
  const { gradients } = lesson;
  const part = (name: string) => gradients.part(name);
  const { dp, slope, dW } = gradientsOf(await shownOutputLayer(gradients.root));

  await part("dp").number.fill(dp.toPrecision(4));
  await part("slope").number.fill("1");
  await part("dz3").number.fill("p - y");
  await part("dW3").fillCells([dW.map((value) => value.toPrecision(4))]);
  await gradients.check.click();

  await part("dz3").says("Could not be read", "“p - y” cannot be read as a number");
  for (const name of ["dp", "slope", "dW3"]) await part(name).saysNothing();
  await gradients.tells("One answer could not be read. Nothing was graded.");
  await gradients.hasPoints(0, 4);
  await expect(part("dp").number).toHaveValue(dp.toPrecision(4));
  await expect(part("slope").number).toHaveValue("1");
  await expect(part("dz3").number).toHaveValue("p - y");
  await expect(part("dW3").cell(1, 3)).toHaveValue((dW[2] ?? 0).toPrecision(4));

  await part("slope").number.fill(slope.toPrecision(4));
  await part("slope").checkThisOne.click();
  await part("slope").says("Right");
});

test("a matrix is marked cell by cell, and its shape is part of the answer", async ({ lesson }) => {
  const { gradients } = lesson;
  const dW3 = gradients.part("dW3");
  const { dW } = gradientsOf(await shownOutputLayer(gradients.root));
  const right = dW.map((value) => value.toPrecision(4));

  await dW3.fillCells(right.map((value) => [value]));
  await dW3.checkThisOne.click();
  await dW3.says("Partly right", "your answer is the transpose");
  await dW3.says("Partly right", "0.4 / 1");
  await gradients.hasPoints(0.4, 4);

  await dW3.fillCells([[right[0] ?? "", "7", right[2] ?? ""]]);
  await dW3.checkThisOne.click();
  await dW3.says("Partly right", "0.73 / 1");
  await dW3.says("Partly right", "The shape is right, and 2 of 3 entries are.");
  await expect(dW3.cell(1, 2)).toHaveAccessibleDescription("Not right");

  await dW3.cell(1, 2).fill("");
  await dW3.checkThisOne.click();
  await dW3.says("Could not be read", "Column 2 is empty.");
  await gradients.hasPoints(0.73, 4);

  await dW3.cell(1, 2).fill(right[1] ?? "");
  await dW3.checkThisOne.click();
  await dW3.says("Right");
});
