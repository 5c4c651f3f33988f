import { describe, expect, it } from "vitest";
import { drawVariant, type Variant } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { exerciseOf, grade, lessonAt, numbersOf } from "./a-lesson";

const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const seeds = Array.from({ length: 200 }, (_, i) => `lesson-04-${i}`);
const firstDrawn = 3;

const exercise = (id: string) => exerciseOf(lesson, id);

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
    const { options } = variant.parts.sequence!.view as { options: { id: string; text: string }[] };
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
