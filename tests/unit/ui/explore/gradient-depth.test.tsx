import { describe, expect, it } from "vitest";
import { toRows } from "@/lib/engine";
import {
  batch,
  deepNetwork,
  depthStart,
  factorBack,
  gradientSizes,
} from "@/lib/ui/explore/gradient-depth/deep";
import { GradientDepthView } from "@/lib/ui/explore/gradient-depth/GradientDepthView";
import { depthWords } from "@/lib/ui/explore/gradient-depth/words";
import { activations, feedForward, goBack } from "../../../oracles/plain-network";
import { shown } from "./shown";

/** The mean sizes by loops, apart from the engine, from the figure's own weights and examples. */
function plainSizes({ depth, activation, scale, of }: typeof depthStart): number[] {
  const net = deepNetwork(depth, activation, scale);
  const [W, b] = [net.W.slice(1).map(toRows), net.b.slice(1).map(({ data }) => [...data])];
  const gs = [...W.slice(1).map(() => activations[activation]), activations.sigmoid];
  const m = batch.x.cols;
  const passes = Array.from({ length: m }, (_, k) => {
    const x = toRows(batch.x).map((row) => row[k]!);
    const layers = feedForward({ W, b }, x, gs);
    return goBack({ W, b }, x, layers, gs, [(layers.at(-1)!.h[0]! - batch.y.data[k]!) / m]);
  });
  const mean = (values: number[]) =>
    values.reduce((sum, v) => sum + Math.abs(v), 0) / values.length;
  return W.map((rows, l) => {
    if (of === "dz") return mean(passes.flatMap(({ dz }) => dz[l]!));
    return mean(
      rows.flatMap((row, j) =>
        row.map((_, i) => passes.reduce((sum, { dW }) => sum + dW[l]![j]![i]!, 0)),
      ),
    );
  });
}

describe("a deep network to move", () => {
  it.each(["sigmoid", "tanh", "relu"] as const)("measures %s as loops do", (activation) => {
    for (const of of ["dz", "dW"] as const) {
      for (const depth of [2, 9]) {
        const state = { ...depthStart, activation, depth, of, scale: 1.3 };
        const expected = plainSizes(state);
        gradientSizes(state).forEach((size, l) => {
          expect(size / expected[l]!, `${of}, layer ${l + 1} of ${depth}`).toBeCloseTo(1, 8);
        });
      }
    }
  });

  it("shows its first and last layer's gradient, and says that it vanishes", () => {
    const { words } = shown(<GradientDepthView state={depthStart} />);
    const sizes = plainSizes(depthStart);
    const [mantissa, power] = sizes[0]!.toExponential(2).split("e-");
    const superscript = [...power!].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("");
    expect(words).toContain(`mean |dz|, layer 1 ${Number(mantissa)}×10⁻${superscript} `);
    expect(words).toContain(`mean |dz|, layer 10 ${Number(sizes.at(-1)!.toPrecision(3))} `);
    expect(words).toContain("It vanishes");
  });

  it("says that a ReLU with large weights explodes, and that one of the right scale keeps its pace", () => {
    expect(depthWords({ ...depthStart, activation: "relu", scale: 3, depth: 20 })).toContain(
      "It explodes",
    );
    expect(depthWords({ ...depthStart, activation: "relu", scale: 1.4 })).toContain(
      "a similar pace",
    );
  });

  it("keeps a layer's own weights whatever the depth", () => {
    const [short, long] = [deepNetwork(4, "tanh", 1), deepNetwork(12, "tanh", 1)];
    expect(long.W[2]).toEqual(short.W[2]);
    expect(long.W.at(-1)).toEqual(short.W.at(-1));
  });

  it("finds the factor of a layer", () => {
    expect(factorBack([1, 10, 100])).toBeCloseTo(0.1, 12);
  });
});
