import { aside, type Node } from "../graph";
import type { Loss } from "../network";
import { divide } from "../ops/divide";
import { each, type OfEach } from "../ops/each";
import { lossBack, outputGradient } from "../ops/loss";
import { negate } from "../ops/negate";
import { halved, lone, oneMinus } from "./laid";
import { isBinary, isSquared, otherClasses } from "./loss-slips";
import { type RuleName, rules } from "./rules";
import { none } from "./slips";
import type { Slip } from "./told";

/** What goes wrong in ∂L/∂p. */
export const lossBackSlips: readonly Slip<Loss>[] = [
  slip("sign-turned", (node) => aside(negate, [node])),
  slip("square-factor-left-out", (node) => (isSquared(node) ? halved(node) : undefined)),
  slip(
    "second-term-left-out",
    ofBinary((y, p, share) => share * -weighted(y, 1 / p)),
  ),
  slip(
    "second-sign-lost",
    ofBinary((y, p, share) => share * (-weighted(y, 1 / p) - weighted(1 - y, 1 / (1 - p)))),
  ),
  slip("loss-terms-changed-over", (node) => {
    const [share, y, ...from] = node.inputs;
    return isBinary(node)
      ? aside(lossBack, [share!, oneMinus(y!), ...from], node.settings)
      : undefined;
  }),
  slip("slope-put-in", ({ inputs: [share, y, p], settings }) =>
    settings === "mean-squared-error" ? undefined : aside(outputGradient, [share!, p!, y!]),
  ),
  slip("mean-over-outputs", (node) =>
    node.rows > 1 ? aside(divide, [node, lone(node.rows)]) : undefined,
  ),
  {
    rule: rules["wrong-class"],
    made: ({ inputs: [share, y, ...from], settings }) =>
      settings === "cross-entropy"
        ? otherClasses(y!).map((other) => ({
            by: aside(lossBack, [share!, other, ...from], settings),
          }))
        : none,
  },
];

function slip(rule: RuleName, instead: (node: Node<Loss>) => Node | undefined): Slip<Loss> {
  return {
    rule: rules[rule],
    made: (node) => {
      const by = instead(node);
      return by ? [{ by }] : none;
    },
  };
}

function ofBinary(of: OfEach): (node: Node<Loss>) => Node | undefined {
  return (node) => {
    const [share, y, p] = node.inputs;
    return isBinary(node) ? aside(each, [y!, p!, share!], of) : undefined;
  };
}

/** w a, and 0 where the weight is 0 however large a is. */
const weighted = (w: number, a: number) => (w === 0 ? 0 : w * a);
