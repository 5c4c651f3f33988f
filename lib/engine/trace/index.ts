import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { backwardSteps } from "./backward";
import { forwardSteps } from "./forward";
import { lossSteps } from "./loss";
import type { Step, TraceOptions } from "./step";
import { updateSteps } from "./update";
import { writer } from "./writer";

export { stepsTo, type Target } from "./leading-to";
export { letter, type Step, type StepRule, type TraceOptions } from "./step";
export { type Writer, writer } from "./writer";

/** Every step of a pass in the order it is worked: layer by layer forward, the loss, layer by layer back, the update.
 *  The numbers of a step recompute to its value, as nearly as their digits can tell. `pass` is one under the right
 *  rules. */
export function trace(
  net: Network,
  pass: Backprop,
  { digits = 4, alpha }: TraceOptions = {},
): Step[] {
  const write = writer(digits);
  const layers = net.sizes.map((_, l) => l).slice(1);
  return [
    ...layers.flatMap((l) => forwardSteps(net, pass, l, write)),
    ...lossSteps(net, pass, write),
    ...layers.toReversed().flatMap((l) => backwardSteps(net, pass, l, write)),
    ...(alpha === undefined ? [] : updateSteps(net, pass, alpha, write)),
  ];
}
