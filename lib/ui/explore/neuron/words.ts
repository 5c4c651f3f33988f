import { numberText } from "../../number-text";
import { activationNames, type NeuronState, neuronAt } from "./neuron";

/** The neuron's two steps in words, and what its slope lets through. */
export function neuronWords(state: NeuronState): string {
  const { shares, z, h, slope } = neuronAt(state);
  const sum = `z = ${sumText(shares)} = ${numberText(z)}`;
  return `${sum}, and its ${activationNames[state.activation]} is h = ${numberText(h)}. ${through(state, slope)}`;
}

function through({ activation }: NeuronState, slope: number): string {
  if (activation === "relu") {
    return slope > 0
      ? "Above 0 a ReLU passes z on unchanged."
      : "Below 0 a ReLU is flat: small moves leave h at 0.";
  }
  if (slope < 0.05) return "The curve is almost flat here, so what you move barely changes h.";
  return `If z rises by 0.1 from here, h rises by about ${numberText(slope / 10, 2)}.`;
}

/** "0.48 − 0.2 + 0.3". */
function sumText(terms: readonly number[]): string {
  return terms
    .map((term, i) => {
      if (i === 0) return numberText(term);
      return `${term < 0 ? "−" : "+"} ${numberText(Math.abs(term))}`;
    })
    .join(" ");
}
