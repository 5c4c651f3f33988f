import { aside } from "../graph";
import { negate } from "../ops/negate";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { tanh } from "../ops/tanh";
import { isLone } from "./reading";
import { rules } from "./rules";
import { activationLeftOut, otherActivation, roundedEarly } from "./slips";
import { slopeSlips } from "./slope-slips";
import { type Told, within } from "./told";

export const toldSigmoid: Told = {
  op: sigmoid,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\sigma\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  tells: () => "Send it through the sigmoid.",
  slips: [
    activationLeftOut,
    {
      rule: rules["sign-of-z-turned"],
      made: ({ inputs: [z] }) => [{ by: aside(sigmoid, [aside(negate, [z!])]) }],
    },
    otherActivation(tanh, "tanh"),
    {
      rule: rules["slope-for-activation"],
      made: (node) => [{ by: aside(sigmoidSlope, [node]) }],
    },
    roundedEarly,
  ],
};

export const toldSigmoidSlope: Told = {
  op: sigmoidSlope,
  tex: ({ inputs: [h] }, write) => {
    const a = write.of(h!);
    const times = isLone(h!) ? "\\," : "\\odot";
    return { tex: `${within(a, 3)} ${times} (1 - ${within(a, 2)})`, binds: 2 };
  },
  worked: () => undefined,
  tells: () => "Take the slope of the sigmoid from its output.",
  slips: slopeSlips,
};
