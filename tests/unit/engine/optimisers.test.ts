import { describe, expect, it } from "vitest";
import {
  adam,
  backprop,
  column,
  empty,
  type Gradients,
  momentum,
  type Network,
  sgd,
  toRows,
} from "@/lib/engine";
import { oneNeuron, twoRelus } from "./a-network";

const net = oneNeuron("mean-squared-error", "identity", 1, 2);
const gradients: Gradients = { dW: [empty, column([0.5])], db: [empty, column([-1])] };

describe("a step worked by hand", () => {
  it("of gradient descent", () => {
    const { net: stepped, state } = sgd(net, gradients, { alpha: 0.1 });
    near(stepped, 0.95, 2.1);
    expect(state).toEqual({ t: 1 });
  });

  it("of momentum, whose second step has what is left of the first", () => {
    const first = momentum(net, gradients, { alpha: 0.1 });
    near(first.net, 0.95, 2.1);
    const second = momentum(first.net, gradients, { alpha: 0.1 }, first.state);
    near(second.net, 0.855, 2.29);
  });

  it("of Adam, which goes by the rate whatever the slope's size", () => {
    const first = adam(net, gradients, { alpha: 0.1, epsilon: 0 });
    near(first.net, 0.9, 2.1);
    const second = adam(first.net, gradients, { alpha: 0.1, epsilon: 0 }, first.state);
    near(second.net, 0.8, 2.2);
    expect(second.state.t).toBe(2);
  });
});

it.each([
  ["gradient descent", sgd],
  ["momentum", momentum],
  ["Adam", adam],
] as const)("%s changes nothing that it is given", (_, optimise) => {
  const pass = backprop(twoRelus, column([1, 2]), column([1]));
  const before = JSON.stringify([twoRelus, pass]);
  const first = optimise(twoRelus, pass, { alpha: 0.1 });
  const kept = JSON.stringify(first);
  optimise(first.net, pass, { alpha: 0.1 }, first.state as never);
  expect(JSON.stringify([twoRelus, pass])).toBe(before);
  expect(JSON.stringify(first)).toBe(kept);
});

function near(stepped: Network, W: number, b: number): void {
  expect(toRows(stepped.W[1]!)[0]![0]).toBeCloseTo(W, 12);
  expect(toRows(stepped.b[1]!)[0]![0]).toBeCloseTo(b, 12);
}
