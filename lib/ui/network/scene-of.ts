import type { Backprop, Forward, Network } from "@/lib/engine";
import { numberText } from "../number-text";
import type { Layout } from "./layout";
import { biasesOf, edgesOf, fromPlaces, neurons, nodesOf } from "./marks";
import type { NodeLetter, Scene } from "./scene";

export type Show = "structure" | "weights" | "forward" | "gradients";
export type Pass = Forward | Backprop;
export function isBackprop(pass: Pass | undefined): pass is Backprop {
  return pass !== undefined && "dz" in pass;
}

/** The values the diagram shows for one example (from 1) of the pass. Only what `show` names is in it, so that a
 *  diagram in a question cannot carry an answer. Throws RangeError when the pass that `show` needs is missing. */
export function sceneOf(
  net: Network,
  layout: Layout,
  show: Show,
  pass: Pass | undefined,
  example = 1,
): Scene {
  if (show === "structure") return structure(layout, net);
  if (show === "weights") {
    return {
      ...structure(layout, net),
      biases: biasesOf(layout, "b", net.b),
      edges: edgesOf(layout, net.W),
    };
  }
  if (show === "forward") {
    if (!pass) throw new RangeError('show="forward" needs the pass forward(net, x)');
    return {
      nodes: { ...inputNodes(layout, pass, example), ...forwardNodes(layout, net, pass, example) },
      biases: biasesOf(layout, "b", net.b),
      edges: edgesOf(layout, net.W),
    };
  }
  if (!isBackprop(pass))
    throw new RangeError('show="gradients" needs the pass backprop(net, x, y)');
  return {
    nodes: { ...inputNodes(layout, pass, example), ...gradientNodes(layout, pass, example) },
    biases: biasesOf(layout, "db", pass.db),
    edges: edgesOf(layout, pass.dW),
    loss: numberText(pass.loss),
  };
}

/** Names alone: h, w and b with their indices. */
export function structure(layout: Layout, net: Network): Scene {
  const last = net.sizes.length - 1;
  return {
    nodes: fromPlaces(layout.nodes, ({ layer }) => ({ letter: letterOf(layer, last) })),
    biases: fromPlaces(neurons(layout), () => ({ letter: "b" })),
    edges: fromPlaces(layout.edges, () => ({ tone: "plain", width: 1.1 })),
  };
}

export function letterOf(layer: number, last: number): NodeLetter {
  return layer === 0 ? "x" : layer === last ? "p" : "h";
}

/** The inputs of one example, as nodes of layer 0. */
export function inputNodes(layout: Layout, pass: Pass, example: number): Scene["nodes"] {
  return nodesOf(layout, 0, "x", pass.x, example);
}

function forwardNodes(layout: Layout, net: Network, pass: Pass, example: number): Scene["nodes"] {
  const last = net.sizes.length - 1;
  const layers = layout.columns.slice(1).map(({ layer }) => {
    const values = pass.h[layer];
    return values ? nodesOf(layout, layer, letterOf(layer, last), values, example) : {};
  });
  return Object.assign({}, ...layers);
}

function gradientNodes(layout: Layout, pass: Backprop, example: number): Scene["nodes"] {
  const layers = layout.columns.slice(1).map(({ layer }) => {
    const values = pass.dz[layer];
    return values ? nodesOf(layout, layer, "dz", values, example) : {};
  });
  return Object.assign({}, ...layers);
}
