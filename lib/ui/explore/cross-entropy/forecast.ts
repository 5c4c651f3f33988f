import { column, Graph, gradient } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { losses } from "@/lib/engine/ops/loss";

/** The probability p that a forecast gave to rain, and what came. */
export interface ForecastState {
  readonly p: number;
  readonly came: "rain" | "dry";
}

/** y, 1 for rain. */
export const labelOf = { rain: 1, dry: 0 } as const;

/** Closer together towards the ends, where the loss is steep. */
export const predictions: readonly number[] = [
  0.001,
  0.002,
  0.005,
  ...Array.from({ length: 99 }, (_, i) => (i + 1) / 100),
  0.995,
  0.998,
  0.999,
];

export const forecastStart: ForecastState = { p: 0.7, came: "rain" };

export interface ForecastValues {
  readonly loss: number;
  /** ∂L/∂p. */
  readonly slope: number;
  /** The loss of the same prediction had the other label come. */
  readonly otherwise: number;
}

export function forecastAt({ p, came }: ForecastState): ForecastValues {
  const y = labelOf[came];
  const { loss, slope } = lossOf(p, y);
  return { loss, slope, otherwise: lossOf(p, 1 - y).loss };
}

/** The engine's binary cross-entropy of p, and its slope. */
export function lossOf(p: number, y: number): { readonly loss: number; readonly slope: number } {
  const { graph, inputs, loss, slope } = laid;
  inputs.p.data[0] = p;
  inputs.y.data[0] = y;
  graph.run();
  return { loss: loss.data[0]!, slope: slope.data[0]! };
}

const laid = (() => {
  const graph = new Graph();
  const { lay } = graph;
  const half = column([0.5]);
  const inputs = { p: lay(constant, [], half), y: lay(constant, [], half) };
  const loss = lay(losses, [inputs.y, inputs.p], "binary-cross-entropy");
  const [slope] = gradient(graph, loss, [inputs.p]);
  return { graph, inputs, loss, slope: slope! };
})();
