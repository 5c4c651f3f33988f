import { aside } from "../graph";
import { sigmoid } from "../ops/sigmoid";
import { tanh, tanhSlope } from "../ops/tanh";
import { isLone } from "./reading";
import { rules } from "./rules";
import { activationLeftOut, otherActivation, roundedEarly } from "./slips";
import { slopeSlips } from "./slope-slips";
import { type Told, within } from "./told";

export const toldTanh: Told = {
  op: tanh,
  tex: ({ inputs: [z] }, write) => ({ tex: `\\tanh\\left(${write.of(z!).tex}\\right)`, binds: 3 }),
  tells: () => "Send it through the tanh.",
  slips: [
    activationLeftOut,
    otherActivation(sigmoid, "the sigmoid"),
    {
      rule: rules["slope-for-activation"],
      made: (node) => [{ by: aside(tanhSlope, [node]) }],
    },
    roundedEarly,
  ],
};

export const toldTanhSlope: Told = {
  op: tanhSlope,
  tex: ({ inputs: [h] }, write) => {
    const a = write.of(h!);
    const squared = isLone(h!) ? `{${within(a, 4)}}^2` : `${within(a, 3)} \\odot ${within(a, 3)}`;
    return { tex: `1 - ${squared}`, binds: 1 };
  },
  worked: () => undefined,
  tells: () => "Take the slope of the tanh from its output.",
  slips: slopeSlips,
};
