import { aside, type Node } from "../graph";
import { multiply } from "../ops/multiply";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { tanh, tanhSlope } from "../ops/tanh";
import { transpose } from "../ops/transpose";
import { transposed } from "./laid";
import { isLone, isSquare, isWeights } from "./reading";
import { rules } from "./rules";
import { none, xForH, zForH } from "./slips";
import { type Slip, type Told, within } from "./told";

export const toldTranspose: Told = {
  op: transpose,
  tex: ({ inputs: [a] }, write) => ({
    tex: `{${within(write.of(a!), 4)}}^{\\top}`,
    binds: 3,
  }),
  // Of a lone number there is nothing to turn.
  worked: (node, write) =>
    isLone(node) ? write.of(node.inputs[0]!) : toldTranspose.tex(node, write),
  tells: () => "Transpose: rows become columns.",
  slips: [
    leftOut("weights-not-transposed", isWeights),
    leftOut("transpose-left-out", (a) => !isWeights(a)),
    {
      rule: rules["slope-put-in"],
      made: ({ inputs: [h] }) => {
        const slope = slopeAt(h!);
        if (!slope) return none;
        return [
          {
            by: transposed(aside(multiply, [h!, slope])),
            says: (write) => `multiplied ${write.inline(h!)} by its slope, where none belongs`,
          },
        ];
      },
    },
    zForH,
    xForH(0),
  ],
};

/** A transpose left out, where the shape allows it: any other matrix is transposed by its shape. */
function leftOut(
  rule: "weights-not-transposed" | "transpose-left-out",
  isSuch: (a: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: ({ inputs: [a] }) => {
      if (!isSquare(a!) || !isSuch(a!)) return none;
      return [{ by: a!, says: (write) => `used ${write.inline(a!)} without transposing it` }];
    },
  };
}

function slopeAt(h: Node): Node | undefined {
  if (h.op === sigmoid) return aside(sigmoidSlope, [h, h.inputs[0]!]);
  return h.op === tanh ? aside(tanhSlope, [h, h.inputs[0]!]) : undefined;
}
