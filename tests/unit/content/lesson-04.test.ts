import { describe, expect, it } from "vitest";
import type { Network, Tensor } from "@/lib/engine";
import {
  drawVariant,
  type Exercise,
  gradeSubmission,
  type Value,
  type Variant,
} from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { lessonAt } from "./a-lesson";

const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const seeds = Array.from({ length: 200 }, (_, i) => `lesson-04-${i}`);
const firstDrawn = 3;

const exercise = (id: string): Exercise => {
  const found = lesson.exercises.find((one) => one.id === id);
  if (!found) throw new Error(`no exercise ${id}`);
  return found;
};

/** The verdict and feedback on one part for what was typed. */
function grade(of: Exercise, { parts, scope }: Variant, part: string, typed: string) {
  const keys = Object.fromEntries(Object.entries(parts).map(([name, { key }]) => [name, key]));
  const views = Object.fromEntries(Object.entries(parts).map(([name, { view }]) => [name, view]));
  const result = gradeSubmission(of, keys, views, { [part]: typed }, [part], scope);
  if (result.status !== "graded") throw new Error(`${typed} could not be read`);
  const [graded] = result.parts;
  return { verdict: graded?.verdict, feedback: graded?.feedback.join("\n") ?? "" };
}

const numbersOf = (value: Value | undefined) => Array.from((value as Tensor).data);

it("has the exercises of the lesson, in this order", () => {
  expect(lesson.exercises.map(({ id }) => id)).toEqual([
    "iteration-order",
    "iteration-choice",
    "ce-loss",
    "output-gradients",
  ]);
});

describe.each(lesson.exercises.map((one) => [one.id, one] as const))("%s", (_, one) => {
  it("gives full marks to its own key, for 200 seeds", () => {
    for (const seed of seeds) {
      const variant = drawVariant(one, { seed, number: firstDrawn });
      for (const { name, kind } of one.parts) {
        const { key, view } = variant.parts[name] ?? {};
        const typed = kinds[kind].keyAsResponse(key, view);
        expect(grade(one, variant, name, typed), `${name} of ${seed}`).toMatchObject({
          verdict: "right",
        });
      }
    }
  });
});

describe("iteration-order", () => {
  it("takes the five steps in no other order", () => {
    const one = exercise("iteration-order");
    const variant = drawVariant(one, { seed: "a", number: 1 });
    const key = variant.parts.order?.key as { steps: string[] };
    for (let i = 0; i + 1 < key.steps.length; i++) {
      const turned = [...key.steps];
      [turned[i], turned[i + 1]] = [turned[i + 1]!, turned[i]!];
      expect(grade(one, variant, "order", turned.join(",")).verdict).toBe("partly");
    }
  });
});

describe("iteration-choice", () => {
  it("has 1, 4, 5, 2, 3 as its right option, and says of every other why not", () => {
    const one = exercise("iteration-choice");
    const variant = drawVariant(one, { seed: "a", number: 1 });
    const { options } = variant.parts.sequence?.view as { options: { id: string; text: string }[] };
    const graded = options.map(({ id, text }) => ({
      text,
      ...grade(one, variant, "sequence", id),
    }));
    expect(graded.filter(({ verdict }) => verdict === "right").map(({ text }) => text)).toEqual([
      "1, 4, 5, 2, 3",
    ]);
    expect(new Set(graded.map(({ feedback }) => feedback)).size).toBe(4);
  });
});

describe("ce-loss", () => {
  const one = exercise("ce-loss");
  const loss = ({ givens }: Variant, log: (p: number) => number) => {
    const p = numbersOf(givens.p);
    return -numbersOf(givens.y).reduce((total, y, k) => total + (y === 1 ? log(p[k]!) : 0), 0);
  };

  it.each([
    [1, [0.8, 0.1, 0.1], "0.2", 0.2231435513142097],
    [2, [0.1, 0.8, 0.1], "2.3", 2.3025850929940455],
  ])("has the lesson's own numbers as variant %i", (number, p, typed, exact) => {
    for (const seed of seeds.slice(0, 20)) {
      const variant = drawVariant(one, { seed, number });
      expect(numbersOf(variant.givens.y)).toEqual([1, 0, 0]);
      expect(numbersOf(variant.givens.p)).toEqual(p);
      expect(variant.parts.loss?.key).toBeCloseTo(exact, 12);
      expect(grade(one, variant, "loss", typed).verdict).toBe("right");
    }
  });

  it("has the key −ln of the true class's probability, and no probability that is 0", () => {
    for (const seed of seeds) {
      const variant = drawVariant(one, { seed, number: firstDrawn });
      const p = numbersOf(variant.givens.p);
      expect(Math.min(...p), seed).toBeGreaterThan(0);
      expect(p[0]! + p[1]! + p[2]!, seed).toBeCloseTo(1, 12);
      expect(variant.parts.loss?.key, seed).toBeCloseTo(loss(variant, Math.log), 12);
    }
  });

  it("never asks for a decimal that hangs on a rounding edge", () => {
    for (const seed of seeds) {
      const key = drawVariant(one, { seed, number: firstDrawn }).parts.loss?.key as number;
      const fromEdge = Math.abs(((key * 10) % 1) - 0.5);
      expect(fromEdge, `${seed}: ${key}`).toBeGreaterThan(0.02);
    }
  });

  it("says so when the logarithm was taken to base 10, or all three were added", () => {
    for (const seed of seeds) {
      const variant = drawVariant(one, { seed, number: firstDrawn });
      const base10 = grade(one, variant, "loss", String(loss(variant, Math.log10)));
      expect(base10, seed).toMatchObject({ verdict: "wrong" });
      expect(base10.feedback, seed).toContain("base 10");
      const all = -numbersOf(variant.givens.p).reduce((total, p) => total + Math.log(p), 0);
      expect(grade(one, variant, "loss", String(all)).feedback, seed).toContain("all three");
    }
  });
});

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
  const one = exercise("output-gradients");
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
      expect(column, seed).toMatchObject({ verdict: "wrong" });
    }
    // σ(p) = p near p = 0.659: there p(1 − p) comes out of one sigmoid too many as well.
    expect(byChance).toBeLessThan(0.05 * seeds.length);
  });
});
