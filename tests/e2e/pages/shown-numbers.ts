import type { Locator } from "@playwright/test";

/** The TeX of every formula in a piece of the page, as its MathML carries it for screen readers. */
export function formulasIn(place: Locator): Promise<string[]> {
  return place.locator('annotation[encoding="application/x-tex"]').allTextContents();
}

/** What the cross-entropy exercise shows: the label and the prediction. */
export async function shownPrediction(exercise: Locator) {
  const tex = await formulaWith(exercise, /^y = .*p = /s);
  const [y, p] = tex.split("p =").map(numbersIn);
  return { y: y ?? [], p: p ?? [] };
}

/** What the exercise on the output layer shows to six decimals, and its label. */
export async function shownOutputLayer(exercise: Locator) {
  const figures = await formulaWith(exercise, /^\\begin\{aligned\}\s*h\^\{\[2\]\}/);
  const [h1 = Number.NaN, h2 = Number.NaN, h3 = Number.NaN, p = Number.NaN] = numbersIn(
    figures.match(/\\text\{[^}]*\}/g)?.join(" ") ?? "",
  );
  const [y = Number.NaN] = numbersIn(await formulaWith(exercise, /^y = /));
  return { h: [h1, h2, h3], p, y };
}

/** The loss by its formula, L = −Σ y ln p. */
export function lossOf({ y, p }: { y: readonly number[]; p: readonly number[] }): number {
  return -y.reduce((sum, yk, k) => sum + yk * Math.log(p[k] ?? Number.NaN), 0);
}

/** The gradients by the lesson's formulas: ∂L/∂p = (p − y) / (p(1 − p)), ∂p/∂z = p(1 − p), dz = p − y, dW = dz hᵀ. */
export function gradientsOf({ h, p, y }: { h: readonly number[]; p: number; y: number }) {
  const slope = p * (1 - p);
  const dz = p - y;
  return { dp: dz / slope, slope, dz, dW: h.map((hi) => dz * hi) };
}

async function formulaWith(place: Locator, pattern: RegExp): Promise<string> {
  const found = (await formulasIn(place)).find((tex) => pattern.test(tex));
  if (found === undefined) throw new Error(`no formula here reads like ${pattern}`);
  return found;
}

function numbersIn(tex: string): number[] {
  return [...tex.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}
