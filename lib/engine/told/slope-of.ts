import { aside, type Node, type Op } from "../graph";
import { constant } from "../ops/constant";
import { multiply } from "../ops/multiply";
import { power } from "../ops/power";
import { leakyRelu, leakyReluSlope, relu, reluSlope } from "../ops/relu";
import { sigmoid, sigmoidSlope } from "../ops/sigmoid";
import { square } from "../ops/square";
import { subtract } from "../ops/subtract";
import { tanh, tanhSlope } from "../ops/tanh";

/** The slope of an activation, and what it is the slope of. */
export interface Slope {
  readonly of: "sigmoid" | "tanh" | "relu" | "leakyRelu";
  readonly h: Node;
  readonly z?: Node;
  /** What it is multiplied by in the same node: c in c h (1 − h), which is read from the left. */
  readonly rest?: Node;
}

/** What a node is the slope of: a slope's own op, or h(1 − h) and 1 − h² as an author writes them; undefined for all else. */
export function slopeOf(node: Node): Slope | undefined {
  const [a, b] = node.inputs;
  switch (node.op) {
    case sigmoidSlope:
      return { of: "sigmoid", h: a!, z: b ?? zOf(a!) };
    case tanhSlope:
      return { of: "tanh", h: a!, z: b ?? zOf(a!) };
    case reluSlope:
      return reluOf("relu", relu, a!);
    case leakyReluSlope:
      return reluOf("leakyRelu", leakyRelu, a!);
    case multiply:
      return writtenSigmoid(a!, b!);
    case subtract:
      return isOne(a!) ? writtenTanh(b!) : undefined;
    default:
      return undefined;
  }
}

/** A ReLU's slope is taken at z: its h is laid when it is asked for. */
const reluOf = (of: "relu" | "leakyRelu", op: Op, z: Node): Slope => ({
  of,
  z,
  get h() {
    return aside(op, [z]);
  },
});

const zOf = (h: Node) => (h.op === sigmoid || h.op === tanh ? h.inputs[0] : undefined);

const isOne = ({ op, data }: Node) => op === constant && data.length === 1 && data[0] === 1;

/** h where a node is 1 − h, but of a share β that a running mean keeps. */
function underOne({ op, inputs: [a, b] }: Node): Node | undefined {
  return op === subtract && isOne(a!) && !isShare(b!) ? b : undefined;
}

const isShare = ({ names }: Node) => names.some((name) => /(^|\.)beta\d*$/.test(name));

function writtenSigmoid(a: Node, b: Node): Slope | undefined {
  const right = underOne(b);
  if (right) {
    if (alike(right, a)) return { of: "sigmoid", h: a, z: zOf(a) };
    if (a.op === multiply && alike(a.inputs[1]!, right)) {
      return { of: "sigmoid", h: right, z: zOf(right), rest: a.inputs[0]! };
    }
  }
  const left = underOne(a);
  if (left) return alike(left, b) ? { of: "sigmoid", h: b, z: zOf(b) } : undefined;
  const inner = a.op === multiply && underOne(a.inputs[1]!);
  if (!inner || !alike(inner, b)) return undefined;
  return { of: "sigmoid", h: b, z: zOf(b), rest: a.inputs[0]! };
}

/** Whether two nodes are one, or worked out alike from the same ones. */
function alike(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.op !== b.op || a.inputs.length === 0 || a.settings !== b.settings) return false;
  return a.inputs.every((input, i) => alike(input, b.inputs[i]!));
}

function writtenTanh(squared: Node): Slope | undefined {
  const [a, b] = squared.inputs;
  const isSquare =
    squared.op === square ||
    (squared.op === power && b!.data.length === 1 && b!.data[0] === 2) ||
    (squared.op === multiply && a === b);
  return isSquare && isHidden(a!) ? { of: "tanh", h: a!, z: zOf(a!) } : undefined;
}

/** What is the output of a layer by what it is or what it is called: 1 − a² alone may be much else. */
const isHidden = ({ op, names }: Node) =>
  op === sigmoid || op === tanh || names.some((name) => /(^|\.)[aAhHpPs](\d*|\[\d+\])$/.test(name));
