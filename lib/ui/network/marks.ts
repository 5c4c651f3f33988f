import type { Tensor } from "@/lib/engine";
import { shortNumberText } from "../number-text";
import type { Layout } from "./layout";
import type { BiasShow, NodeLetter, Scene, Tone } from "./scene";

/** Entry (row, column) of a tensor, both from 1; undefined outside it. */
export function entry({ rows, cols, data }: Tensor, row: number, col = 1): number | undefined {
  return row <= rows && col <= cols ? data[(row - 1) * cols + col - 1] : undefined;
}

/** The nodes of one layer with their values from a column of a tensor. */
export function nodesOf(
  layout: Layout,
  layer: number,
  letter: NodeLetter,
  values: Tensor,
  example: number,
): Scene["nodes"] {
  const places = layout.nodes.filter((node) => node.layer === layer);
  return fromPlaces(places, ({ index }) => {
    const value = entry(values, index, example);
    return value === undefined ? { letter } : { letter, value: shortNumberText(value) };
  });
}

/** Biases, or their gradients, of every layer that `values` holds and `only` allows. */
export function biasesOf(
  layout: Layout,
  letter: BiasShow["letter"],
  values: readonly Tensor[],
  only?: number,
): Scene["biases"] {
  const places = neurons(layout).filter(({ layer }) => only === undefined || layer === only);
  return fromPlaces(places, ({ layer, index }) => {
    const value = values[layer] && entry(values[layer], index);
    return value === undefined ? { letter } : { letter, value: shortNumberText(value) };
  });
}

/** Edges by the sign and size of W or dW; the thickest stands for the largest of all layers. */
export function edgesOf(layout: Layout, W: readonly Tensor[], only?: number): Scene["edges"] {
  const largest = W.reduce((most, layer) => layer.data.reduce(larger, most), 0);
  const places = layout.edges.filter(({ layer }) => only === undefined || layer === only);
  return fromPlaces(places, ({ layer, from, to }) => {
    const weight = (W[layer] && entry(W[layer], to, from)) ?? Number.NaN;
    const share = largest > 0 && Number.isFinite(largest) ? Math.abs(weight) / largest : 0;
    const width = Math.round(100 * (0.9 + 2.7 * (Number.isFinite(share) ? share : 0))) / 100;
    return { text: shortNumberText(weight), tone: toneOf(weight), width };
  });
}

function larger(most: number, weight: number): number {
  return Math.max(most, Math.abs(weight));
}

function toneOf(weight: number): Tone {
  return weight > 0 ? "positive" : weight < 0 ? "negative" : "plain";
}

/** All places but the inputs. */
export function neurons(layout: Layout): Layout["nodes"] {
  return layout.nodes.filter(({ layer }) => layer > 0);
}

/** What each place shows, by its id. */
export function fromPlaces<P extends { readonly id: string }, S>(
  places: readonly P[],
  show: (place: P) => S,
): Record<string, S> {
  return Object.fromEntries(places.map((place) => [place.id, show(place)]));
}
