import {
  empty,
  fromRows,
  Graph,
  type LaidBackprop,
  type LaidNetwork,
  type Loss,
  layBackprop,
  type Node,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";

export const landscapeNames = { valley: "long valley", neuron: "one neuron" } as const;
export type LandscapeName = keyof typeof landscapeNames;

/** A network of two parameters, a weight and a bias, and the examples that its loss is over. */
export interface Landscape {
  readonly output: "identity" | "sigmoid";
  readonly loss: Loss;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The part of the plane that is drawn. */
  readonly w: readonly [number, number];
  readonly b: readonly [number, number];
  readonly start: { readonly w: number; readonly b: number };
  /** Where the loss is least, and what it is there. */
  readonly lowest: { readonly w: number; readonly b: number; readonly loss: number };
}

/** A straight line through four points, which all lie to the right of 0: so a weight that is too large can nearly be
 *  made up for by a bias that is too small, and the valley is long. And a neuron that tells two classes that overlap. */
export const landscapes: Readonly<Record<LandscapeName, Landscape>> = {
  valley: {
    output: "identity",
    loss: "mean-squared-error",
    x: [1.2, 1.8, 2.6, 3.2],
    y: [0.9, 1.1, 1.9, 2.9],
    w: [-1.5, 3.5],
    b: [-5, 4],
    start: { w: -0.8, b: 3 },
    lowest: { w: 1, b: -0.5, loss: 0.04 },
  },
  neuron: {
    output: "sigmoid",
    loss: "binary-cross-entropy",
    x: [-3, -2, -1, 1, 2, 3],
    y: [0, 0, 1, 0, 1, 1],
    w: [-3, 5],
    b: [-5, 5],
    start: { w: -1.5, b: 3.5 },
    lowest: { w: 0.7324875300102196, b: 0, loss: 0.47941399720092015 },
  },
};

/** A landscape laid down once: its loss and the loss's gradient at any weight and bias. */
export interface LaidLandscape {
  readonly graph: Graph;
  readonly w: Node;
  readonly b: Node;
  readonly pass: LaidBackprop;
}

/** Lays down the pass of all examples through a landscape's network. Whoever puts another w or b in runs the graph. */
export function layLandscape({ output, loss, x, y }: Landscape): LaidLandscape {
  const graph = new Graph();
  const [w, b, xs, ys] = [[0], [0], x, y].map((row) => graph.lay(constant, [], fromRows([row])));
  const none = graph.lay(constant, [], empty);
  const net: LaidNetwork = {
    activations: ["identity", output],
    loss,
    W: [none, w!],
    b: [none, b!],
  };
  return { graph, w: w!, b: b!, pass: layBackprop(graph, net, xs!, ys!) };
}

export function lossAt(landscape: Landscape, w: number, b: number): number {
  const known = laid.get(landscape) ?? layLandscape(landscape);
  laid.set(landscape, known);
  known.w.data[0] = w;
  known.b.data[0] = b;
  known.graph.run();
  return known.pass.loss.data[0]!;
}

const laid = new WeakMap<Landscape, LaidLandscape>();
