import { activationOps, aside, column, Graph, gradient, zeros } from "@/lib/engine";
import { affine } from "@/lib/engine/ops/affine";
import { constant } from "@/lib/engine/ops/constant";
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

/** What the neuron comes to, and the slope of its activation, by the engine's gradient. */
export function neuronAt({ activation, w1, w2, b, x1, x2 }: NeuronState): NeuronValues {
  const { graph, inputs, z, h, slope } = laid[activation];
  inputs.W.data.set([w1, w2]);
  inputs.x.data.set([x1, x2]);
  inputs.b.data[0] = b;
  graph.run();
  return {
    shares: [tidy(w1 * x1), tidy(w2 * x2), b],
    z: tidy(z.data[0]!),
    h: tidy(h.data[0]!),
    slope: tidy(slope.data[0]!),
  };
}

/** The neuron laid down with each activation. */
const laid = { sigmoid: layNeuron("sigmoid"), tanh: layNeuron("tanh"), relu: layNeuron("relu") };

function layNeuron(activation: NeuronActivation) {
  const graph = new Graph();
  const { lay } = graph;
  const inputs = {
    W: lay(constant, [], zeros(1, 2)),
    x: lay(constant, [], zeros(2, 1)),
    b: lay(constant, [], zeros(1, 1)),
  };
  const z = lay(affine, [inputs.W, inputs.x, inputs.b]);
  const h = lay(activationOps[activation], [z]);
  const [slope] = gradient(graph, h, [z]);
  return { graph, inputs, z, h, slope: slope! };
}

/** The activation at all of these z. */
export function curveOf(activation: NeuronActivation, zs: readonly number[]): number[] {
  return [...aside(activationOps[activation], [aside(constant, [], column(zs))]).data];
}
