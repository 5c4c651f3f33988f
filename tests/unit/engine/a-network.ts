import {
  type Activation,
  column,
  empty,
  fromRows,
  type Loss,
  type Network,
  network,
} from "@/lib/engine";

/** A network from plain lists: for each layer its activation, the rows of W and b. */
export function aNetwork(
  loss: Loss,
  ...layers: readonly { g: Activation; W: readonly (readonly number[])[]; b: readonly number[] }[]
): Network {
  return network({
    sizes: [layers[0]!.W[0]!.length, ...layers.map(({ b }) => b.length)],
    activations: ["identity", ...layers.map(({ g }) => g)],
    loss,
    W: [empty, ...layers.map(({ W }) => fromRows(W))],
    b: [empty, ...layers.map(({ b }) => column(b))],
  });
}

/** One input, one output, and nothing else. */
export function oneNeuron(loss: Loss, g: Activation, W: number, b: number): Network {
  return aNetwork(loss, { g, W: [[W]], b: [b] });
}

/** Two inputs, two ReLUs of which [1, 2] leaves one asleep, one plain output. Worked by hand for x = [1, 2], y = 1:
 *  z₁ = [−1, 1], h₁ = [0, 1], p = 3, L = 4, dp = 4, dh₁ = [12, 8]. */
export const twoRelus = aNetwork(
  "mean-squared-error",
  {
    g: "relu",
    W: [
      [1, -1],
      [0.5, 0.5],
    ],
    b: [0, -0.5],
  },
  { g: "identity", W: [[3, 2]], b: [1] },
);
