import { numberText } from "../../number-text";
import { type NetworkState, numberAt, type Parameter, runOf, withValue } from "./parameters";

/** A parameter in plain words, which are read aloud better than indices. */
export function nameOf({ layer, from, to }: Parameter): string {
  if (from === undefined) return `bias of neuron ${to}, layer ${layer}`;
  return `weight ${from} → ${to}, layer ${layer}`;
}

const nudge = 0.1;

/** What the network answers, and what a little more of the chosen parameter would change. */
export function networkWords(state: NetworkState): string {
  const { subject, chosen } = state;
  const { pass, measured } = runOf(state);
  const value = numberAt(subject, chosen);
  const thing = chosen.from === undefined ? "bias" : "weight";
  const answer = `The network gives p = ${listText(pass.p.data, measured ? 3 : 4)}`;
  const more = `Raise the framed ${thing} by ${nudge} and`;
  const raised = runOf({ subject: withValue(subject, chosen, value + nudge), chosen });
  if (!measured || !raised.measured) {
    return `${answer}. ${more} it gives ${listText(raised.pass.p.data, 4)}.`;
  }
  const change = numberText(raised.measured.loss - measured.loss, 2);
  const foretold = numberText(nudge * measured.gradient, 2);
  return `${answer}, at a loss of ${numberText(measured.loss)}. ${more} the loss changes by ${change}; the gradient predicts ${foretold}.`;
}

function listText(values: ArrayLike<number>, digits: number): string {
  const texts = Array.from(values, (value) => numberText(value, digits));
  return texts.length === 1 ? texts[0]! : `(${texts.join(", ")})`;
}
