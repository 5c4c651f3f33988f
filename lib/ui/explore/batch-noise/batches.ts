import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import {
  column,
  empty,
  fromRows,
  Graph,
  layBackprop,
  layWeights,
  type Node,
  network,
  zeros,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { sigmoidOf } from "@/lib/engine/ops/sigmoid";
import { normals } from "../normals";

export const batchSizes = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;

export interface NoiseState {
  /** Examples in a batch. */
  readonly m: number;
  /** Which batches: 0 for the first ones, then others. */
  readonly draw: number;
}

export const noiseStart: NoiseState = { m: 8, draw: 0 };
export const batchesDrawn = 200;

/** A neuron in the middle of its training, whose first weight the figure is about. */
export const neuron = network({
  sizes: [2, 1],
  activations: ["identity", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [empty, fromRows([[0.4, -0.2]])],
  b: [empty, column([0.1])],
});

interface Example {
  readonly x: readonly [number, number];
  readonly y: number;
}

/** The same thousand examples for ever: two inputs, and a label that leans on both. */
export const data: readonly Example[] = (() => {
  const generator = xoroshiro128plus(1847);
  return Array.from({ length: 1000 }, () => {
    const [x1, x2] = normals(generator, 2) as [number, number];
    const y = uniformFloat64(generator) < sigmoidOf(1.1 * x1 - 0.8 * x2) ? 1 : 0;
    return { x: [x1, x2], y } as const;
  });
})();

interface LaidBatch {
  readonly graph: Graph;
  readonly x: Node;
  readonly y: Node;
  readonly dW: Node;
}

/** A pass of m examples through the neuron, laid down once for each m. */
function batchOf(m: number): LaidBatch {
  const known = laid.get(m);
  if (known) return known;
  const graph = new Graph();
  const [x, y] = [zeros(2, m), zeros(1, m)].map((one) => graph.lay(constant, [], one)) as [
    Node,
    Node,
  ];
  const made = { graph, x, y, dW: layBackprop(graph, layWeights(graph, neuron), x, y).dW[1]! };
  laid.set(m, made);
  return made;
}

const laid = new Map<number, LaidBatch>();

/** The gradient of the first weight over these of the examples. */
function gradientOver(chosen: readonly number[]): number {
  const m = chosen.length;
  const { graph, x, y, dW } = batchOf(m);
  chosen.forEach((at, i) => {
    const example = data[at]!;
    x.data[i] = example.x[0];
    x.data[m + i] = example.x[1];
    y.data[i] = example.y;
  });
  graph.run();
  return dW.data[0]!;
}

/** What all the thousand say, and how far single examples lie from it. */
export const whole = (() => {
  const all = data.map((_, at) => at);
  return { gradient: gradientOver(all), spread: spreadOf(all.map((at) => gradientOver([at]))) };
})();

/** The gradients of many batches of m examples, each example drawn from all the thousand. Those of the last draw are
 *  kept, since a figure and its words ask for the same. */
export function batchGradients({ m, draw }: NoiseState): readonly number[] {
  if (draw !== kept.draw) kept = { draw, bySize: new Map() };
  const known = kept.bySize.get(m) ?? drawBatches(m, draw);
  kept.bySize.set(m, known);
  return known;
}

let kept: { readonly draw: number; readonly bySize: Map<number, readonly number[]> } = {
  draw: 0,
  bySize: new Map(),
};

function drawBatches(m: number, draw: number): readonly number[] {
  const generator = xoroshiro128plus(5000 + 300 * draw + m);
  const batch = () => Array.from({ length: m }, () => uniformInt(generator, 0, data.length - 1));
  return Array.from({ length: batchesDrawn }, () => gradientOver(batch()));
}

/** The standard deviation of these numbers. */
export function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}
