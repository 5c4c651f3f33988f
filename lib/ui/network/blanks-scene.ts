import type { Network } from "@/lib/engine";
import type { NetworkView } from "@/lib/exercise/kinds/network";
import { numberText } from "../number-text";
import type { Layout } from "./layout";
import { biasesOf, edgesOf } from "./marks";
import type { BiasShow, NodeShow, Scene } from "./scene";
import { letterOf } from "./scene-of";

type ValuesView = Extract<NetworkView, { asks: "values" }>;

/** What a diagram with blanks shows: the weights, and of the pass what the view holds. A blank is an empty neuron with
 *  its letter above; a neuron that is neither known nor asked for has its letter inside. */
export function blanksScene(view: ValuesView, net: Network, layout: Layout): Scene {
  const last = net.sizes.length - 1;
  const letter = (layer: number) => (view.show === "forward" ? letterOf(layer, last) : "dz");
  const nodes: Record<string, NodeShow> = {};
  for (const { id, layer } of layout.nodes) nodes[id] = { letter: letter(layer) };
  view.x.forEach((value, i) => {
    nodes[`0.${i + 1}`] = { letter: "x", value: nodeText(value, view) };
  });
  for (const { layer, neuron, value } of view.known) {
    nodes[`${layer}.${neuron}`] = { letter: letter(layer), value: nodeText(value, view) };
  }
  for (const { layer, neuron, quantity } of view.blanks) {
    const blank = quantity === "h" ? letterOf(layer, last) : quantity;
    nodes[`${layer}.${neuron}`] = { letter: blank, value: "" };
  }
  const biases = view.show === "forward" ? biasesOf(layout, "b", net.b) : outputsOf(view, last);
  return { nodes, biases, edges: edgesOf(layout, net.W) };
}

/** Two figures more than are asked for, so that rounding what is shown does no harm. */
export function nodeText(value: number, { precision }: ValuesView): string {
  const figures = precision.rule === "significant" ? precision.amount + 2 : 5;
  return numberText(value, Math.min(6, figures));
}

/** h below its neuron, where gradients stand in it. */
function outputsOf(view: ValuesView, last: number): Scene["biases"] {
  const biases: Record<string, BiasShow> = {};
  view.h?.forEach((values, layer) => {
    if (layer === 0) return;
    values.forEach((value, i) => {
      const letter = layer === last ? "p" : "h";
      biases[`${layer}.${i + 1}`] = { letter, value: nodeText(value, view) };
    });
  });
  return biases;
}
