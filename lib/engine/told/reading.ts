import type { Node, Op } from "../graph";
import { affine } from "../ops/affine";
import { constant } from "../ops/constant";
import { candidate, gate } from "../ops/gate";
import { lossBack, outputGradient } from "../ops/loss";
import { multiply } from "../ops/multiply";
import { leakyRelu, relu } from "../ops/relu";
import { sigmoid } from "../ops/sigmoid";
import { softmax, softmaxBack } from "../ops/softmax";
import { tanh } from "../ops/tanh";
import type { Tensor } from "../tensor";
import { slopeOf } from "./slope-of";

export const isLone = (a: Tensor): boolean => a.data.length === 1;

export const isAlike = (a: Tensor, b: Tensor): boolean => a.rows === b.rows && a.cols === b.cols;

export const isSquare = ({ rows, cols }: Tensor): boolean => rows === cols && rows > 1;

/** Whether a node is a number that an author has written into a formula. */
export const isNumber = (node: Node, v: number): boolean =>
  node.op === constant && isLone(node) && node.data[0] === v && node.names.length === 0;

const activations: ReadonlySet<Op> = new Set([
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  softmax,
  gate,
  candidate,
]);

/** Whether a node is h = g(z) of a g that does something; its one input is z. */
export const isActivation = ({ op }: Node): boolean => activations.has(op);

/** Whether the page calls a node so: "p" is "p" itself, and what ends in ".p". */
const isNamed = ({ names }: Node, letter: RegExp): boolean =>
  names.some((name) => letter.test(name));

export const isOutput = (node: Node): boolean => isNamed(node, /(^|\.)[pP]\d*$/);
export const isTarget = (node: Node): boolean => isNamed(node, /(^|\.)[yY]s?\d*$/);
export const isBias = (node: Node): boolean => isNamed(node, /(^|\.)b(\d*|\[\d+\])$/);
export const isWeights = (node: Node): boolean => isNamed(node, /(^|\.)W(\d*|\[\d+\])$/);

/** Whether a node is a learning rate, by its name. */
export const isRate = (node: Node): boolean =>
  isLone(node) && isNamed(node, /(^|\.)(alpha|eta|rate|lr)\d*$/);

/** Whether a node is the share that a running mean keeps: by its name, or a written number that is usual. */
export function isDecay(node: Node): boolean {
  if (!isLone(node)) return false;
  const v = node.data[0]!;
  if (node.op === constant && node.names.length === 0) return v >= 0.5 && v < 1;
  return isNamed(node, /(^|\.)beta\d*$/);
}

/** What is read of a layer from the gradient dz by its weighted sums. */
export interface Layer {
  /** What the layer puts out. */
  readonly h: Node;
  /** What goes into it, and its weights: none where z was not laid as W h + b. */
  readonly input?: Node;
  readonly W?: Node;
}

/** The layer that a gradient is the dz of, from how it was laid down; undefined where it is none, or cannot be told. */
export function layerOf(dz: Node): Layer | undefined {
  const h = outputOf(dz);
  if (!h) return undefined;
  const z = isActivation(h) ? h.inputs[0]! : h;
  if (z.op !== affine) return { h };
  return { h, W: z.inputs[0]!, input: z.inputs[1]! };
}

function outputOf({ op, inputs }: Node): Node | undefined {
  if (op === outputGradient || op === softmaxBack) return inputs[1];
  if (op === lossBack) return inputs[2];
  if (op !== multiply) return undefined;
  return slopeOf(inputs[1]!)?.h ?? slopeOf(inputs[0]!)?.h;
}
