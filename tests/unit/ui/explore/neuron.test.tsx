import { describe, expect, it } from "vitest";
import { NeuronView } from "@/lib/ui/explore/neuron/NeuronView";
import {
  curveOf,
  type NeuronActivation,
  neuronAt,
  neuronStart,
} from "@/lib/ui/explore/neuron/neuron";
import { neuronWords } from "@/lib/ui/explore/neuron/words";
import { activations } from "../../../oracles/plain-network";
import { shown } from "./shown";

describe("a neuron to move", () => {
  it("begins with the lesson's numbers, worked out by hand", () => {
    const { words } = shown(<NeuronView state={neuronStart} />);
    const z = 0.8 * 0.6 - 0.5 * 0.4 + 0.3;
    const h = 1 / (1 + Math.exp(-z));
    expect(words).toContain(`weighted sum z ${z.toFixed(2)} `);
    expect(words).toContain(`activation h ${h.toFixed(3)} `);
    expect(words).toContain(`slope g′(z) ${(h * (1 - h)).toFixed(2)} `);
    expect(words).toContain("z = 0.48 − 0.2 + 0.3 = 0.58");
  });

  it.each(["sigmoid", "tanh", "relu"] as const)(
    "works out z, h and the slope of %s",
    (activation) => {
      for (const b of [-2, -0.3, 0.1, 1.9]) {
        const { z, h, slope } = neuronAt({ activation, w1: -1.2, x1: 0.7, w2: 0.4, x2: -0.9, b });
        const expected = -1.2 * 0.7 + 0.4 * -0.9 + b;
        const { g } = activations[activation];
        expect(z).toBeCloseTo(expected, 10);
        expect(h).toBeCloseTo(g(expected), 10);
        expect(slope).toBeCloseTo((g(expected + 1e-6) - g(expected - 1e-6)) / 2e-6, 5);
      }
    },
  );

  it("draws the curve of its activation", () => {
    const zs = [-6, -1, 0, 2.5];
    for (const name of ["sigmoid", "tanh", "relu"] satisfies NeuronActivation[]) {
      const heights = curveOf(name, zs);
      zs.forEach((z, i) => {
        expect(heights[i]).toBeCloseTo(activations[name].g(z), 12);
      });
    }
  });

  it("says where nothing gets through: at a flat end, and in a ReLU below 0", () => {
    const flat = { ...neuronStart, w1: 2, x1: 1, w2: 2, x2: 1, b: 2 };
    expect(neuronWords(flat)).toContain("almost flat");
    expect(neuronWords({ ...neuronStart, activation: "relu", b: -2 })).toContain(
      "small moves leave h at 0",
    );
    expect(neuronWords(neuronStart)).toContain("h rises by about 0.023");
  });

  it("leaves no dust of binary fractions", () => {
    expect(neuronAt({ ...neuronStart, w1: 1, x1: 0.1, w2: 1, x2: 0.2, b: -0.3 }).z).toBe(0);
  });
});
