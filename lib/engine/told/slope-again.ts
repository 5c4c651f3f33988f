import { aside, type Node } from "../graph";
import { lossBack } from "../ops/loss";
import { multiply } from "../ops/multiply";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { tanh, tanhSlope } from "../ops/tanh";
import { isOutput } from "./reading";
import { rules } from "./rules";
import { none } from "./slips";
import { slopeOf } from "./slope-of";
import type { Slip, Write } from "./told";

// Slopes that are multiplied by once too often.

/** Whether a gradient is multiplied by the slope of the output's activation. */
export function isOfOutput(gradient: Node, slope: Node): boolean {
  if (gradient.op === lossBack) return true;
  const h = slopeOf(slope)?.h;
  return h !== undefined && isOutput(h);
}

/** The slope that a gradient is multiplied by, a second time. */
export function slopeAgain(
  rule: "output-slope-twice" | "slope-put-in",
  isSuch: (gradient: Node, slope: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      const [a, b] = node.inputs;
      const [gradient, slope] = slopeOf(b!) ? [a!, b!] : [b!, a!];
      const { of } = slopeOf(slope) ?? {};
      if (of !== "sigmoid" && of !== "tanh") return none;
      if (!isSuch(gradient, slope)) return none;
      return [
        {
          by: aside(multiply, [node, slope]),
          says: () => "multiplied by the derivative of the activation twice",
        },
      ];
    },
  };
}

/** h as a factor, and its slope beside it: dz h as dz h · h (1 − h). */
export const slopeOfFactor: Slip = {
  rule: rules["slope-put-in"],
  made: (node) => {
    if (slopeOf(node)) return none;
    return node.inputs.flatMap((h) => {
      if (h.op !== sigmoid && h.op !== tanh) return none;
      const slope = aside(h.op === tanh ? tanhSlope : sigmoidSlope, [h]);
      return [
        {
          by: aside(multiply, [node, slope]),
          says: (write: Write) => `multiplied ${write.inline(h)} by its slope, where none belongs`,
        },
      ];
    });
  },
};
