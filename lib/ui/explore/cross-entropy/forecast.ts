import { backprop, column, empty, fromRows, network } from "@/lib/engine";

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

/** The engine's binary cross-entropy of a p as it stands, and its slope: the output of a network that hands it on. */
export function lossOf(p: number, y: number): { readonly loss: number; readonly slope: number } {
  const { loss, dp } = backprop(handsOn, column([p]), column([y]));
  return { loss, slope: dp.data[0]! };
}

const handsOn = network({
  sizes: [1, 1],
  activations: ["identity", "identity"],
  loss: "binary-cross-entropy",
  W: [empty, fromRows([[1]])],
  b: [empty, column([0])],
});
