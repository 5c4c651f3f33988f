import type { Locator, Page } from "@playwright/test";
import { PartField } from "./pages/part-field";
import { expect, test } from "./test";

const course = "/courses/backpropagation";

/** The line beside a part's field that says how what stands in it is read. */
const readAs = (part: PartField): Locator => part.root.locator("[data-read-as]");

/** A part of an exercise, near enough for its own code to load. */
async function partOf(page: Page, lesson: string, exercise: string, name: string) {
  await page.goto(`${course}/${lesson}`);
  const card = page.locator(`#exercise-${exercise}`);
  await card.scrollIntoViewIfNeeded();
  return new PartField(card, `${exercise}-${name}`);
}

/** Pastes as a person does: what is pasted comes from the clipboard's event. */
async function paste(cell: Locator, text: string): Promise<void> {
  await cell.focus();
  await cell.evaluate((field, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    // What nobody stops is put in by the browser.
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, data);
  }, text);
}

test("the cells of a column are numbers of their own, spaces, commas and all, and come back as typed", async ({
  page,
}) => {
  const slopes = await partOf(
    page,
    "updating-weights-and-biases-1",
    "slope-for-both-labels",
    "slopes",
  );
  await slopes.cell(1, 1).fill("189 e-3");
  await slopes.cell(2, 1).fill("-1,26e-1");
  await expect(readAs(slopes)).toContainText("0.189");
  await expect(readAs(slopes)).toContainText("0.126");
  await page
    .locator("#exercise-slope-for-both-labels")
    .getByRole("button", { name: "Check" })
    .click();
  await slopes.says("Not right");
  await expect(readAs(slopes)).toContainText("Read as");
  await page.reload();
  await slopes.root.scrollIntoViewIfNeeded();
  await expect(slopes.cell(2, 1)).toHaveValue("-1,26e-1");
});

test("a matrix pasted over a grid fills it, words change nothing and say so, and Ctrl+Z goes back", async ({
  lesson,
}) => {
  const dW3 = lesson.gradients.part("dW3");
  await dW3.fillCells([["7", "8"]]);
  await paste(dW3.cell(1, 1), "0.5 * np.array([[1, 2, 3]])");
  await expect(dW3.cell(1, 3)).toHaveValue("1.5");

  await paste(dW3.cell(1, 2), "the answer is 5");
  await expect(dW3.root.getByText("Nothing was pasted. “the” is not a number.")).toBeVisible();
  await expect(dW3.cell(1, 2)).toHaveValue("1");

  // With caps lock on.
  await dW3.cell(1, 1).press("Control+Z");
  await expect(dW3.cell(1, 3)).toHaveCount(0);
  await expect(dW3.cell(1, 1)).toHaveValue("7");
  await expect(dW3.cell(1, 2)).toHaveValue("8");
});

test("what is typed is shown as it is read, worked out, without a verdict", async ({ lesson }) => {
  const dz3 = lesson.gradients.part("dz3");
  await dz3.number.fill("-0.4");
  await lesson.page.waitForResponse("**/api/readings");
  await expect(readAs(dz3)).toBeEmpty();

  await dz3.number.pressSequentially("*ln(0.4)");
  await expect(readAs(dz3)).toContainText("0.366516292749662");
  await dz3.checkThisOne.click();
  await dz3.says("Not right");
  await expect(readAs(dz3)).toContainText("0.366516292749662");
  await dz3.number.fill("0.5O");
  await expect(readAs(dz3)).toHaveText(/“O” is a letter; did you mean 0\?/);
  await dz3.saysNothing();
  await dz3.number.fill("½");
  await expect(readAs(dz3)).toContainText("0.5");
  await dz3.number.fill("");
  await expect(readAs(dz3)).toBeEmpty();
});

test("a formula is shown with the brackets that the grader puts", async ({ page }) => {
  const loss = await partOf(page, "losses", "knowing-nothing", "loss");
  await loss.root.getByRole("button", { name: "Type as plain text" }).click();
  await loss.number.fill("ln(K)/2 + 1");
  await expect(readAs(loss)).toContainText("Read as");
  await expect(readAs(loss).locator("annotation")).toHaveText(
    /\\frac\{\\ln\\left\(K\\right\)\}\{2\}/,
  );
});
