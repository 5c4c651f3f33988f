import { aside, type Node, type Op } from "../graph";
import { affine } from "../ops/affine";
import { transpose } from "../ops/transpose";
import { rounded, withInput } from "./laid";
import { isActivation, isAlike, isOutput } from "./reading";
import { rules } from "./rules";
import type { Made, Slip, Write } from "./told";

// What can go wrong at nodes of many ops.

export const none: readonly Made[] = [];

/** An activation that is read as the z that it came from. */
export const zForH: Slip = {
  rule: rules["z-for-h"],
  made: (node) => {
    if (!node.inputs.some(isActivation)) return none;
    return node.inputs.flatMap((h, i) => {
      if (!isActivation(h)) return none;
      const z = h.inputs[0]!;
      return [
        {
          by: withInput(node, i, z),
          says: (write: Write) => `used ${write.inline(z)} instead of ${write.inline(h)}`,
        },
      ];
    });
  },
};

/** A value that is rounded before it is gone on with. */
export const roundedEarly: Slip = {
  rule: rules["rounded-early"],
  made: (node) => [
    {
      by: rounded(node),
      says: (write) => `rounded ${write.inline(node)} to two decimals along the way`,
    },
  ],
};

/** z in the place of g(z). */
export const activationLeftOut: Slip = {
  rule: rules["activation-left-out"],
  made: (h) => {
    const z = h.inputs[0]!;
    return [
      {
        by: z,
        // An output's activation makes a probability: it is not forgotten with the others.
        apart: isOutput(h),
        says: (write) => `carried on with ${write.inline(z)} without applying the activation`,
      },
    ];
  },
};

/** Another activation in the place of the one given. */
export const otherActivation = (other: Op, name: string): Slip => ({
  rule: rules["other-activation"],
  made: ({ inputs }) => [
    { by: aside(other, inputs), says: () => `used ${name} as the activation` },
  ],
});

/** A matrix that is written transposed where it is used as it is; none where its shape forbids it. */
export const isTurnable = ({ rows, cols, op }: Node): boolean =>
  rows === cols && rows > 1 && op !== transpose;

/** The network's input in the place of an activation that is read, where it has the same shape. */
export const xForH = (at: number): Slip => ({
  rule: rules["x-for-h"],
  made: (node) => {
    const h = node.inputs[at]!;
    const x = firstInput(h);
    if (x === h || !isAlike(x, h)) return none;
    return [
      {
        by: withInput(node, at, x),
        says: (write) => `used ${write.inline(x)} instead of ${write.inline(h)}`,
      },
    ];
  },
});

/** What goes into the first of the layers that a node is the output of. */
function firstInput(h: Node): Node {
  const z = isActivation(h) ? h.inputs[0]! : h;
  return z !== h && z.op === affine ? firstInput(z.inputs[1]!) : h;
}
