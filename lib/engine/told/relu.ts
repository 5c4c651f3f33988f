import { aside } from "../graph";
import { leakyRelu, leakyReluSlope, relu, reluSlope } from "../ops/relu";
import { rules } from "./rules";
import { activationLeftOut, otherActivation, roundedEarly } from "./slips";
import { slopeSlips } from "./slope-slips";
import type { Told } from "./told";

export const toldRelu: Told = {
  op: relu,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\operatorname{relu}\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  tells: () => "Send it through the ReLU: what is below 0 becomes 0.",
  slips: [
    activationLeftOut,
    otherActivation(leakyRelu, "the leaky ReLU"),
    slopeForActivation(reluSlope),
    roundedEarly,
  ],
};

export const toldReluSlope: Told = {
  op: reluSlope,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\operatorname{relu}'\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  worked: () => undefined,
  tells: () => "The slope of the ReLU is 1 where $z > 0$, and 0 elsewhere.",
  slips: slopeSlips,
};

export const toldLeakyRelu: Told = {
  op: leakyRelu,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\operatorname{leakyrelu}\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  tells: () => "Send it through the leaky ReLU: what is below 0 is divided by 100.",
  slips: [
    activationLeftOut,
    otherActivation(relu, "the plain ReLU"),
    slopeForActivation(leakyReluSlope),
    roundedEarly,
  ],
};

export const toldLeakyReluSlope: Told = {
  op: leakyReluSlope,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\operatorname{leakyrelu}'\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  worked: () => undefined,
  tells: () => "The slope of the leaky ReLU is 1 where $z > 0$, and 0.01 elsewhere.",
  slips: slopeSlips,
};

function slopeForActivation(slope: typeof reluSlope): Told["slips"][number] {
  return {
    rule: rules["slope-for-activation"],
    made: ({ inputs }) => [{ by: aside(slope, inputs) }],
  };
}
