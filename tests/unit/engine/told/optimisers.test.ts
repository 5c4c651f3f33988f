import { expect, it } from "vitest";
import { type Node, underChange } from "@/lib/engine";
import { fade, gather, unbias } from "@/lib/engine/ops/optimiser";
import { fadeSlips, gatherSlips, unbiasSlips } from "@/lib/engine/told/optimiser-slips";
import type { Slip } from "@/lib/engine/told/told";
import { bench } from "./slipped";

// Every figure here was worked with pencil and paper.

const { graph, lay, given } = bench();
const [old, fresh] = [given(8), given(4)];

/** What each slip at a node comes to, by its rule's name. */
function slipped(slips: readonly Slip[], node: Node) {
  const found: Record<string, number[]> = {};
  for (const { rule, made } of slips) {
    for (const { by } of made(node)) {
      const value = underChange(graph, [{ at: node, by }])(node)!.data[0]!;
      found[rule.name] = [...(found[rule.name] ?? []), Math.round(1e6 * value) / 1e6];
    }
  }
  return found;
}

it("slips in momentum, 0.75 · 8 + 4 = 10, come to what people give", () => {
  expect(slipped(gatherSlips, lay(gather, [old, fresh, given(0.75)]))).toEqual({
    "velocity-forgotten": [4],
    "share-put-in": [7],
    "decay-left-out": [12],
    "one-minus-put-in": [6],
    "minus-for-plus": [2],
    "decay-on-gradient": [11],
  });
});

it("slips in a running mean, 0.75 · 8 + 0.25 · 20 = 11, come to what people give", () => {
  expect(slipped(fadeSlips, lay(fade, [old, given(20), given(0.75)]))).toEqual({
    "shares-changed-over": [17],
    "share-left-out": [26],
    "one-minus-left-out": [21],
    "decay-left-out": [13],
    "velocity-forgotten": [5],
  });
});

it("slips in the correction, 9 / (1 − 0.5³), come to what people give", () => {
  const m = given(9);
  expect(slipped(unbiasSlips, lay(unbias, [m, given(0.5), given(3)]))).toEqual({
    "bias-correction-left-out": [9],
    "product-for-quotient": [7.875],
    "exponent-left-out": [18],
    "exponent-one-off": [12, 9.6],
    "times-for-power": [-18],
    "one-minus-left-out": [72],
  });
});

it("in the first step, what is got wrong of t is no mistake", () => {
  const first = lay(unbias, [given(2), given(0.9), given(1)]);
  const names = Object.keys(slipped(unbiasSlips, first));
  expect(names).not.toContain("exponent-left-out");
  expect(names).not.toContain("times-for-power");
});
