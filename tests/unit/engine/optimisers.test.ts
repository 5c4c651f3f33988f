import { describe, expect, it } from "vitest";
import {
  type AdamMeans,
  Graph,
  layAdam,
  layDescent,
  layMeans,
  layVelocity,
  type Node,
  usualDecay,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";

const graph = new Graph();
const number = (v: number): Node =>
  graph.lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) });

const alpha = number(0.1);
const share = number(0.9);

describe("steps worked by hand, of a weight of 1 with the gradient 0.5 and then 0.5 again", () => {
  const [w, g] = [number(1), number(0.5)];

  it("of gradient descent", () => {
    expect(layDescent(graph, w, g, alpha).data[0]).toBeCloseTo(0.95, 12);
  });

  it("of momentum, whose second step has what is left of the first", () => {
    const v1 = layVelocity(graph, share, g);
    const v2 = layVelocity(graph, share, g, v1);
    expect([v1.data[0], v2.data[0]]).toEqual([0.5, 0.95]);
    const first = layDescent(graph, w, v1, alpha);
    expect(layDescent(graph, first, v2, alpha).data[0]).toBeCloseTo(0.855, 12);
  });

  it("of Adam, whose means are 0.1 g and 0.19 g, and which goes by the rate whatever the slope’s size", () => {
    const { beta1, beta2 } = usualDecay;
    const decay = { beta1: number(beta1), beta2: number(beta2), epsilon: number(0) };
    let means: AdamMeans | undefined;
    for (const [t, m] of [
      [1, 0.05],
      [2, 0.095],
    ] as const) {
      means = layMeans(graph, decay, g, means);
      expect(means.m.data[0]).toBeCloseTo(m, 14);
      const { mHat, vHat, direction } = layAdam(graph, { ...decay, t: number(t) }, means);
      expect(mHat.data[0]).toBeCloseTo(0.5, 12);
      expect(vHat.data[0]).toBeCloseTo(0.25, 12);
      expect(direction.data[0]).toBeCloseTo(1, 12);
    }
  });
});
