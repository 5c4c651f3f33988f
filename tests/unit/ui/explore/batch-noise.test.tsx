import { describe, expect, it } from "vitest";
import { BatchNoiseView } from "@/lib/ui/explore/batch-noise/BatchNoiseView";
import {
  batchGradients,
  batchSizes,
  data,
  neuron,
  noiseStart,
  spreadOf,
  whole,
} from "@/lib/ui/explore/batch-noise/batches";
import { noiseWords } from "@/lib/ui/explore/batch-noise/words";
import { sigma } from "../../../oracles/plain-network";
import { shown } from "./shown";

/** (p − y) x₁ of every example, by hand. */
const each = data.map(({ x: [x1, x2], y }) => {
  const [w1, w2] = neuron.W[1]!.data as unknown as [number, number];
  return (sigma(w1 * x1 + w2 * x2 + neuron.b[1]!.data[0]!) - y) * x1;
});
const mean = each.reduce((sum, g) => sum + g, 0) / each.length;
const sigmaOfOne = Math.sqrt(each.reduce((sum, g) => sum + (g - mean) ** 2, 0) / each.length);

describe("batches to draw", () => {
  it("know the gradient over all examples and the spread of single ones", () => {
    expect(whole.gradient).toBeCloseTo(mean, 12);
    expect(whole.spread).toBeCloseTo(sigmaOfOne, 12);
  });

  it("spread as one over the root of their size", () => {
    for (const m of batchSizes) {
      const spread = spreadOf(batchGradients({ m, draw: 0 }));
      // 200 batches know their own spread to about 5 in 100.
      expect(spread / (sigmaOfOne / Math.sqrt(m)), `m = ${m}`).toBeGreaterThan(0.85);
      expect(spread / (sigmaOfOne / Math.sqrt(m)), `m = ${m}`).toBeLessThan(1.15);
    }
  });

  it("of one example are gradients of examples", () => {
    const known = new Set(each.map((g) => g.toFixed(10)));
    for (const gradient of batchGradients({ m: 1, draw: 3 })) {
      expect(known.has(gradient.toFixed(10))).toBe(true);
    }
  });

  it("are the same every time, and others in the next draw", () => {
    const first = batchGradients({ m: 4, draw: 0 });
    expect(batchGradients({ m: 4, draw: 1 })).not.toEqual(first);
    expect(batchGradients({ m: 4, draw: 0 })).toEqual(first);
  });

  it("show their spread and what was foretold", () => {
    const { words } = shown(<BatchNoiseView state={noiseStart} />);
    expect(words).toContain(`predicted, σ/√m ${(sigmaOfOne / Math.sqrt(8)).toFixed(3)} `);
    expect(words).toContain(`gradient over all examples −${Math.abs(mean).toFixed(3)} `);
  });

  it("say how many of them would step uphill", () => {
    const wrong = batchGradients({ m: 2, draw: 0 }).filter((g) => g > 0).length;
    expect(mean).toBeLessThan(0);
    expect(noiseWords({ m: 2, draw: 0 })).toContain(`${wrong} of them have the wrong sign`);
  });
});
