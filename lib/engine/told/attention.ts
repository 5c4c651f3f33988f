import { aside } from "../graph";
import { attentionScores } from "../ops/attention-scores";
import { divide } from "../ops/divide";
import { exp } from "../ops/exp";
import { masked } from "../ops/masked";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { scaled } from "../ops/scaled";
import { softmax } from "../ops/softmax";
import { softmaxRows } from "../ops/softmax-rows";
import { subtract } from "../ops/subtract";
import { transpose } from "../ops/transpose";
import { lone } from "./laid";
import { called, slip, times } from "./stand-ins";
import { type Told, within } from "./told";

export const toldAttentionScores: Told = {
  op: attentionScores,
  tex: ({ inputs: [Q, K] }, write) => ({
    tex: `${within(write.of(Q!), 2)} ${within(write.of(K!), 4)}^{\\top}`,
    binds: 2,
  }),
  tells: () => "Multiply each query by each key.",
  slips: [
    slip(
      "queries-for-keys",
      ({ inputs: [Q, K] }) => aside(attentionScores, [K!, Q!]),
      ({ inputs: [Q, K] }, write) => `swapped ${write.inline(Q!)} and ${write.inline(K!)}`,
    ),
    slip(
      "features-for-tokens",
      ({ inputs: [Q, K] }) => Q!.rows === K!.rows && aside(matmul, [aside(transpose, [Q!]), K!]),
    ),
  ],
};

export const toldScaled: Told<number> = {
  op: scaled,
  tex: ({ inputs: [a], settings }, write) => ({
    tex: `\\frac{${write.of(a!).tex}}{\\sqrt{${settings}}}`,
    binds: 3,
  }),
  tells: ({ settings }) => `Divide by $\\sqrt{${settings}}$.`,
  slips: [
    slip(
      "attention-scale-left-out",
      ({ inputs, settings }) => settings !== 1 && inputs[0],
      ({ settings }) => `didn’t divide by $\\sqrt{${settings}}$`,
    ),
    slip(
      "attention-scale-by-d",
      ({ inputs: [a], settings }) => settings !== 1 && aside(divide, [a!, lone(settings)]),
      ({ settings }) => `divided by ${settings} instead of by $\\sqrt{${settings}}$`,
    ),
    slip(
      "attention-scale-times",
      ({ inputs: [a], settings }) => settings !== 1 && times(a!, Math.sqrt(settings)),
    ),
  ],
};

export const toldMasked: Told<number> = {
  op: masked,
  tex: ({ inputs }, write) => called("mask", write, inputs),
  tells: () => "Hide what the mask has a 0 for.",
  slips: [
    slip("mask-forgotten", ({ inputs: [scores, mask] }) => hides(mask!.data) && scores),
    slip("mask-zeroed", ({ inputs }) => hides(inputs[1]!.data) && aside(multiply, inputs)),
    slip("attention-mask-turned", ({ inputs: [scores, mask], settings }) =>
      aside(masked, [scores!, aside(subtract, [lone(1), mask!])], settings),
    ),
  ],
};

const hides = (mask: Float64Array) => mask.includes(0);

export const toldSoftmaxRows: Told = {
  op: softmaxRows,
  tex: ({ inputs }, write) => called("softmax", write, inputs),
  tells: () => "Take the softmax of each row.",
  slips: [
    slip("softmax-axis", ({ inputs }) => aside(softmax, inputs)),
    slip("softmax-not-normalised", ({ inputs }) => aside(exp, inputs)),
  ],
};
