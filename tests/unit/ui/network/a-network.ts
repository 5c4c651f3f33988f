import { column, fromRows, type Network, network, tensor } from "@/lib/engine";
import { backprop } from "../../engine/a-pass";

const empty = tensor(0, 0, []);

/** The lesson's network, 2-3-3-1, with weights that differ in size and sign. */
export const lesson: Network = network({
  sizes: [2, 3, 3, 1],
  activations: ["identity", "sigmoid", "sigmoid", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [
    empty,
    fromRows([
      [0.1, -0.2],
      [0.3, 0.4],
      [-0.5, 0.6],
    ]),
    fromRows([
      [0.7, -0.8, 0.9],
      [-0.1, 0.2, 0.3],
      [0.4, 0.5, -0.6],
    ]),
    fromRows([[1.2, -1.1, 0.25]]),
  ],
  b: [empty, column([0.05, 0, -0.15]), column([0.1, -0.2, 0.3]), column([-0.45])],
});

export const lessonPass = backprop(lesson, column([1, -1]), column([1]));

/** 40 inputs, 30 neurons, 10 classes: too wide to be drawn whole. */
export const wide: Network = network({
  sizes: [40, 30, 10],
  activations: ["identity", "relu", "softmax"],
  loss: "cross-entropy",
  W: [empty, tensor(30, 40, waves(1200)), tensor(10, 30, waves(300))],
  b: [empty, tensor(30, 1, waves(30)), tensor(10, 1, waves(10))],
});

function waves(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(i + 1));
}
