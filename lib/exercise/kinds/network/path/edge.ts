import type { Neuron } from "../neuron";

/** A weight: from neuron `from` of the layer before to neuron `to` of `layer`, all counted from 1. */
export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** A weight's name in a response: w[l][i][j], as in the lesson's w^{[l]}_{ij}. */
export function nameOf({ layer, from, to }: Edge): string {
  return `w[${layer}][${from}][${to}]`;
}

/** The names in a response, whether or not a weight has them. */
export function namesIn(response: string): string[] {
  return response.split(/[\s,;]+/).filter((name) => name !== "");
}

/** A weight for those who hear the page. */
export function wordsOf({ layer, from, to }: Edge): string {
  const source = layer === 1 ? `input ${from}` : `neuron ${from} of layer ${layer - 1}`;
  return `w, layer ${layer}, from ${source} to neuron ${to}`;
}

/** All weights of a network, layer by layer. */
export function edgesOf(sizes: readonly number[]): Edge[] {
  return sizes.slice(1).flatMap((_, i) => between(sizes, i + 1));
}

/** The weights on the ways that lead through all these neurons: where layers are passed over, every weight between. */
export function crossed(sizes: readonly number[], stops: readonly Neuron[]): Edge[] {
  return stops.slice(1).flatMap((stop, i) => {
    const start = stops[i];
    if (!start) return [];
    const layers = Array.from({ length: stop.layer - start.layer }, (_, l) => start.layer + l + 1);
    return layers.flatMap((layer) =>
      between(sizes, layer).filter(
        ({ from, to }) =>
          (layer > start.layer + 1 || from === start.neuron) &&
          (layer < stop.layer || to === stop.neuron),
      ),
    );
  });
}

function between(sizes: readonly number[], layer: number): Edge[] {
  const neurons = (l: number) => Array.from({ length: sizes[l] ?? 0 }, (_, i) => i + 1);
  return neurons(layer - 1).flatMap((from) => neurons(layer).map((to) => ({ layer, from, to })));
}
