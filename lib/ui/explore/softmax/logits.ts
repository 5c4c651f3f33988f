import { aside, column } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { softmax } from "@/lib/engine/ops/softmax";
import { tidy } from "../tidy";

export const classes = ["dry", "rain", "snow"] as const;

export interface SoftmaxState {
  /** A logit for each class, before all of them are moved together. */
  readonly z: readonly number[];
  /** What is added to all three. */
  readonly shift: number;
  /** What all three are divided by. */
  readonly temperature: number;
}

/** The numbers of the lesson that the figure stands in. */
export const softmaxStart: SoftmaxState = { z: [1.2, 0.4, -0.8], shift: 0, temperature: 1 };

export const step = 0.1;
/** A logit goes this far from 0 by itself, and all three this much further together. */
export const reach = { z: 4, shift: 2 } as const;
export const temperatures: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** The logits as they are drawn, moved together. */
export function logitsOf({ z, shift }: SoftmaxState): number[] {
  return z.map((one) => tidy(one + shift));
}

/** The engine's softmax of them at this temperature. */
export function probabilitiesOf(state: SoftmaxState): number[] {
  const { temperature } = state;
  const logits = column(logitsOf(state).map((logit) => logit / temperature));
  return [...aside(softmax, [aside(constant, [], logits)]).data];
}

/** The sum below the line, which moving all three together changes though no probability does. */
export function powersSum(state: SoftmaxState): number {
  return logitsOf(state).reduce((sum, logit) => sum + Math.exp(logit / state.temperature), 0);
}

/** The logits once that of class i is drawn here, as near as it can be. */
export function withLogit({ z, shift }: SoftmaxState, i: number, drawn: number): number[] {
  const own = Math.min(reach.z, Math.max(-reach.z, drawn - shift));
  return z.map((one, j) => (j === i ? tidy(Math.round(own / step) * step) : one));
}
