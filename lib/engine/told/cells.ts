import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { affine } from "../ops/affine";
import { blend } from "../ops/blend";
import { cellState } from "../ops/cell-state";
import { candidate, gate } from "../ops/gate";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { recurrentSum } from "../ops/recurrent-sum";
import { filled } from "./laid";
import { slip } from "./stand-ins";
import { type Told, type Write, within } from "./told";

const product = (write: Write, a: Node, b: Node, sign = "") =>
  `${within(write.of(a), 2)} ${sign} ${within(write.of(b), 3)}`;

export const toldRecurrentSum: Told = {
  op: recurrentSum,
  tex: ({ inputs: [Wx, x, Wh, h, b] }, write) => ({
    tex: `${product(write, Wx!, x!)} + ${product(write, Wh!, h!)} + ${write.of(b!).tex}`,
    binds: 1,
  }),
  tells: () => "Multiply the input and the state before by their weights, and add the bias.",
  slips: [
    slip("state-weights-swapped", ({ inputs: [Wx, x, Wh, h, b] }) => {
      const fits = Wx!.cols === h!.rows && Wh!.cols === x!.rows;
      return fits && aside(recurrentSum, [Wh!, x!, Wx!, h!, b!]);
    }),
    slip(
      "state-left-out",
      ({ inputs: [Wx, x, , , b] }) => aside(affine, [Wx!, x!, b!]),
      ({ inputs }, write) => `left out the previous state, ${write.inline(inputs[3]!)}`,
    ),
    slip("cell-bias-left-out", ({ inputs: [Wx, x, Wh, h] }) =>
      aside(add, [aside(matmul, [Wx!, x!]), aside(matmul, [Wh!, h!])]),
    ),
  ],
};

export const toldGate: Told = {
  op: gate,
  tex: ({ inputs: [z] }, write) => ({ tex: `\\sigma(${write.of(z!).tex})`, binds: 4 }),
  tells: () => "Apply the sigmoid: a gate lies between 0 and 1.",
  slips: [
    slip("tanh-for-gate", ({ inputs }) => aside(candidate, inputs)),
    slip("activation-left-out", ({ inputs }) => inputs[0]),
  ],
};

export const toldCandidate: Told = {
  op: candidate,
  tex: ({ inputs: [z] }, write) => ({ tex: `\\tanh(${write.of(z!).tex})`, binds: 4 }),
  tells: () => "Apply tanh.",
  slips: [
    slip("sigmoid-for-candidate", ({ inputs }) => aside(gate, inputs)),
    slip("activation-left-out", ({ inputs }) => inputs[0]),
  ],
};

export const toldCellState: Told = {
  op: cellState,
  tex: ({ inputs: [f, c, i, g] }, write) => ({
    tex: `${product(write, f!, c!, "\\odot")} + ${product(write, i!, g!, "\\odot")}`,
    binds: 1,
  }),
  tells: () => "Keep what the forget gate lets stay, and add what the input gate lets in.",
  slips: [
    slip(
      "gates-swapped",
      ({ inputs: [f, c, i, g] }) => aside(cellState, [i!, c!, f!, g!]),
      ({ inputs: [f, , i] }, write) => `swapped ${write.inline(f!)} and ${write.inline(i!)}`,
    ),
    slip("forget-gate-left-out", ({ inputs: [, c, i, g] }) =>
      aside(add, [c!, aside(multiply, [i!, g!])]),
    ),
    slip("input-gate-left-out", ({ inputs: [f, c, , g] }) =>
      aside(add, [aside(multiply, [f!, c!]), g!]),
    ),
    slip("state-left-out", ({ inputs: [, , i, g] }) => aside(multiply, [i!, g!])),
  ],
};

export const toldBlend: Told = {
  op: blend,
  tex: ({ inputs: [z, h, n] }, write) => ({
    tex: `${product(write, z!, h!, "\\odot")} + (1 - ${write.of(z!).tex}) \\odot ${within(write.of(n!), 3)}`,
    binds: 1,
  }),
  tells: () =>
    "Keep the update gate’s share of the old state, and take the rest from the candidate.",
  slips: [
    slip("update-gate-turned", ({ inputs: [z, h, n] }) => aside(blend, [z!, n!, h!])),
    slip("state-left-out", ({ inputs: [z, h, n] }) => aside(blend, [z!, filled(h!, 0), n!])),
  ],
};
