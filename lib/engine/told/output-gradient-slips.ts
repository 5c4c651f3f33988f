import { aside, type Node } from "../graph";
import { divide } from "../ops/divide";
import { each, type OfEach } from "../ops/each";
import { lossBack, outputGradient } from "../ops/loss";
import { multiply } from "../ops/multiply";
import { negate } from "../ops/negate";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { softmax, softmaxBack } from "../ops/softmax";
import { lone, oneMinus, twice } from "./laid";
import { otherClasses } from "./loss-slips";
import { type RuleName, rules } from "./rules";
import { none } from "./slips";
import type { Slip } from "./told";

/** What goes wrong in p − y, at a sigmoid with binary cross-entropy or a softmax with cross-entropy. */
export const outputGradientSlips: readonly Slip[] = [
  slip("sign-turned", (node) => aside(negate, [node])),
  slip("output-slope-left-out", lossSlope),
  slip("output-slope-twice", (node) => {
    const p = node.inputs[1]!;
    if (p.op === softmax) return aside(softmaxBack, [node, p]);
    return aside(multiply, [node, aside(sigmoidSlope, [p])]);
  }),
  slip("sigmoid-slope-for-softmax", (node) => {
    const p = node.inputs[1]!;
    const dp = p.op === softmax ? lossSlope(node) : undefined;
    return dp && aside(multiply, [dp, aside(sigmoidSlope, [p])]);
  }),
  slip(
    "second-term-left-out",
    ofSigmoid((p, y, share) => share * y * (p - 1)),
  ),
  slip(
    "second-sign-lost",
    ofSigmoid((p, y, share) => share * (-y * (1 - p) - (1 - y) * p)),
  ),
  slip("loss-terms-changed-over", (node) => {
    const [share, p, y] = node.inputs;
    return isOfSigmoid(node) ? aside(outputGradient, [share!, p!, oneMinus(y!)]) : undefined;
  }),
  slip("two-put-in", twice),
  slip("mean-over-outputs", (node) =>
    node.rows > 1 ? aside(divide, [node, lone(node.rows)]) : undefined,
  ),
  {
    rule: rules["term-left-out"],
    made: ({ inputs: [share, p, y] }) => [
      {
        by: aside(each, [p!, share!], (v, of) => of * v),
        says: (write) => `left out ${write.inline(y!)}`,
      },
    ],
  },
  {
    rule: rules["z-for-h"],
    made: ({ inputs: [share, p, y] }) => {
      const z = p!.inputs[0];
      if (p!.op !== sigmoid && p!.op !== softmax) return none;
      return [
        {
          by: aside(outputGradient, [share!, z!, y!]),
          says: (write) => `used ${write.inline(z!)} instead of ${write.inline(p!)}`,
        },
      ];
    },
  },
  {
    rule: rules["wrong-class"],
    made: ({ inputs: [share, p, y] }) =>
      p!.op === softmax
        ? otherClasses(y!).map((other) => ({ by: aside(outputGradient, [share!, p!, other]) }))
        : none,
  },
];

function slip(rule: RuleName, instead: (node: Node) => Node | undefined): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      const by = instead(node);
      return by ? [{ by }] : none;
    },
  };
}

function isOfSigmoid({ inputs: [, p] }: Node): boolean {
  return p!.op === sigmoid;
}

function ofSigmoid(of: OfEach): (node: Node) => Node | undefined {
  return (node) => {
    const [share, p, y] = node.inputs;
    return isOfSigmoid(node) ? aside(each, [p!, y!, share!], of) : undefined;
  };
}

/** ∂L/∂p of the loss that cancels with this activation. */
function lossSlope({ inputs: [share, p, y] }: Node): Node {
  const loss = p!.op === softmax ? "cross-entropy" : "binary-cross-entropy";
  return aside(lossBack, [share!, y!, p!, p!.inputs[0]!], loss);
}
