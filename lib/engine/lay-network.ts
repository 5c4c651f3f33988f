import { gradient } from "./gradient";
import type { Graph, Node, Op } from "./graph";
import type { Activation, Forward, Loss, Network } from "./network";
import { affine } from "./ops/affine";
import { constant } from "./ops/constant";
import { identity } from "./ops/identity";
import { losses } from "./ops/loss";
import { mean } from "./ops/mean";
import { leakyRelu, relu } from "./ops/relu";
import { sigmoid } from "./ops/sigmoid";
import { softmax } from "./ops/softmax";
import { tanh } from "./ops/tanh";
import { expectShape } from "./shape-error";
import { empty, type Tensor } from "./tensor";

/** A network whose weights and biases are nodes; lists are indexed by layer, 1 to L. */
export interface LaidNetwork {
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly W: readonly Node[];
  readonly b: readonly Node[];
}

/** A pass forward as nodes. */
export interface LaidForward extends Forward {
  readonly x: Node;
  readonly z: readonly Node[];
  readonly h: readonly Node[];
  readonly p: Node;
}

/** A pass forward and back as nodes; its loss is a lone number. */
export interface LaidBackprop extends LaidForward {
  readonly y: Node;
  readonly loss: Node;
  readonly losses: Node;
  readonly dp: Node;
  readonly dz: readonly Node[];
  readonly dh: readonly Node[];
  readonly dW: readonly Node[];
  readonly db: readonly Node[];
  readonly dx: Node;
}

/** The op that each activation is. */
export const activationOps: Readonly<Record<Activation, Op>> = {
  sigmoid,
  tanh,
  relu,
  "leaky-relu": leakyRelu,
  identity,
  softmax,
};

/** Lays down the weights and biases of a network, which other numbers may be put into. */
export function layWeights({ lay }: Graph, { activations, loss, W, b }: Network): LaidNetwork {
  const laid = (list: readonly Tensor[]) => list.map((one) => lay(constant, [], one));
  return { activations, loss, W: laid(W), b: laid(b) };
}

/** Lays down x running through a network, one example a column. */
export function layForward(graph: Graph, net: LaidNetwork, x: Node): LaidForward {
  const { lay } = graph;
  const z: Node[] = [lay(constant, [], empty)];
  const h = [x];
  for (let l = 1; l < net.W.length; l++) {
    z.push(lay(affine, [net.W[l]!, h[l - 1]!, net.b[l]!]));
    h.push(lay(activationOps[net.activations[l]!], [z[l]!]));
  }
  return { x, z, h, p: h.at(-1)! };
}

/** Lays down x running through a network, its loss on y, which is the mean over the examples, and the gradient of that
 *  going back. Throws ShapeError where y has not the shape of the outputs. */
export function layBackprop(graph: Graph, net: LaidNetwork, x: Node, y: Node): LaidBackprop {
  const { lay } = graph;
  const { z, h, p } = layForward(graph, net, x);
  expectShape("y", y, p.rows, p.cols);
  const each = lay(losses, [y, p, z.at(-1)!], net.loss);
  const loss = lay(mean, [each]);
  const inputs = [...z.slice(1), ...h, ...net.W.slice(1), ...net.b.slice(1)];
  const gradients = gradient(graph, loss, inputs);
  const of = new Map(inputs.map((node, i) => [node, gradients[i]!]));
  const by = (list: readonly Node[]) => list.map((node, l) => (l === 0 ? z[0]! : of.get(node)!));
  const dh = h.map((node) => of.get(node)!);
  return {
    x,
    y,
    z,
    h,
    p,
    loss,
    losses: each,
    dp: dh.at(-1)!,
    dz: by(z),
    dh,
    dW: by(net.W),
    db: by(net.b),
    dx: dh[0]!,
  };
}
