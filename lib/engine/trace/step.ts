import type { Activation } from "../activations";
import type { Backprop } from "../backprop";
import type { Forward } from "../forward";
import type { Tensor } from "../tensor";

export type StepRule =
  | "weighted-sum"
  | "activation"
  | "loss"
  | "mean-of-losses"
  | "loss-derivative"
  | "activation-derivative"
  | "output-gradient"
  | "weight-gradient"
  | "bias-gradient"
  | "back-through-weights"
  | "descent";

/** One line of a worked pass. */
export interface Step {
  readonly phase: "forward" | "loss" | "backward" | "update";
  readonly layer: number;
  readonly rule: StepRule;
  /** The rule as TeX: "z^{[1]} = W^{[1]} x + b^{[1]}". */
  readonly symbols: string;
  /** Its right side with the numbers put in, as TeX: "2 \cdot 3 + 1 = 7". */
  readonly numbers: string;
  /** What it comes to, unrounded. */
  readonly value: Tensor | number;
}

export interface TraceOptions {
  /** Significant figures of the numbers shown. */
  readonly digits?: number;
  /** The rate of a step of gradient descent to end with; without it there is none. */
  readonly alpha?: number;
}

/** "z^{[2]}", of a batch "Z^{[2]}"; h of layer 0 is x. */
export function symbol(name: string, l: number, pass: Backprop): string {
  if (l > 0) return `${letter(name, pass)}^{[${l}]}`;
  return letter(name === "dh" ? "dx" : "x", pass);
}

/** A quantity with a column for each example is a capital letter where there are several: z, dz and p are Z, dZ and P.
 *  Weights and biases stay as they are. */
export function letter(name: string, { p }: Forward): string {
  if (p.cols === 1 || /[Wb]$/.test(name)) return name;
  return name.slice(0, -1) + name.slice(-1).toUpperCase();
}

export const functionSymbols: Readonly<Record<Activation, string>> = {
  sigmoid: "\\sigma",
  tanh: "\\tanh",
  relu: "\\operatorname{relu}",
  "leaky-relu": "\\operatorname{leakyrelu}",
  identity: "\\operatorname{id}",
  softmax: "\\operatorname{softmax}",
};
