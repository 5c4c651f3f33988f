import { describe, expect, it } from "vitest";
import { drawVariant, type Variant } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { oracle } from "../../oracles/lesson-04";
import { randomFrom, randomNetwork, slopesBy } from "../../oracles/plain-matrix";
import { activations, feedForward, sigma } from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt, numbersOf } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const seeds = Array.from({ length: 200 }, (_, i) => `lesson-04-${i}`);
const firstDrawn = 3;

/** Slopes at a point that f is given whole. */
const along = (at: number[], f: (point: number[]) => number) => slopesBy(at, () => f(at));

const bce = (y: number, p: number) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p));

const exercise = (id: string) => exerciseOf(lesson, id);

holdLesson(lesson, oracle, seeds.slice(0, 60));

describe("the lesson's formulas, on 20 random networks", () => {
  const networks = Array.from({ length: 20 }, (_, i) => {
    const next = randomFrom(i + 1);
    const net = randomNetwork([2, 3, 3, 1], next);
    const x = [next(), next()];
    const y = i % 2;
    const pass = () => {
      const [, second, third] = feedForward(
        net,
        x,
        net.W.map(() => activations.sigmoid),
      );
      return { h2: second!.h, z3: third!.z[0]!, p: third!.h[0]! };
    };
    return { net, y, pass, loss: () => bce(y, pass().p) };
  });

  it("the loss is −ln of what was given to the truth", () => {
    for (const { y, pass, loss } of networks) {
      const { p } = pass();
      expect(loss()).toBeCloseTo(-Math.log(y === 1 ? p : 1 - p), 12);
    }
  });

  it("the two factors are the slopes of the loss and of the sigmoid, line by line", () => {
    for (const { y, pass } of networks) {
      const { p, z3 } = pass();
      const [dp] = along([p], ([v]) => bce(y, v!));
      expect(-(y / p - (1 - y) / (1 - p))).toBeCloseTo(dp!, 6);
      expect(-(y * (1 - p) - (1 - y) * p) / (p * (1 - p))).toBeCloseTo(dp!, 6);
      expect((p - y) / (p * (1 - p))).toBeCloseTo(dp!, 6);
      const [slope] = along([z3], ([v]) => sigma(v!));
      const e = Math.exp(-z3);
      expect(-((1 + e) ** -2) * -e).toBeCloseTo(slope!, 8);
      expect((1 / (1 + e)) * (e / (1 + e))).toBeCloseTo(slope!, 8);
      expect(e / (1 + e)).toBeCloseTo(1 - p, 12);
      expect(p * (1 - p)).toBeCloseTo(slope!, 8);
    }
  });

  it("dz³ = p − y, ∂L/∂W³ = dz³ (h²)ᵀ and ∂L/∂b³ = dz³, and a step against them lowers the loss", () => {
    for (const { net, y, pass, loss } of networks) {
      const { p, h2, z3 } = pass();
      const [dz3] = along([z3], ([v]) => bce(y, sigma(v!)));
      expect(p - y).toBeCloseTo(dz3!, 8);
      const [row, bias] = [net.W[2]![0]!, net.b[2]!];
      slopesBy(row, loss).forEach((slope, i) => {
        expect((p - y) * h2[i]!).toBeCloseTo(slope, 8);
      });
      expect(p - y).toBeCloseTo(slopesBy(bias, loss)[0]!, 8);
      const before = loss();
      row.forEach((w, i) => {
        row[i] = w - 0.5 * (p - y) * h2[i]!;
      });
      bias[0] = bias[0]! - 0.5 * (p - y);
      expect(loss()).toBeLessThan(before);
    }
  });
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
  it("takes forward and loss for each of three examples and the rest once, and says of every other option why not", () => {
    const one = exercise("iteration-choice");
    const variant = drawVariant(one, { seed: "a", number: 1 });
    const { options } = variant.parts.sequence!.view as { options: { id: string; text: string }[] };
    const graded = options.map(({ id, text }) => ({
      text,
      ...grade(one, variant, "sequence", id),
    }));
    expect(graded.filter(({ verdict }) => verdict === "right").map(({ text }) => text)).toEqual([
      "1, 4, 1, 4, 1, 4, 5, 2, 3",
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
    [2, [0.1, 0.8, 0.1], "2.3", Math.LN10],
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
