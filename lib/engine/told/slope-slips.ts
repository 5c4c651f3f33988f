import { aside, type Node } from "../graph";
import { each, type OfEach } from "../ops/each";
import { multiply } from "../ops/multiply";
import { reluSlope } from "../ops/relu";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { square } from "../ops/square";
import { tanh, tanhSlope } from "../ops/tanh";
import { filled, oneMinus } from "./laid";
import { isOutput } from "./reading";
import { type RuleName, rules } from "./rules";
import { none } from "./slips";
import { type Slope, slopeOf } from "./slope-of";
import type { Slip, Write } from "./told";

type Instead = (slope: Slope, node: Node) => Node | undefined;

/** A slip at whatever is the slope of an activation: a slope's own op, and h(1 − h) or 1 − h² in an author's formula. */
function atSlope(
  rule: RuleName,
  instead: Instead,
  says?: (slope: Slope, write: Write) => string,
): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      const slope = slopeOf(node);
      const by = slope && instead(slope, node);
      if (!by) return none;
      const { rest } = slope;
      return [
        {
          by: rest ? aside(multiply, [rest, by]) : by,
          ...(says && { says: (write: Write) => says(slope, write) }),
        },
      ];
    },
  };
}

const isWritten = ({ op }: Node) => op !== sigmoidSlope && op !== tanhSlope;
const isSmooth = ({ of }: Slope) => of === "sigmoid" || of === "tanh";

/** What goes wrong in a slope itself. A slope's op that is left out is left out at the product that it is a factor of. */
export const slopeSlips: readonly Slip[] = [
  atSlope("hidden-slope-left-out", (slope, node) =>
    isSmooth(slope) && isWritten(node) && !isOutput(slope.h) ? filled(slope.h, 1) : undefined,
  ),
  atSlope("output-slope-left-out", (slope, node) =>
    isSmooth(slope) && isWritten(node) && isOutput(slope.h) ? filled(slope.h, 1) : undefined,
  ),
  atSlope("output-slope-twice", (slope, node) =>
    slope.of === "sigmoid" && isWritten(node) && isOutput(slope.h)
      ? aside(square, [written(slope.h)])
      : undefined,
  ),
  atSlope(
    "h-for-slope",
    ({ h }) => h,
    ({ h, of }, write) => `multiplied by ${write.inline(h)} instead of by ${rightOf[of]}`,
  ),
  atSlope("slope-at-h", ({ of, h }, node) => {
    if (isWritten(node)) return undefined;
    return of === "sigmoid"
      ? aside(sigmoidSlope, [aside(sigmoid, [h])])
      : aside(tanhSlope, [aside(tanh, [h])]);
  }),
  atSlope("relu-mask-forgotten", (slope) => (isSmooth(slope) ? undefined : filled(slope.h, 1))),
  atSlope("mask-turned", ({ of, z }) =>
    of === "relu" ? aside(each, [z!], (v) => (v > 0 ? 0 : 1)) : undefined,
  ),
  atSlope("other-slope", ({ of, h, z }) => {
    if (of === "leakyRelu") return aside(reluSlope, [z!]);
    return aside(each, [h], of === "sigmoid" ? ofTanh : ofSigmoid);
  }),
  atSlope("one-minus-h-for-slope", ({ of, h }) => (of === "sigmoid" ? oneMinus(h) : undefined)),
  atSlope("tanh-slope-without-square", ({ of, h }) => (of === "tanh" ? oneMinus(h) : undefined)),
  atSlope(
    "one-minus-left-out",
    ({ of, h }, node) => (of === "tanh" && !isWritten(node) ? aside(square, [h]) : undefined),
    ({ h }, write) => `used the square of ${write.inline(h)} instead of 1 minus that square`,
  ),
  atSlope(
    "z-in-slope",
    (slope) =>
      isSmooth(slope) && slope.z
        ? aside(each, [slope.z], slope.of === "tanh" ? ofTanh : ofSigmoid)
        : undefined,
    ({ z, h }, write) => `put ${write.inline(z!)} instead of ${write.inline(h)} into the slope`,
  ),
];

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

const rightOf: Readonly<Record<Slope["of"], string>> = {
  sigmoid: "$h(1-h)$",
  tanh: "$1-h^2$",
  relu: "1 or 0",
  leakyRelu: "the slope of a leaky ReLU",
};

/** h(1 − h). */
const ofSigmoid: OfEach = (h) => h * (1 - h);
/** 1 − h². */
const ofTanh: OfEach = (h) => 1 - h * h;

const written = (h: Node) => aside(each, [h], ofSigmoid);
