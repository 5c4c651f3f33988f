import { describe, expect, it } from "vitest";
import type { Network } from "@/lib/engine";
import { drawVariant, type Variant } from "@/lib/exercise";
import { exerciseOf, grade, lessonAt, numbersOf } from "./a-lesson";

const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const seeds = Array.from({ length: 200 }, (_, i) => `gradients-${i}`);

/** Feedforward by loops over the indices, apart from the engine: what each layer gives, and the last z. */
function feedForward({ W, b }: Network, x: readonly number[]) {
  let h = [...x];
  const layers = [{ z: h, h }];
  for (let l = 1; l < W.length; l++) {
    const z = numbersOf(b[l]).map((bias, j) => {
      let sum = bias;
      for (let i = 0; i < h.length; i++) sum += W[l]!.data[j * h.length + i]! * h[i]!;
      return sum;
    });
    h = z.map((v) => 1 / (1 + Math.exp(-v)));
    layers.push({ z, h });
  }
  return layers;
}

/** The loss of one example as a function of p. */
const bce = (y: number, p: number) => (y === 1 ? -Math.log(p) : -Math.log(1 - p));

describe("output-gradients", () => {
  const one = exerciseOf(lesson, "output-gradients");
  const draw = (seed: string) => {
    const variant = drawVariant(one, { seed, number: 1 });
    const y = variant.givens.y as number;
    const layers = feedForward(
      variant.givens.net as unknown as Network,
      numbersOf(variant.givens.x),
    );
    const { z, h } = layers[2]!;
    return { variant, y, p: layers[3]!.h[0]!, h2: h, z2: z };
  };
  const keys = ({ parts }: Variant) => ({
    dp: parts.dp?.key as number,
    slope: parts.slope?.key as number,
    dz3: parts.dz3?.key as number,
    dW3: parts.dW3?.key as number[][],
  });

  it("has keys that are worked out by hand, for 200 seeds", () => {
    for (const seed of seeds) {
      const { variant, y, p, h2 } = draw(seed);
      const key = keys(variant);
      expect(key.dp, seed).toBeCloseTo(y === 1 ? -1 / p : 1 / (1 - p), 9);
      expect(key.dp, seed).toBeCloseTo((bce(y, p + 1e-6) - bce(y, p - 1e-6)) / 2e-6, 4);
      expect(key.slope, seed).toBeCloseTo(p - p * p, 12);
      expect(key.dz3, seed).toBeCloseTo(p - y, 12);
      expect(key.dW3, seed).toHaveLength(1);
      expect(key.dW3[0], seed).toHaveLength(3);
      h2.forEach((h, i) => {
        expect(key.dW3[0]![i], seed).toBeCloseTo((p - y) * h, 12);
      });
    }
  });

  it("draws nothing that vanishes, and both labels", () => {
    const labels = new Set<number>();
    for (const seed of seeds) {
      const { variant, y } = draw(seed);
      labels.add(y);
      const { dp, slope, dz3, dW3 } = keys(variant);
      for (const value of [dp, slope, dz3, ...dW3[0]!, ...numbersOf(variant.givens.x)]) {
        expect(Math.abs(value), seed).toBeGreaterThan(1e-3);
      }
    }
    expect(labels).toEqual(new Set([0, 1]));
  });

  it("can be answered from the six decimals that are shown", () => {
    for (const seed of seeds) {
      const { variant, y, p, h2 } = draw(seed);
      const shown = Number(p.toFixed(6));
      const dz = shown - y;
      const typed = {
        dp: dz / (shown * (1 - shown)),
        slope: shown * (1 - shown),
        dz3: dz,
        dW3: h2.map((h) => dz * Number(h.toFixed(6))).join("\t"),
      };
      for (const [part, value] of Object.entries(typed)) {
        const response =
          part === "dW3" ? `[[${String(value).replaceAll("\t", ", ")}]]` : `${value}`;
        expect(grade(one, variant, part, response).verdict, `${part} of ${seed}`).toBe("right");
      }
    }
  });

  it("gives no credit to a gradient with the wrong sign, the seed lesson's ∂L/∂p at y = 0 among them", () => {
    for (const seed of seeds) {
      const { variant, y, p } = draw(seed);
      expect(grade(one, variant, "dz3", String(y - p)), seed).toMatchObject({
        verdict: "wrong",
        feedback: expect.stringContaining("$p - y$"),
      });
      const lost = grade(one, variant, "dp", String(-(y / p + (1 - y) / (1 - p))));
      expect(lost.verdict, seed).toBe(y === 1 ? "right" : "wrong");
      if (y === 0) expect(lost.feedback, seed).toContain("sign of the second term");
    }
  });

  it("knows the mistakes it foresees, but where one comes to the right answer by chance", () => {
    let byChance = 0;
    for (const seed of seeds) {
      const { variant, y, p, h2, z2 } = draw(seed);
      const { dp } = keys(variant);
      const again = 1 / (1 + Math.exp(-p));
      const row = (factor: number, values: readonly number[]) =>
        `[[${values.map((v) => factor * v).join(", ")}]]`;
      const foreseen: [string, string, string][] = [
        ["dp", String(p - y), "This is $p - y$"],
        ["slope", String(again * (1 - again)), "once more"],
        ["slope", String(p), "$p$ itself"],
        ["dz3", String(dp), "To reach"],
        ["dW3", row(p - y, z2), "used $z^{[2]}$"],
        ["dW3", row(dp, h2), "multiplied by"],
      ];
      for (const [part, typed, said] of foreseen) {
        const { verdict, feedback } = grade(one, variant, part, typed);
        if (verdict === "right") byChance += 1;
        else expect(feedback, `${part} of ${seed}`).toContain(said);
      }
      const column = grade(
        one,
        variant,
        "dW3",
        `[${h2.map((h) => `[${(p - y) * h}]`).join(", ")}]`,
      );
      expect(column, seed).toMatchObject({
        verdict: "partly",
        feedback: expect.stringContaining("your answer is the transpose"),
      });
    }
    // σ(p) = p near p = 0.659: there p(1 − p) comes out of one sigmoid too many as well.
    expect(byChance).toBeLessThan(0.05 * seeds.length);
  });
});
