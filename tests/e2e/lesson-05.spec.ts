import type { Page } from "@playwright/test";
import { PartField } from "./pages/part-field";
import { formulasIn } from "./pages/shown-numbers";
import { expect, test } from "./test";

const path = "/courses/backpropagation/updating-weights-and-biases-2";

async function openExercise(page: Page, id: string) {
  await page.goto(path);
  const exercise = page.locator(`#exercise-${id}`);
  await exercise.scrollIntoViewIfNeeded();
  return exercise;
}

test("a visitor answers by formulas, in the maths field and as plain text", async ({ page }) => {
  const exercise = await openExercise(page, "in-letters");
  const dz2 = new PartField(exercise, "in-letters-dz2");
  const dW2 = new PartField(exercise, "in-letters-dW2");

  await dz2.root.locator("math-field").click();
  await page.keyboard.type("W3^T");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("dz3");
  await dz2.checkThisOne.click();
  await dz2.says("Not right");

  await dW2.root.getByRole("button", { name: /plain text/i }).click();
  await dW2.root.getByRole("textbox").fill("dz2 * h1");
  await dW2.checkThisOne.click();
  await expect(dW2.feedback).toContainText("can’t be multiplied");
  await dW2.root.getByRole("textbox").fill("dz2 * h1^T");
  await dW2.checkThisOne.click();
  await dW2.says("Right");

  await dz2.root.getByRole("button", { name: /plain text/i }).click();
  await dz2.root.getByRole("textbox").fill("h2 .* (1 - h2) .* (W3' dz3");
  await dz2.checkThisOne.click();
  await dz2.says("Could not be read", "bracket");
  await dz2.root.getByRole("textbox").fill("h2 .* (1 - h2) .* (W3' dz3)");
  await dz2.checkThisOne.click();
  await dz2.says("Right");
});

test("a visitor fills gradients in on the network's own diagram", async ({ page }) => {
  const exercise = await openExercise(page, "gradients-on-the-network");
  const formulas = await formulasIn(exercise);
  const last = (tex: string) => Number(/(-?[\d.]+)\}?\s*(?:\\end\{aligned\})?\s*$/.exec(tex)?.[1]);
  const y = last(formulas.find((tex) => /^y = /.test(tex)) ?? "");
  const p = last(formulas.find((tex) => tex.includes("p &=")) ?? "");
  const part = new PartField(exercise, "gradients-on-the-network-back");
  const blank = (layer: number, neuron: number) =>
    part.root.getByRole("textbox", { name: `dz, layer ${layer}, neuron ${neuron}` });
  await expect(blank(1, 2)).toBeVisible();
  for (const [layer, neuron] of [
    [2, 1],
    [2, 2],
    [1, 1],
    [1, 2],
  ] as const) {
    await blank(layer, neuron).fill("9");
  }
  await exercise.getByRole("button", { name: "Check", exact: true }).click();
  await part.says("Could not be read");
  await page.keyboard.press("Escape");
  await blank(3, 1).fill((p - y).toPrecision(5));
  await exercise.getByRole("button", { name: "Check", exact: true }).click();
  await part.says("Partly right", "0.2 / 1");
});
