import { aside } from "../graph";
import { each } from "../ops/each";
import { exp } from "../ops/exp";
import { multiply } from "../ops/multiply";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { softmax, softmaxBack } from "../ops/softmax";
import { columnSums, transposed } from "./laid";
import { rules } from "./rules";
import { activationLeftOut, none, otherActivation, roundedEarly } from "./slips";
import { type Told, within } from "./told";

export const toldSoftmax: Told = {
  op: softmax,
  tex: ({ inputs: [z] }, write) => ({
    tex: `\\operatorname{softmax}\\left(${write.of(z!).tex}\\right)`,
    binds: 3,
  }),
  tells: () => "Send it through the softmax: each $e^{z_k}$ over the sum of them all.",
  slips: [
    {
      rule: rules["softmax-not-normalised"],
      made: ({ inputs }) => [{ by: aside(exp, inputs) }],
    },
    {
      rule: rules["softmax-without-exp"],
      made: ({ inputs: [z] }) => [
        { by: aside(each, [z!, columnSums(z!)], (v, total) => v / total) },
      ],
    },
    {
      rule: rules["wrong-axis"],
      made: ({ inputs: [z] }) =>
        z!.cols > 1
          ? [
              {
                by: transposed(aside(softmax, [transposed(z!)])),
                says: () => "took the softmax along the rows instead of down each column",
              },
            ]
          : none,
    },
    activationLeftOut,
    otherActivation(sigmoid, "the sigmoid"),
    roundedEarly,
  ],
};

export const toldSoftmaxBack: Told = {
  op: softmaxBack,
  tex: ({ inputs: [dp, p] }, write) => {
    const [d, h] = [write.of(dp!), within(write.of(p!), 3)];
    const inner =
      p!.cols > 1
        ? `\\mathbf{1} \\mathbf{1}^{\\top} (${h} \\odot ${within(d, 3)})`
        : `{${within(write.of(p!), 4)}}^{\\top} ${within(d, 3)}`;
    return { tex: `${h} \\odot \\left(${d.tex} - ${inner}\\right)`, binds: 2 };
  },
  worked: ({ inputs: [dp, p] }, write, numbers) => {
    const inner = columnSums(aside(multiply, [p!, dp!]));
    const difference = `${write.of(dp!).tex} - ${numbers.operand(inner)}`;
    return { tex: `${within(write.of(p!), 3)} \\odot \\left(${difference}\\right)`, binds: 2 };
  },
  tells: () => "Go back through the softmax: every output depends on every $z$.",
  slips: [
    {
      rule: rules["output-slope-left-out"],
      made: ({ inputs: [dp] }) => [
        { by: dp!, says: () => "left out the derivative of the softmax" },
      ],
    },
    {
      rule: rules["output-slope-twice"],
      made: (node) => [{ by: aside(softmaxBack, [node, node.inputs[1]!]) }],
    },
    {
      rule: rules["sigmoid-slope-for-softmax"],
      made: ({ inputs: [dp, p] }) => [{ by: aside(multiply, [dp!, aside(sigmoidSlope, [p!])]) }],
    },
    {
      rule: rules["h-for-slope"],
      made: ({ inputs: [dp, p] }) => [
        {
          by: aside(multiply, [dp!, p!]),
          says: (write) =>
            `multiplied by ${write.inline(p!)} instead of by the slope of the softmax`,
        },
      ],
    },
  ],
};
