import { aside } from "../graph";
import { abs } from "../ops/abs";
import { l1Back, l1Penalty } from "../ops/l1-penalty";
import { type Halved, l2Back, l2Penalty } from "../ops/l2-penalty";
import { negate } from "../ops/negate";
import { filled } from "./laid";
import { slip, times } from "./stand-ins";
import { type Told, within } from "./told";

const leftOut = slip<never>("penalty-left-out", (node) => filled(node, 0));
const leftOutGoingBack = slip<never>("penalty-gradient-left-out", (node) => filled(node, 0));
const signTurned = slip<never>("penalty-sign", (node) => aside(negate, [node]));

export const toldL2Penalty: Told<Halved> = {
  op: l2Penalty,
  tex: ({ inputs: [W, lambda], settings: { isHalved } }, write) => ({
    tex: `${isHalved ? `\\frac{${write.of(lambda!).tex}}{2}` : within(write.of(lambda!), 2)} \\lVert ${write.of(W!).tex} \\rVert^2`,
    binds: 2,
  }),
  tells: () => "Add up the squares of the weights, times the strength of the penalty.",
  slips: [
    slip(
      "penalty-half",
      (node) => times(node, node.settings.isHalved ? 2 : 0.5),
      ({ settings }) =>
        settings.isHalved ? "left out the ½ of the penalty" : "put a ½ into the penalty",
    ),
    slip("l1-for-l2", ({ inputs }) => aside(l1Penalty, inputs)),
    leftOut,
    signTurned,
  ],
};

export const toldL2Back: Told<Halved> = {
  op: l2Back,
  tex: ({ inputs: [, W, lambda], settings: { isHalved } }, write) => ({
    tex: `${isHalved ? "" : "2 "}${within(write.of(lambda!), 2)} ${within(write.of(W!), 3)}`,
    binds: 2,
  }),
  tells: () => "Take the derivative of the penalty.",
  slips: [
    slip(
      "penalty-two",
      (node) => times(node, node.settings.isHalved ? 2 : 0.5),
      ({ settings }) =>
        settings.isHalved
          ? "kept the 2 that the ½ of the penalty cancels"
          : "left out the 2 that comes down from the square",
    ),
    leftOutGoingBack,
    signTurned,
  ],
};

export const toldL1Penalty: Told = {
  op: l1Penalty,
  tex: ({ inputs: [W, lambda] }, write) => ({
    tex: `${within(write.of(lambda!), 2)} \\lVert ${write.of(W!).tex} \\rVert_1`,
    binds: 2,
  }),
  tells: () => "Add up the absolute values of the weights, times the strength of the penalty.",
  slips: [
    slip("l2-for-l1", ({ inputs }) => aside(l2Penalty, inputs, { isHalved: false })),
    leftOut,
    signTurned,
  ],
};

export const toldL1Back: Told = {
  op: l1Back,
  tex: ({ inputs: [, W, lambda] }, write) => ({
    tex: `${within(write.of(lambda!), 2)} \\operatorname{sign}(${write.of(W!).tex})`,
    binds: 2,
  }),
  tells: () => "Take the derivative of the penalty.",
  slips: [
    slip("weight-sign-forgotten", ({ inputs: [g, W, lambda] }) =>
      aside(l1Back, [g!, aside(abs, [W!]), lambda!]),
    ),
    leftOutGoingBack,
    signTurned,
  ],
};
