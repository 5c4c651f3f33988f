import {
  aside,
  type Backprop,
  type Forward,
  Graph,
  layBackprop,
  layForward,
  layWeights,
  type Network,
  type Node,
  type Op,
  type Tensor,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";

/** What a pass forward comes to. */
export function forward(net: Network, x: Tensor): Forward {
  const graph = new Graph();
  return layForward(graph, layWeights(graph, net), graph.lay(constant, [], x));
}

/** What a pass forward and backward comes to. */
export function backprop(net: Network, x: Tensor, y: Tensor): Backprop {
  const graph = new Graph();
  const [inputs, targets] = [x, y].map((value) => graph.lay(constant, [], value));
  const pass = layBackprop(graph, layWeights(graph, net), inputs!, targets!);
  return { ...pass, loss: pass.loss.data[0]! };
}

/** A tensor as a node beside any graph. */
export const given = (value: Tensor): Node => aside(constant, [], value);

/** What an op comes to. */
export const of = (op: Op<never>, ...inputs: readonly Tensor[]): Tensor =>
  aside(op as Op, inputs.map(given));

/** The same of an op with settings. */
export const withSettings = <S>(op: Op<S>, settings: S, ...inputs: readonly Tensor[]): Tensor =>
  aside(op, inputs.map(given), settings);
