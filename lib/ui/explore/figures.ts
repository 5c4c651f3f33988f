import type { Activation, Loss } from "@/lib/engine";

/** Every figure a reader can move. */
export const figureNames = [
  "neuron",
  "cross-entropy",
  "loss-surface",
  "network",
  "gradient-depth",
  "batch-noise",
  "softmax",
  "difference-error",
] as const;
export type FigureName = (typeof figureNames)[number];

/** What the figure "network" is about, as plain data, since it goes from the server to the browser: a network, lists
 *  indexed by layer with nothing at 0, one example, and its label where there is one. */
export interface Subject {
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly W: readonly (readonly (readonly number[])[])[];
  readonly b: readonly (readonly number[])[];
  readonly x: readonly number[];
  readonly y?: readonly number[];
}

/** What draws a figure at a state. Without `set` it stands still: so the server draws it, and so it is until the
 *  figure's script has come. Views have no hooks. */
export interface ViewProps<State> {
  readonly state: State;
  readonly set?: (change: Partial<State>) => void;
}
