import type { Graph, Node } from "./graph";
import { constant } from "./ops/constant";
import { multiply } from "./ops/multiply";
import { adapt, fade, gather, unbias } from "./ops/optimiser";
import { square } from "./ops/square";
import { subtract } from "./ops/subtract";
import { expectShape } from "./shape-error";
import { zeros } from "./tensor";

/** Adam's decay unless told: the shares that its running means keep, and what is added to the root in the denominator. */
export const usualDecay = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Lays down a step of gradient descent, a − α times its gradient. Like all here, throws ShapeError when a gradient has not the
 *  shape of its parameter. */
export function layDescent({ lay }: Graph, a: Node, gradient: Node, alpha: Node): Node {
  expectShape("the gradient", gradient, a.rows, a.cols);
  return lay(subtract, [a, lay(multiply, [alpha, gradient])]);
}

/** Lays down momentum's velocity after one more gradient, β v + g, in the form of PyTorch and TensorFlow; the first is the
 *  gradient itself. */
export function layVelocity({ lay }: Graph, beta: Node, g: Node, before?: Node): Node {
  return before ? lay(gather, [before, g, beta]) : g;
}

/** The numbers of one step of Adam, t counted from 1. */
export interface AdamNumbers {
  readonly beta1: Node;
  readonly beta2: Node;
  readonly epsilon: Node;
  readonly t: Node;
}

/** Running means of the gradients, and of their squares; 0 before the first step. */
export interface AdamMeans {
  readonly m: Node;
  readonly v: Node;
}

export interface LaidAdam extends AdamMeans {
  /** The means with their bias to 0 taken out. */
  readonly mHat: Node;
  readonly vHat: Node;
  /** What a step goes against. */
  readonly direction: Node;
}

/** Lays down Adam's running means after one more gradient. */
export function layMeans(
  { lay }: Graph,
  { beta1, beta2 }: Pick<AdamNumbers, "beta1" | "beta2">,
  g: Node,
  before?: AdamMeans,
): AdamMeans {
  const { m, v } = before ?? {
    m: lay(constant, [], zerosLike(g)),
    v: lay(constant, [], zerosLike(g)),
  };
  return { m: lay(fade, [m, g, beta1]), v: lay(fade, [v, lay(square, [g]), beta2]) };
}

/** Lays down the direction of a step of Adam from its running means. Source: arXiv 1412.6980, algorithm 1. */
export function layAdam({ lay }: Graph, numbers: AdamNumbers, { m, v }: AdamMeans): LaidAdam {
  const { beta1, beta2, epsilon, t } = numbers;
  const mHat = lay(unbias, [m, beta1, t]);
  const vHat = lay(unbias, [v, beta2, t]);
  return { m, v, mHat, vHat, direction: lay(adapt, [mHat, vHat, epsilon]) };
}

const zerosLike = ({ rows, cols }: Node) => zeros(rows, cols);
