import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ItemFigures } from "@/app/sections/[section]/exercises/[exercise]/ItemFigures";
import { NumberFeatures } from "@/app/sections/[section]/exercises/[exercise]/NumberFeatures";
import type { FeatureComparison } from "@/lib/cohort/item/features";
import { figuresOf } from "@/lib/cohort/item/figures";

/** The words a reader gets, row by row. */
const words = (markup: string) =>
  markup
    .replaceAll(/<svg.*?<\/svg>/g, "")
    .replaceAll(/<\/(p|tr|th|td)>/g, " | ")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'");

const harder: FeatureComparison = {
  of: "given",
  name: "y",
  trait: "near 0",
  having: { right: 2, wrong: 10 },
  lacking: { right: 15, wrong: 3 },
  p: 0.0005367,
  unfair: true,
};

test("an unfair feature is told in a sentence with both shares, and what to do", () => {
  const shown = words(renderToStaticMarkup(<NumberFeatures features={[harder]} labels={{}} />));
  expect(shown).toContain(
    "Where y is within 0.1 of 0, students got the exercise right on the first try less often: " +
      "17 % of them did, and 83 % of the others. " +
      "To make it fair, draw the numbers so that all students have this feature or none.",
  );
  expect(shown).toContain("17 % of 12 | 83 % of 18 | below 0.001 |  unfair");
});

test("of fair ones it is said that there is no more than chance explains", () => {
  const fair = { ...harder, of: "answer", name: "dz", p: 0.31, unfair: false } as const;
  const shown = words(
    renderToStaticMarkup(<NumberFeatures features={[fair]} labels={{ dz: "the slope" }} />),
  );
  expect(shown).toContain("No feature makes more of a difference than chance explains.");
  expect(shown).toContain(
    "the answer to the slope is within 0.1 of 0 | 17 % of 12 | 83 % of 18 | 0.31 | fair so far",
  );
});

test("with enough students each figure has its interval in numbers", () => {
  const scores = Array.from({ length: 20 }, (_, i) => ({
    first: i < 15 ? 1 : 0,
    best: 1,
    rest: i / 20,
  }));
  const ways = scores.map(({ first }) => ({ attempts: first ? 1 : 3, seconds: first ? 0 : 600 }));
  const shown = words(renderToStaticMarkup(<ItemFigures figures={figuresOf(scores, ways)} />));
  // scipy 1.17.1: binomtest(15, 20).proportion_ci(method='wilson') is 0.5313 to 0.8881.
  expect(shown).toContain("Facility, first try | 75 % | 53 % to 89 % | 20 | ");
  // scipy 1.17.1: pearsonr is −0.7509, its confidence_interval() −0.8958 to −0.4619.
  expect(shown).toContain("Discrimination | −0.75 | −0.90 to −0.46 | 20 | ");
  expect(shown).toContain("Attempts until right | 1 | middle half: 1 to 1.5 | 20 | ");
  expect(shown).toContain("Time until right | 10 min | middle half: 10 min to 10 min | 5 | ");
});

test("students who are all alike have no discrimination, and it is said why", () => {
  const scores = Array.from({ length: 12 }, () => ({ first: 1, best: 1, rest: 0.5 }));
  const shown = words(renderToStaticMarkup(<ItemFigures figures={figuresOf(scores, [])} />));
  expect(shown).toContain("Discrimination | – | their scores are all the same | 12 | ");
  expect(shown).toContain("Attempts until right | – | nobody has it right yet | 0 | ");
});
