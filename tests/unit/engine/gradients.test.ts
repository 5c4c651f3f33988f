import fc from "fast-check";
import { expect, it } from "vitest";
import { type Forward, type Network, type Tensor, tensor } from "@/lib/engine";
import { backprop } from "./a-pass";
import { type Pass, randomPass } from "./random-pass";

const width = 1e-5;

it.each(["binary-cross-entropy", "cross-entropy", "mean-squared-error"] as const)(
  "every gradient of a network with %s is the slope of its loss",
  (loss) => {
    fc.assert(
      fc.property(randomPass([loss]), ({ net, x, y }) => {
        const pass = backprop(net, x, y);
        fc.pre(measurable(net, pass));
        near(
          pass.dx,
          slopes(x, (moved) => lossOf({ net, x: moved, y })),
        );
        for (let l = 1; l < net.sizes.length; l++) {
          near(
            pass.dW[l]!,
            slopes(net.W[l]!, (W) => lossOf({ net: replaced(net, "W", l, W), x, y })),
          );
          near(
            pass.db[l]!,
            slopes(net.b[l]!, (b) => lossOf({ net: replaced(net, "b", l, b), x, y })),
          );
        }
      }),
      { numRuns: 300 },
    );
  },
);

it("dz of a layer is the slope of the loss as its bias moves, example by example", () => {
  fc.assert(
    fc.property(randomPass(["cross-entropy", "mean-squared-error"]), ({ net, x, y }) => {
      const pass = backprop(net, x, y);
      fc.pre(measurable(net, pass));
      const m = x.cols;
      for (let i = 0; i < m; i++) {
        const alone = backprop(net, columnOf(x, i), columnOf(y, i));
        for (let l = 1; l < net.sizes.length; l++) {
          const expected = alone.db[l]!.data.map((slope) => slope / m);
          near(columnOf(pass.dz[l]!, i), tensor(expected.length, 1, expected));
        }
      }
    }),
  );
});

/** Central differences: how the loss changes as each entry of `at` moves. */
function slopes(at: Tensor, loss: (moved: Tensor) => number): Tensor {
  const moved = (i: number, by: number) => {
    const data = at.data.slice();
    data[i]! += by;
    return loss(tensor(at.rows, at.cols, data));
  };
  const data = at.data.map((_, i) => (moved(i, width) - moved(i, -width)) / (2 * width));
  return tensor(at.rows, at.cols, data);
}

function lossOf({ net, x, y }: Pass): number {
  return backprop(net, x, y).loss;
}

function replaced(net: Network, letter: "W" | "b", l: number, value: Tensor): Network {
  return { ...net, [letter]: net[letter].map((old, k) => (k === l ? value : old)) };
}

/** Whether differences can tell: a ReLU has no slope at 0, and the 1 − p of a softmax few digits where p is nearly 1. */
function measurable({ activations, loss }: Network, { z, p }: Forward): boolean {
  const kinked = activations.some(
    (activation, l) => activation.endsWith("relu") && z[l]!.data.some((v) => Math.abs(v) < 1e-3),
  );
  const saturated = loss === "binary-cross-entropy" && p.data.some((v) => v > 0.999);
  return !kinked && !saturated;
}

function columnOf({ rows, cols, data }: Tensor, i: number): Tensor {
  return tensor(
    rows,
    1,
    Float64Array.from({ length: rows }, (_, k) => data[k * cols + i]!),
  );
}

function near(actual: Tensor, expected: Tensor): void {
  expect([actual.rows, actual.cols]).toEqual([expected.rows, expected.cols]);
  actual.data.forEach((v, i) => {
    const allowed = 1e-6 * (1 + Math.abs(expected.data[i]!));
    if (!(Math.abs(v - expected.data[i]!) <= allowed)) expect(v).toBe(expected.data[i]);
  });
}
