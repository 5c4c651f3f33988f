import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { backwardSteps } from "./backward";
import { forwardSteps } from "./forward";
import { lossSteps } from "./loss";
import { lossDerivativeStep } from "./output";
import type { Step, StepRule, TraceOptions } from "./step";
import { writer } from "./writer";

/** A quantity of a pass, and its layer where it has one. */
export interface Target {
  readonly quantity: "z" | "h" | "p" | "loss" | "dp" | "dz" | "dh" | "dW" | "db" | "dx";
  readonly layer: number;
}

/** The steps of a pass that a quantity is worked out by, in order, and no others. The forward ones are left out where
 *  what they come to is known already. */
export function stepsTo(
  net: Network,
  pass: Backprop,
  { quantity, layer }: Target,
  { digits = 4, known = false }: TraceOptions & { known?: boolean } = {},
): Step[] {
  const write = writer(digits);
  const last = net.sizes.length - 1;
  const layers = net.sizes.map((_, l) => l).slice(1);
  if (quantity === "z" || quantity === "h" || quantity === "p") {
    const top = quantity === "p" ? last : layer;
    const steps = layers.filter((l) => l <= top).flatMap((l) => forwardSteps(net, pass, l, write));
    return quantity === "z" ? steps.slice(0, -1) : steps;
  }
  const forward = known ? [] : layers.flatMap((l) => forwardSteps(net, pass, l, write));
  if (quantity === "loss") return [...forward, ...lossSteps(net, pass, write)];
  if (quantity === "dp") return [...forward, lossDerivativeStep(net, pass, write)];
  const bottom = quantity === "dx" ? 1 : quantity === "dh" ? layer + 1 : layer;
  const backward = layers
    .toReversed()
    .filter((l) => l >= bottom)
    .flatMap((l) =>
      backwardSteps(net, pass, l, write).filter(({ rule }) => isNeeded(rule, l, quantity, bottom)),
    );
  return [...forward, ...backward];
}

/** Whether a step of layer l is on the way to a quantity of the layer `bottom`. */
function isNeeded(
  rule: StepRule,
  l: number,
  quantity: Target["quantity"],
  bottom: number,
): boolean {
  if (rule === "weight-gradient") return quantity === "dW" && l === bottom;
  if (rule === "bias-gradient") return quantity === "db" && l === bottom;
  if (rule !== "back-through-weights") return true;
  return l > bottom || quantity === "dh" || quantity === "dx";
}
