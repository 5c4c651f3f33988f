import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import {
  empty,
  Graph,
  type LaidBackprop,
  type LaidNetwork,
  layBackprop,
  layWeights,
  type Network,
  network,
  tensor,
  zeros,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { normals } from "../normals";

export const activationNames = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" } as const;
export type DeepActivation = keyof typeof activationNames;
export const measures = { dz: "dz", dW: "dW" } as const;

export interface DepthState {
  /** How many layers have weights, the output layer with them. */
  readonly depth: number;
  readonly activation: DeepActivation;
  /** The weights' standard deviation, in units of 1/√n, n being the numbers that come into a neuron. */
  readonly scale: number;
  readonly of: keyof typeof measures;
}

export const depthStart: DepthState = { depth: 10, activation: "sigmoid", scale: 1, of: "dz" };

const [width, examples] = [12, 8];

/** Eight inputs and their labels. */
export const batch = {
  x: tensor(width, examples, normals(xoroshiro128plus(7), width * examples)),
  y: tensor(1, examples, [1, 0, 0, 1, 1, 0, 1, 0]),
};

/** The mean size of dW or dz in every layer, the first layer's first. Weights, inputs and labels
 *  are the same every time, so that only what is moved makes a difference. */
export function gradientSizes({ depth, activation, scale, of }: DepthState): number[] {
  const net = deepNetwork(depth, activation, scale);
  const { graph, weights, pass } = laidFor(net, `${depth} ${activation}`);
  for (const [l, { data }] of net.W.entries()) weights.W[l]!.data.set(data);
  graph.run();
  return pass[of].slice(1).map(({ data }) => {
    return data.reduce((sum, v) => sum + Math.abs(v), 0) / data.length;
  });
}

interface LaidDeep {
  readonly graph: Graph;
  readonly weights: LaidNetwork;
  readonly pass: LaidBackprop;
}

/** The pass of the batch through a network, laid down once for each name. */
function laidFor(net: Network, name: string): LaidDeep {
  const known = laid.get(name);
  if (known) return known;
  const graph = new Graph();
  const weights = layWeights(graph, net);
  const [x, y] = [graph.lay(constant, [], batch.x), graph.lay(constant, [], batch.y)];
  const made = { graph, weights, pass: layBackprop(graph, weights, x, y) };
  laid.set(name, made);
  return made;
}

const laid = new Map<string, LaidDeep>();

/** A network of this many layers; its weights are the same random numbers every time, but for their scale. */
export function deepNetwork(depth: number, activation: DeepActivation, scale: number): Network {
  const sizes = [...Array.from({ length: depth }, () => width), 1];
  const drawn = sizes.slice(1).map((rows, i) => {
    // A layer's numbers are its own, however many there are; the output layer's as well.
    const generator = xoroshiro128plus(i === depth - 1 ? 1000 : 100 + i);
    const entries = normals(generator, rows * width);
    return tensor(
      rows,
      width,
      entries.map((entry) => (scale * entry) / Math.sqrt(width)),
    );
  });
  return network({
    sizes,
    activations: [...Array.from({ length: depth }, () => activation), "sigmoid"],
    loss: "binary-cross-entropy",
    W: [empty, ...drawn],
    b: sizes.map((size, l) => (l === 0 ? empty : zeros(size, 1))),
  });
}

/** By which factor the sizes change from a layer to the one before it: the geometric mean over all of them. */
export function factorBack(sizes: readonly number[]): number {
  return (sizes[0]! / sizes.at(-1)!) ** (1 / (sizes.length - 1));
}
