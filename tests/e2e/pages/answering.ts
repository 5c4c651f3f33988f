import { expect, type Locator } from "@playwright/test";
import type { Answer } from "../../oracles/answers";
import { typed } from "../../oracles/holds";
import type { PartField } from "./part-field";

/** Puts an answer into a part's field the way that a person would: by typing, ticking, and pressing buttons. `view` says
 *  by which ids the page knows what the answer names by its words. */
export async function answerPart(part: PartField, answer: Answer, view: unknown): Promise<void> {
  if (typeof answer === "number") return part.number.fill(String(answer));
  if (typeof answer === "string") return typeFormula(part, answer);
  if ("option" in answer || "options" in answer) return tick(part.root, idsOf(answer, view));
  if ("weights" in answer) return tick(part.root, answer.weights);
  if ("steps" in answer) return order(part.root, idsOf(answer, view));
  if ("blanks" in answer) return fillBlanks(part.root, answer.blanks);
  return fillMatrix(part, answer);
}

const idsOf = (answer: Answer, view: unknown) => typed(answer, view).split(",");

async function typeFormula({ root }: PartField, formula: string): Promise<void> {
  await root.scrollIntoViewIfNeeded();
  await root.getByRole("button", { name: /plain text/i }).click();
  await root.getByRole("textbox").fill(formula);
}

async function tick(root: Locator, values: readonly string[]): Promise<void> {
  await root.scrollIntoViewIfNeeded();
  for (const value of values) await root.locator(`input[value="${value}"]`).check({ force: true });
}

/** Leaves out what belongs nowhere, and moves every step up to its place. */
async function order(root: Locator, ids: readonly string[]): Promise<void> {
  await root.scrollIntoViewIfNeeded();
  const button = (name: "use" | "up", id: string) => root.locator(`[id$="-${name}-${id}"]`);
  const texts = root.locator("ol [id*='-text-']");
  await expect(texts.first()).toBeVisible();
  const idsNow = () => texts.evaluateAll((all) => all.map(({ id }) => id.replace(/^.*-text-/, "")));
  for (const id of await idsNow()) if (!ids.includes(id)) await button("use", id).click();
  for (const [place, id] of ids.entries()) {
    const now = (await idsNow()).indexOf(id);
    for (let i = now; i > place; i--) await button("up", id).click();
  }
  const take = root.getByRole("button", { name: "keep this order as it is" });
  if ((await take.count()) > 0) await take.click();
}

async function fillBlanks(root: Locator, blanks: Readonly<Record<string, number>>): Promise<void> {
  await root.scrollIntoViewIfNeeded();
  for (const [name, value] of Object.entries(blanks)) {
    await root.getByRole("textbox", { name: wordsOf(name), exact: true }).fill(String(value));
  }
}

/** "h[1][2]" as the field on it is called. */
function wordsOf(blank: string): string {
  const [, quantity, layer, neuron] = /^(\w+)\[(\d+)\]\[(\d+)\]$/.exec(blank) ?? [];
  if (quantity) return `${quantity}, layer ${layer}, neuron ${neuron}`;
  const [, output] = /^p\[(\d+)\]$/.exec(blank) ?? [];
  return output ? `p, output ${output}` : "p, the output";
}

async function fillMatrix(part: PartField, rows: readonly (readonly number[])[]): Promise<void> {
  await part.root.scrollIntoViewIfNeeded();
  await expect(part.cell(1, 1)).toBeVisible();
  const asksForShape = (await part.root.getByRole("button", { name: "Add a row" }).count()) > 0;
  if (asksForShape) await part.reshape(rows.length, rows[0]?.length ?? 1);
  for (const [i, row] of rows.entries()) {
    for (const [j, cell] of row.entries()) await part.cell(i + 1, j + 1).fill(String(cell));
  }
}
