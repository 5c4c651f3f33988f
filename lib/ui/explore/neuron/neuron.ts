import { activationPairs, column, empty, forward, fromRows, network, tensor } from "@/lib/engine";
import { tidy } from "../tidy";

export const activationNames = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" } as const;
export type NeuronActivation = keyof typeof activationNames;

/** A neuron with two inputs. */
export interface NeuronState {
  readonly activation: NeuronActivation;
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
  readonly x1: number;
  readonly x2: number;
}

/** The neuron of the lesson on feedforward. */
export const neuronStart: NeuronState = {
  activation: "sigmoid",
  w1: 0.8,
  w2: -0.5,
  b: 0.3,
  x1: 0.6,
  x2: 0.4,
};

export interface NeuronValues {
  /** What z is the sum of: w₁x₁, w₂x₂ and b. */
  readonly shares: readonly [number, number, number];
  readonly z: number;
  readonly h: number;
  /** g′(z). */
  readonly slope: number;
}

/** What the neuron comes to, by the engine's pass forward and its activation's way back. */
export function neuronAt({ activation, w1, w2, b, x1, x2 }: NeuronState): NeuronValues {
  const net = network({
    sizes: [2, 1],
    activations: ["identity", activation],
    loss: "mean-squared-error",
    W: [empty, fromRows([[w1, w2]])],
    b: [empty, column([b])],
  });
  const { z, h } = forward(net, column([x1, x2]));
  const slope = activationPairs[activation].backward(column([1]), z[1]!, h[1]!);
  return {
    shares: [tidy(w1 * x1), tidy(w2 * x2), b],
    z: tidy(z[1]!.data[0]!),
    h: tidy(h[1]!.data[0]!),
    slope: tidy(slope.data[0]!),
  };
}

/** The activation at all of these z. */
export function curveOf(activation: NeuronActivation, zs: readonly number[]): number[] {
  return [...activationPairs[activation].forward(tensor(1, zs.length, zs)).data];
}
