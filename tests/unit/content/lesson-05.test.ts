import { describe, expect, it } from "vitest";
import { oracle } from "../../oracles/lesson-05";
import {
  apart,
  columnOf,
  entrywise,
  product,
  type Rows,
  randomFrom,
  randomNetwork,
  slopesBy,
  turned,
} from "../../oracles/plain-matrix";
import { activations, feedForward } from "../../oracles/plain-network";
import { lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "05-updating-weights-and-biases-2");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-05-${i}`);

holdLesson(lesson, oracle, seeds);

/** A network of the lesson's shape with random numbers, its pass, and its loss as a function of itself. */
function tried(seed: number) {
  const next = randomFrom(seed);
  const net = randomNetwork([2, 3, 3, 1], next);
  const x = [next(), next()];
  const y = seed % 2;
  const gs = net.W.map(() => activations.sigmoid);
  const pass = () => feedForward(net, x, gs);
  const loss = () => {
    const p = pass()[2]!.h[0]!;
    return y === 1 ? -Math.log(p) : -Math.log(1 - p);
  };
  return { net, x, y, layers: pass(), loss };
}

/** The lesson's lines, from the output back. */
function byTheLines({ net, x, y, layers }: ReturnType<typeof tried>) {
  const h = [x, ...layers.map((layer) => layer.h)].map(columnOf);
  const W: Rows[] = [[], ...net.W];
  const slope = (l: number) => entrywise((v) => v * (1 - v), h[l]!);
  const back = (l: number, dz: Rows) => product(turned(W[l]!), dz);
  const dz3: Rows = [[h[3]![0]![0]! - y]];
  const dh2 = back(3, dz3);
  const dz2 = entrywise((a, b) => a * b, dh2, slope(2));
  const dh1 = back(2, dz2);
  const dz1 = entrywise((a, b) => a * b, dh1, slope(1));
  return { h, dh: [[], dh1, dh2], dz: [[], dz1, dz2, dz3] };
}

const networks = Array.from({ length: 20 }, (_, i) => tried(i + 1));

describe("the lesson's formulas, on 20 random networks", () => {
  it("∂L/∂W = dz hᵀ and ∂L/∂b = dz in every layer, as central differences of the loss have them", () => {
    for (const one of networks) {
      const { h, dz } = byTheLines(one);
      for (const l of [1, 2, 3]) {
        const dW = one.net.W[l - 1]!.map((row) => slopesBy(row, one.loss));
        expect(apart(product(dz[l]!, turned(h[l - 1]!)), dW)).toBeLessThan(1e-8);
        const db = columnOf(slopesBy(one.net.b[l - 1]!, one.loss));
        expect(apart(dz[l]!, db)).toBeLessThan(1e-8);
      }
    }
  });

  it("dh = Wᵀ dz, where the loss is a function of h", () => {
    for (const one of networks) {
      const { dh } = byTheLines(one);
      for (const l of [1, 2]) {
        const h = [...one.layers[l - 1]!.h];
        const [W, b] = [one.net.W.slice(l), one.net.b.slice(l)];
        const onward = () => {
          const gs = W.map(() => activations.sigmoid);
          const p = feedForward({ W, b }, h, gs).at(-1)!.h[0]!;
          return one.y === 1 ? -Math.log(p) : -Math.log(1 - p);
        };
        expect(apart(dh[l]!, columnOf(slopesBy(h, onward)))).toBeLessThan(1e-8);
      }
    }
  });

  it("dh of one neuron is the sum over the three ways, and a weight's gradient the product of its two ends", () => {
    for (const one of networks) {
      const { h, dh, dz } = byTheLines(one);
      const W2 = one.net.W[1]!;
      const second = [0, 1, 2].reduce((sum, j) => sum + W2[j]![1]! * dz[2]![j]![0]!, 0);
      expect(dh[1]![1]![0]).toBeCloseTo(second, 12);
      const dW2 = product(dz[2]!, turned(h[1]!));
      expect(dW2[2]![0]).toBeCloseTo(dz[2]![2]![0]! * h[1]![0]![0]!, 12);
    }
  });

  it("the whole chain in one formula is the gradient of the first weights", () => {
    for (const one of networks) {
      const { h } = byTheLines(one);
      const times = (...all: Rows[]) => entrywise((...v) => v.reduce((a, b) => a * b), ...all);
      const rest = (l: number) => entrywise((v) => 1 - v, h[l]!);
      const inner = times(
        product(turned(one.net.W[2]!), [[h[3]![0]![0]! - one.y]]),
        h[2]!,
        rest(2),
      );
      const outer = times(product(turned(one.net.W[1]!), inner), h[1]!, rest(1));
      const dW1 = one.net.W[0]!.map((row) => slopesBy(row, one.loss));
      expect(apart(product(outer, [one.x]), dW1)).toBeLessThan(1e-8);
    }
  });

  it("without the transpose a square matrix gives other numbers, and W³ none at all", () => {
    for (const one of networks) {
      const { dh, dz } = byTheLines(one);
      expect(apart(product(one.net.W[1]!, dz[2]!), dh[1]!)).toBeGreaterThan(1e-4);
      expect(one.net.W[2]![0]).toHaveLength(3);
    }
  });

  it("a sigmoid's slope is a quarter at most", () => {
    for (const { layers } of networks) {
      for (const h of layers.flatMap((layer) => layer.h)) {
        expect(h * (1 - h)).toBeLessThanOrEqual(0.25);
      }
    }
  });
});
