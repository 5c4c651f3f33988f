import { describe, expect, it } from "vitest";
import { oracle } from "../../oracles/lesson-01";
import { apart, product, randomFrom, randomRows, turned } from "../../oracles/plain-matrix";
import { activations, feedForward } from "../../oracles/plain-network";
import { lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "01-notation-and-shapes");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-01-${i}`);

holdLesson(lesson, oracle, seeds);

/** Some sizes of layers, from 1 to 9. */
const sizesBy = (seed: number) => {
  const next = randomFrom(seed);
  return Array.from({ length: 4 }, () => 1 + Math.floor(4.5 * (next() + 1)));
};
const tries = Array.from({ length: 20 }, (_, i) => sizesBy(i + 1));
const shape = (a: number[][]) => [a.length, a[0]!.length];

describe("the lesson's lines, on 20 random networks", () => {
  it("the shapes of W, h, b and z chain together from layer to layer", () => {
    tries.forEach((n, t) => {
      const next = randomFrom(t);
      let h = randomRows(n[0]!, 1, next);
      for (let l = 1; l < n.length; l++) {
        const W = randomRows(n[l]!, n[l - 1]!, next);
        const z = product(W, h);
        expect(shape(z)).toEqual([n[l], 1]);
        expect(z[0]![0]).toBeCloseTo(
          W[0]!.reduce((sum, w, i) => sum + w * h[i]![0]!, 0),
          12,
        );
        h = z;
      }
    });
  });

  it("the weight from i to j, in row j and column i, is what carries input i to neuron j", () => {
    tries.forEach(([inputs, neurons], t) => {
      const W = randomRows(neurons!, inputs!, randomFrom(t));
      const b = W.map(() => 0);
      for (let i = 0; i < inputs!; i++) {
        const x = Array.from({ length: inputs! }, (_, k) => (k === i ? 1 : 0));
        const [layer] = feedForward({ W: [W], b: [b] }, x, [activations.identity]);
        layer!.z.forEach((z, j) => {
          expect(z).toBe(W[j]![i]);
        });
      }
    });
  });

  it("hᵀWᵀ is Wh turned round, and hhᵀ a whole matrix", () => {
    tries.forEach(([inputs, neurons], t) => {
      const next = randomFrom(t);
      const W = randomRows(neurons!, inputs!, next);
      const h = randomRows(inputs!, 1, next);
      expect(apart(product(turned(h), turned(W)), turned(product(W, h)))).toBeLessThan(1e-12);
      expect(shape(product(h, turned(h)))).toEqual([inputs, inputs]);
    });
  });

  it("a layer has n(k + 1) parameters, and a network with one hidden layer and one output n(k + 2) + 1", () => {
    for (const [k, n] of tries as [number, number][]) {
      const next = randomFrom(k * n);
      const hidden = [randomRows(n, k, next), randomRows(n, 1, next)].flat(2).length;
      const output = [randomRows(1, n, next), randomRows(1, 1, next)].flat(2).length;
      expect(hidden).toBe(n * (k + 1));
      expect(hidden).toBe(n * k + n);
      expect(hidden + output).toBe(n * (k + 2) + 1);
    }
  });
});
