import type { Network } from "@/lib/engine";
import type { Neuron } from "../neuron";
import type { Blank } from "./blank";
import type { Show } from "./schema";

/** The layers in the order in which a pass works them out. */
export function flowOf(show: Show, sizes: readonly number[]): number[] {
  const layers = sizes.map((_, layer) => layer).slice(1);
  return show === "forward" ? layers : layers.reverse();
}

/** The neurons whose value may be shown: those before the first blank in the pass, and those beside it. A softmax
 *  gives its layer away: its outputs sum to 1 and their gradients to 0, so that beside a blank nothing is shown. */
export function knownNeurons(
  { sizes, activations }: Pick<Network, "sizes" | "activations">,
  show: Show,
  blanks: readonly Blank[],
): Neuron[] {
  const flow = flowOf(show, sizes);
  const isBlank = (layer: number, neuron: number) =>
    blanks.some((blank) => blank.layer === layer && blank.neuron === neuron);
  const asked = blanks.map(({ layer }) => layer);
  const first = flow.findIndex((layer) => asked.includes(layer));
  return flow.slice(0, first + 1).flatMap((layer, i) => {
    if (i === first && activations[layer] === "softmax") return [];
    const neurons = Array.from({ length: sizes[layer] ?? 0 }, (_, j) => j + 1);
    return neurons.filter((neuron) => !isBlank(layer, neuron)).map((neuron) => ({ layer, neuron }));
  });
}
