import { type Neuron, readNeuron, within } from "../neuron";

export type Quantity = "z" | "h" | "dz";

/** A value to fill in on the diagram: a quantity of one neuron. */
export interface Blank extends Neuron {
  readonly quantity: Quantity;
}

/** The blank called `h[1][2]`, `z[1][2]` or `dz[1][2]`, layer and neuron counted from 1, or `p`, `p[2]`; undefined
 *  when the network has none of that name. */
export function readBlank(text: string, sizes: readonly number[]): Blank | undefined {
  const [, quantity, layer, neuron] = /^(z|dz)\[(\d+)\]\[(\d)\]$/.exec(text) ?? [];
  const place = quantity
    ? within({ layer: Number(layer), neuron: Number(neuron) }, sizes)
    : readNeuron(text, sizes);
  return place && place.layer > 0
    ? { quantity: (quantity ?? "h") as Quantity, ...place }
    : undefined;
}

/** A blank's name in a response; h of the last layer is p. */
export function nameOf({ quantity, layer, neuron }: Blank, sizes: readonly number[]): string {
  if (!isOutput({ quantity, layer, neuron }, sizes)) return `${quantity}[${layer}][${neuron}]`;
  return sizes[layer] === 1 ? "p" : `p[${neuron}]`;
}

/** A blank's name in the lesson's notation. */
export function texOf({ quantity, layer, neuron }: Blank, sizes: readonly number[]): string {
  if (!isOutput({ quantity, layer, neuron }, sizes)) return `${quantity}^{[${layer}]}_{${neuron}}`;
  return sizes[layer] === 1 ? "p" : `p_{${neuron}}`;
}

/** A blank for those who hear the page. */
export function wordsOf({ quantity, layer, neuron }: Blank, sizes: readonly number[]): string {
  if (!isOutput({ quantity, layer, neuron }, sizes)) {
    return `${quantity}, layer ${layer}, neuron ${neuron}`;
  }
  return sizes[layer] === 1 ? "p, the output" : `p, output ${neuron}`;
}

function isOutput({ quantity, layer }: Blank, sizes: readonly number[]): boolean {
  return quantity === "h" && layer === sizes.length - 1;
}
