import { describe, expect, it } from "vitest";
import { oracle } from "../../oracles/lesson-03";
import { randomFrom, slopesBy } from "../../oracles/plain-matrix";
import { softmax } from "../../oracles/plain-network";
import { lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "03-losses");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-03-${i}`);

holdLesson(lesson, oracle, seeds);

/** Probabilities strictly between 0 and 1, drawn from a seed. */
const probabilitiesBy = (seed: number, count: number) => {
  const next = randomFrom(seed);
  return Array.from({ length: count }, () => 0.5 + 0.48 * next());
};
const tries = Array.from({ length: 20 }, (_, i) => i + 1);
const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
const bce = (y: number, p: number) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p));

describe("the lesson's formulas, on random probabilities", () => {
  it("minus the logarithm of the likelihood, over m, is the mean of the losses, line by line", () => {
    for (const t of tries) {
      const q = probabilitiesBy(t, 5);
      const P = q.reduce((product, v) => product * v, 1);
      expect(Math.log(P)).toBeCloseTo(sum(q.map(Math.log)), 9);
      expect(-Math.log(P) / 5).toBeCloseTo(sum(q.map((v) => -Math.log(v))) / 5, 9);
    }
  });

  it("a likelihood of 1000 examples at 0.4 is 0 to a computer, and about 10 to the −398", () => {
    let P = 1;
    for (let i = 0; i < 1000; i++) P *= 0.4;
    expect(P).toBe(0);
    expect(1000 * Math.log10(0.4)).toBeCloseTo(-398, 0);
  });

  it("pʸ(1 − p)¹⁻ʸ is what was given to the truth, and its logarithm is binary cross-entropy", () => {
    for (const t of tries) {
      const [p] = probabilitiesBy(t, 1) as [number];
      for (const y of [0, 1]) {
        const q = p ** y * (1 - p) ** (1 - y);
        expect(q).toBeCloseTo(y === 1 ? p : 1 - p, 12);
        expect(-Math.log(q)).toBeCloseTo(bce(y, p), 9);
        expect(bce(y, p)).toBeCloseTo(y === 1 ? -Math.log(p) : -Math.log(1 - p), 12);
      }
    }
  });

  it("cross-entropy is −ln of the true class's probability, of two classes the binary one, of K alike ln K", () => {
    const crossEntropy = (y: number[], p: number[]) => -sum(y.map((v, k) => v * Math.log(p[k]!)));
    for (const t of tries) {
      const p = softmax(probabilitiesBy(t, 4));
      p.forEach((v, truth) => {
        const y = p.map((_, k) => (k === truth ? 1 : 0));
        expect(crossEntropy(y, p)).toBeCloseTo(-Math.log(v), 12);
      });
      const [one] = p as [number];
      for (const y of [0, 1])
        expect(crossEntropy([y, 1 - y], [one, 1 - one])).toBeCloseTo(bce(y, one), 12);
      const K = t + 1;
      const alike = Array.from({ length: K }, () => 1 / K);
      const first = alike.map((_, k) => (k === 0 ? 1 : 0));
      expect(crossEntropy(first, alike)).toBeCloseTo(Math.log(K), 12);
    }
  });

  it("the slopes are 2(p − y), −1/p and 1/(1 − p), as central differences have them", () => {
    for (const t of tries) {
      const p = probabilitiesBy(t, 1);
      for (const y of [0, 1]) {
        const at = p[0]!;
        expect(slopesBy(p, () => (p[0]! - y) ** 2)[0]).toBeCloseTo(2 * (at - y), 6);
        const slope = y === 1 ? -1 / at : 1 / (1 - at);
        expect(slopesBy(p, () => bce(y, p[0]!))[0]! / slope).toBeCloseTo(1, 6);
      }
    }
  });

  it("a factor of 10 in false confidence costs ln 10, and a squared error stops at 1", () => {
    for (const t of tries) {
      const [p] = probabilitiesBy(t, 1) as [number];
      expect(bce(1, p / 10) - bce(1, p)).toBeCloseTo(Math.log(10), 9);
      expect((p / 1e6 - 1) ** 2).toBeLessThan(1);
    }
  });

  it("is cheapest for 0.95 of the truth, then 0.8, 0.5, 0.3 and 0.02", () => {
    const losses = [bce(1, 0.95), bce(0, 0.2), bce(1, 0.5), bce(0, 0.7), bce(1, 0.02)];
    expect(losses.toSorted((a, b) => a - b)).toEqual(losses);
  });
});
