import { describe, expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { Givens } from "../../oracles/answers";
import { oracle } from "../../oracles/lesson-02";
import {
  apart,
  columnOf,
  entrywise,
  product,
  type Rows,
  randomFrom,
  randomNetwork,
} from "../../oracles/plain-matrix";
import { activations, feedForward, sigma } from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "02-feedforward");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-02-${i}`);

holdLesson(lesson, oracle, seeds);

it("takes its p to four figures from who keeps six decimals on the way", () => {
  const exercise = exerciseOf(lesson, "round-at-the-end");
  const kept = (z: number) => Number(z.toFixed(6));
  for (const seed of seeds) {
    const variant = drawVariant(exercise, { seed, number: 1 });
    const givens = new Givens(variant.givens);
    const [first, second] = [
      { g: (z: number) => kept(sigma(kept(z))), slope: () => 0 },
      { g: (z: number) => sigma(kept(z)), slope: () => 0 },
    ];
    const layers = feedForward(givens.network("net"), givens.vector("x"), [first, second]);
    const typed = layers[1]!.h[0]!.toPrecision(4);
    expect(grade(exercise, variant, "p", typed).verdict, seed).toBe("right");
  }
});

const add = (a: Rows, b: Rows) => entrywise((v, w) => v + w, a, b);
const tries = Array.from({ length: 20 }, (_, i) => randomFrom(i + 1));

describe("the lesson's formulas, on random numbers", () => {
  it("σ(−z) = 1 − σ(z), line by line", () => {
    for (const next of tries) {
      const z = 8 * next();
      const lines = [
        1 / (1 + Math.exp(z)),
        Math.exp(-z) / (Math.exp(-z) + 1),
        (1 + Math.exp(-z) - 1) / (1 + Math.exp(-z)),
        1 - sigma(z),
      ];
      for (const line of lines) expect(line).toBeCloseTo(sigma(-z), 12);
    }
  });

  it("z = ln(h / (1 − h)) brings back what the sigmoid was given, and so do the lines before it", () => {
    for (const next of tries) {
      const z = 8 * next();
      const h = sigma(z);
      expect(1 / h).toBeCloseTo(1 + Math.exp(-z), 9);
      expect((1 - h) / h).toBeCloseTo(Math.exp(-z), 9);
      expect(Math.log((1 - h) / h)).toBeCloseTo(-z, 9);
      expect(Math.log(h / (1 - h))).toBeCloseTo(z, 9);
    }
  });

  it("the sigmoid rises, lies between 0 and 1, and has half of its way done at 0", () => {
    expect(sigma(0)).toBe(0.5);
    for (const next of tries) {
      const z = 20 * next();
      expect(sigma(z)).toBeGreaterThan(0);
      expect(sigma(z)).toBeLessThan(1);
      expect(sigma(z + 0.1)).toBeGreaterThan(sigma(z));
    }
    expect(2 * sigma(2)).toBeGreaterThan(1);
  });

  it("z = W h + b is the neurons' sums one by one, in every layer", () => {
    for (const next of tries) {
      const { W, b } = randomNetwork([2, 3, 4, 1], next);
      const x = [next(), next()];
      const layers = feedForward(
        { W, b },
        x,
        W.map(() => activations.sigmoid),
      );
      let h = columnOf(x);
      layers.forEach((layer, l) => {
        const z = add(product(W[l]!, h), columnOf(b[l]!));
        expect(apart(z, columnOf(layer.z))).toBeLessThan(1e-12);
        h = entrywise(sigma, z);
        expect(apart(h, columnOf(layer.h))).toBeLessThan(1e-12);
      });
    }
  });

  it("two layers without a curve are one, with W = W2 W1 and b = W2 b1 + b2", () => {
    for (const next of tries) {
      const { W, b } = randomNetwork([3, 4, 2], next);
      const x = [next(), next(), next()];
      const gs = [activations.identity, activations.identity];
      const two = columnOf(feedForward({ W, b }, x, gs)[1]!.z);
      const [W1, W2, b1, b2] = [W[0]!, W[1]!, columnOf(b[0]!), columnOf(b[1]!)];
      const inside = add(product(W2, add(product(W1, columnOf(x)), b1)), b2);
      const one = add(product(product(W2, W1), columnOf(x)), add(product(W2, b1), b2));
      expect(apart(inside, two)).toBeLessThan(1e-12);
      expect(apart(one, two)).toBeLessThan(1e-12);
    }
  });

  it("a neuron with all its signs turned gives out 1 − h, and with b = −w x just a half", () => {
    for (const next of tries) {
      const [w, x, b] = [[next(), next()], [next(), next()], next()];
      const sum = w[0]! * x[0]! + w[1]! * x[1]!;
      expect(sigma(-w[0]! * x[0]! - w[1]! * x[1]! - b)).toBeCloseTo(1 - sigma(sum + b), 12);
      expect(sigma(sum + -sum)).toBe(0.5);
    }
  });
});
