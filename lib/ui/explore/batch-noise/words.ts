import { numberText } from "../../number-text";
import { batchesDrawn, batchGradients, type NoiseState, spreadOf, whole } from "./batches";

/** How far batches of this size go astray, measured and foretold. */
export function noiseWords(state: NoiseState): string {
  const gradients = batchGradients(state);
  const wrong = gradients.filter((g) => g * whole.gradient < 0).length;
  const { m } = state;
  const of = m === 1 ? "single examples" : `batches of ${m}`;
  const spread = `The gradients of ${batchesDrawn} ${of} spread by ${numberText(spreadOf(gradients))}`;
  const foretold =
    m === 1
      ? "around the gradient over all examples."
      : `; one example’s ${numberText(whole.spread)} over √${m} predicts ${numberText(whole.spread / Math.sqrt(m))}.`;
  const astray =
    wrong === 0 ? "None of them has" : `${wrong} of them ${wrong === 1 ? "has" : "have"}`;
  return `${spread}${m === 1 ? " " : ""}${foretold} ${astray} the wrong sign${wrong === 0 ? "." : " and would step uphill."}`;
}
