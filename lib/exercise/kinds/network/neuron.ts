/** A neuron's place: the inputs are layer 0, and neurons count from 1. */
export interface Neuron {
  readonly layer: number;
  readonly neuron: number;
}

/** The neuron that `x[1]`, `h[2][3]`, `p` or `p[2]` stands on; undefined when there is none of that name. */
export function readNeuron(text: string, sizes: readonly number[]): Neuron | undefined {
  const last = sizes.length - 1;
  const [, input, layer, neuron] = /^(?:x\[(\d)\]|h\[(\d+)\]\[(\d)\])$/.exec(text) ?? [];
  if (input) return within({ layer: 0, neuron: Number(input) }, sizes);
  if (layer) return within({ layer: Number(layer), neuron: Number(neuron) }, sizes);
  const output = /^p(?:\[(\d)\])?$/.exec(text);
  if (!output || (!output[1] && sizes[last] !== 1)) return undefined;
  return within({ layer: last, neuron: Number(output[1] ?? 1) }, sizes);
}

/** The neuron, if the network has it. */
export function within<N extends Neuron>(place: N, sizes: readonly number[]): N | undefined {
  const size = sizes[place.layer] ?? 0;
  return place.neuron >= 1 && place.neuron <= size ? place : undefined;
}
