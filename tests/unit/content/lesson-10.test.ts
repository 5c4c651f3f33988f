import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise } from "@/lib/exercise";
import { oracle } from "../../oracles/lesson-10";
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
import { activations, feedForward, goBack } from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "10-gradient-checking");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-10-${i}`);

holdLesson(lesson, oracle, seeds);

it.each([
  ["where-it-breaks", "bug", 7],
  ["line-of-the-pass", "bug", 6],
  ["line-of-the-code", "bug", 7],
  ["find-and-mend", "bug", 4],
  ["name-the-fault", "fault", 4],
] as const)("%s plants every fault there is, by its seed", (id, name, count) => {
  const exercise = exerciseOf(lesson, id);
  const planted = seeds.map((seed) =>
    String(drawVariant(exercise, { seed, number: 1 }).givens[name]),
  );
  expect(new Set(planted).size).toBe(count);
});

describe("what is told to a foreseen mistake", () => {
  const told = (
    exercise: Exercise,
    part: string,
    typed: (givens: (name: string) => number) => number,
  ) =>
    seeds.slice(0, 20).map((seed) => {
      const variant = drawVariant(exercise, { seed, number: 1 });
      const of = (name: string) => variant.givens[name] as number;
      return grade(exercise, variant, part, String(typed(of)));
    });

  it.each<[string, string, (given: (name: string) => number) => number, string]>([
    ["central-difference", "n", (g) => (g("above") - g("below")) / g("epsilon"), "divided by"],
    [
      "central-difference",
      "n",
      (g) => (g("above") - g("here")) / g("epsilon"),
      "forward difference",
    ],
    ["central-difference", "n", (g) => (g("here") - g("below")) / g("epsilon"), "goes on to"],
    ["relative-error", "e", (g) => Math.abs(g("a") - g("n")), "absolute error"],
    [
      "relative-error",
      "e",
      (g) => Math.abs(g("a") - g("n")) / (g("a") + Math.abs(g("n"))),
      "alone",
    ],
    ["smaller-step", "across", (g) => g("offAcross") / g("k"), "the forward difference gains"],
    ["across-the-kink", "n", () => 1, "on both sides"],
    ["across-the-kink", "n", (g) => (g("z") + g("epsilon")) / g("epsilon"), "divided by"],
  ])("%s, %s", (id, part, typed, said) => {
    for (const { verdict, feedback } of told(exerciseOf(lesson, id), part, typed)) {
      expect(verdict).not.toBe("right");
      expect(feedback).toContain(said);
    }
  });
});

/** A network of the lesson's shape with random numbers, its loss as a function of itself, and its gradients. */
function tried(seed: number) {
  const next = randomFrom(seed);
  const net = randomNetwork([2, 3, 3, 1], next);
  const x = [next(), next()];
  const y = seed % 2;
  const gs = net.W.map(() => activations.sigmoid);
  const loss = () => {
    const p = feedForward(net, x, gs)[2]!.h[0]!;
    return y === 1 ? -Math.log(p) : -Math.log(1 - p);
  };
  const layers = feedForward(net, x, gs);
  return { net, x, y, layers, loss, ...goBack(net, x, layers, gs, [layers[2]!.h[0]! - y]) };
}

const networks = Array.from({ length: 20 }, (_, i) => tried(i + 1));

/** The loss with one first weight moved, and put back. */
function movedBy({ net, loss }: ReturnType<typeof tried>, by: number): number {
  const row = net.W[0]![0]!;
  const before = row[0]!;
  row[0] = before + by;
  const moved = loss();
  row[0] = before;
  return moved;
}

const aheadOf = (one: ReturnType<typeof tried>, step: number) =>
  (movedBy(one, step) - one.loss()) / step;
const acrossOf = (one: ReturnType<typeof tried>, step: number) =>
  (movedBy(one, step) - movedBy(one, -step)) / (2 * step);

describe("the lesson's formulas, on 20 random networks", () => {
  it("the forward difference is off by ε/2 times the second derivative, the central one by ε²/6 times the third", () => {
    const step = 0.01;
    for (const one of networks) {
      const [far, near, here] = [0.02, 0.01, 0].map((by) => movedBy(one, by)) as number[];
      const [minusNear, minusFar] = [-0.01, -0.02].map((by) => movedBy(one, by)) as number[];
      const second = (near! - 2 * here! + minusNear!) / step ** 2;
      const third = (far! - 2 * near! + 2 * minusNear! - minusFar!) / (2 * step ** 3);
      const slope = one.dW[0]![0]![0]!;
      const offAhead = aheadOf(one, step) - slope;
      const offAcross = acrossOf(one, step) - slope;
      expect(Math.abs(offAhead - (step / 2) * second)).toBeLessThan(1e-6);
      expect(Math.abs(offAcross - (step ** 2 / 6) * third)).toBeLessThan(1e-8);
    }
  });

  it("a tenth of ε makes the one ten times better and the other a hundred", () => {
    for (const one of networks) {
      const slope = one.dW[0]![0]![0]!;
      const gain = (of: typeof aheadOf) => (of(one, 0.1) - slope) / (of(one, 0.01) - slope);
      // Where the next derivative happens to be near 0, the one after it decides.
      if (Math.abs(aheadOf(one, 0.1) - slope) > 2e-5) expect(gain(aheadOf)).toBeGreaterThan(7);
      if (Math.abs(acrossOf(one, 0.1) - slope) > 1e-6) expect(gain(acrossOf)).toBeGreaterThan(80);
    }
  });

  it("with 16 figures, the central difference is best near 1e-5 and spoilt at 1e-11", () => {
    const off = (step: number) =>
      Math.max(...networks.map((one) => Math.abs(acrossOf(one, step) - one.dW[0]![0]![0]!)));
    expect(off(1e-5)).toBeLessThan(1e-10);
    expect(off(1e-5)).toBeLessThan(off(1e-2) / 1000);
    expect(off(1e-5)).toBeLessThan(off(1e-11) / 1000);
  });

  it("the difference of a cube is 3w² + 3wε + ε² ahead, and 3w² + ε² across", () => {
    const next = randomFrom(5);
    for (let i = 0; i < 20; i++) {
      const [w, e] = [1.5 + next(), 0.6 + 0.5 * next()];
      expect(((w + e) ** 3 - w ** 3) / e).toBeCloseTo(3 * w * w + 3 * w * e + e * e, 9);
      expect(((w + e) ** 3 - (w - e) ** 3) / (2 * e)).toBeCloseTo(3 * w * w + e * e, 9);
    }
  });

  it("every right gradient has a relative error below 1e-7 where the slope is no smaller than 1e-3", () => {
    for (const one of networks) {
      one.net.W.forEach((W, l) => {
        const n = W.map((row) => slopesBy(row, one.loss));
        n.flat().forEach((slope, i) => {
          const a = one.dW[l]!.flat()[i]!;
          const e = Math.abs(a - slope) / Math.max(Math.abs(a), Math.abs(slope));
          if (Math.abs(a) > 1e-3) expect(e).toBeLessThan(1e-7);
        });
      });
    }
  });
});

/** The lesson's thread with one line changed. */
function threadOf(one: ReturnType<typeof tried>, change: { slope?: number; turned?: number }) {
  const h = one.layers.map((layer) => columnOf(layer.h));
  const times = (...all: Rows[]) => entrywise((...v) => v.reduce((a, b) => a * b), ...all);
  const dz: Rows[] = [];
  dz[2] = [[one.layers[2]!.h[0]! - one.y]];
  for (const l of [1, 0]) {
    const W = one.net.W[l + 1]!;
    const dh = product(change.turned === l ? W : turned(W), dz[l + 1]!);
    const slope = entrywise((v) => v * (1 - v), h[l]!);
    dz[l] = change.slope === l ? dh : times(dh, slope);
  }
  const below = (l: number) => (l === 0 ? columnOf(one.x) : h[l - 1]!);
  return { dz, dW: dz.map((d, l) => product(d, turned(below(l)))) };
}

describe("what faults leave behind, on 20 random networks", () => {
  const ratios = (a: Rows, n: Rows) => entrywise((u, v) => u / v, a, n);

  it("a forgotten transpose in layer 2 leaves layers 3 and 2 right and layer 1 wrong", () => {
    for (const one of networks) {
      const { dW } = threadOf(one, { turned: 0 });
      expect(apart(dW[2]!, one.dW[2]!)).toBeLessThan(1e-12);
      expect(apart(dW[1]!, one.dW[1]!)).toBeLessThan(1e-12);
      expect(apart(dW[0]!, one.dW[0]!)).toBeGreaterThan(1e-5);
    }
  });

  it("a forgotten slope leaves 1/(h(1 − h)) along each row, 4 at least, and spoils the layer below too", () => {
    for (const one of networks) {
      const { dW } = threadOf(one, { slope: 1 });
      expect(apart(dW[2]!, one.dW[2]!)).toBeLessThan(1e-12);
      ratios(dW[1]!, one.dW[1]!).forEach((row, j) => {
        const h = one.layers[1]!.h[j]!;
        for (const ratio of row) expect(ratio * h * (1 - h)).toBeCloseTo(1, 9);
        expect(row[0]).toBeGreaterThanOrEqual(4);
      });
      expect(apart(dW[0]!, one.dW[0]!)).toBeGreaterThan(1e-5);
    }
  });

  it("a factor at the output, −1 or m, is in every gradient unchanged", () => {
    for (const factor of [-1, 5]) {
      for (const one of networks) {
        const gs = one.net.W.map(() => activations.sigmoid);
        const out = [factor * (one.layers[2]!.h[0]! - one.y)];
        const { dW } = goBack(one.net, one.x, one.layers, gs, out);
        dW.forEach((a, l) => {
          for (const ratio of ratios(a, one.dW[l]!).flat()) expect(ratio).toBeCloseTo(factor, 9);
        });
      }
    }
  });

  it("a wrong input leaves one ratio for each column, and its h against the right one", () => {
    for (const one of networks) {
      const [h1, h2] = [one.layers[0]!.h, one.layers[1]!.h];
      const a = product(columnOf(one.dz[1]!), [[...h2]]);
      for (const row of ratios(a, one.dW[1]!)) {
        for (const [i, ratio] of row.entries()) expect(ratio).toBeCloseTo(h2[i]! / h1[i]!, 9);
      }
    }
  });

  it("a sum for the mean of m has the relative error 1 − 1/m, a turned sign 2", () => {
    const e = (a: number, n: number) => Math.abs(a - n) / Math.max(Math.abs(a), Math.abs(n));
    for (let m = 2; m < 12; m++) expect(e(0.3 * m, 0.3)).toBeCloseTo(1 - 1 / m, 12);
    expect(e(-0.3, 0.3)).toBeCloseTo(2, 12);
  });

  it("a sigmoid's slope for that of tanh leaves h/(1 + h)", () => {
    for (const { x } of networks) {
      const h = Math.tanh(x[0]!);
      const { slope } = activations.tanh;
      expect((h * (1 - h)) / slope(x[0]!)).toBeCloseTo(h / (1 + h), 9);
    }
  });
});

it("training with the lesson's own fault still lowers the loss, though not as far", () => {
  const W = [
    [
      [0.5, -0.4],
      [-0.3, 0.8],
      [0.9, 0.2],
    ],
    [
      [0.4, -0.7, 0.6],
      [0.8, 0.3, -0.5],
      [-0.6, 0.9, 0.2],
    ],
    [[1.2, -0.8, -0.9]],
  ];
  const b = [[0.1, -0.2, 0.3], [-0.3, 0.2, 0.1], [0.2]];
  const x = [0.6, -0.5];
  const gs = W.map(() => activations.sigmoid);
  const lossOf = (net: { W: number[][][]; b: number[][] }) =>
    -Math.log(feedForward(net, x, gs)[2]!.h[0]!);
  const layers = feedForward({ W, b }, x, gs);
  const right = goBack({ W, b }, x, layers, gs, [layers[2]!.h[0]! - 1]);
  const stepped = (dz: readonly (readonly number[])[], dW: readonly Rows[]) => ({
    W: W.map((rows, l) => entrywise((w, g) => w - 0.5 * g, rows, dW[l]!)),
    b: b.map((all, l) => all.map((v, j) => v - 0.5 * dz[l]![j]!)),
  });
  const dz1 = product(W[1]!, columnOf(right.dz[1]!)).map(
    ([v], j) => v! * layers[0]!.h[j]! * (1 - layers[0]!.h[j]!),
  );
  const faulty = product(columnOf(dz1), [x]);
  const signs = entrywise((u, v) => Math.sign(u * v), faulty, right.dW[0]!);
  expect(signs).toEqual([
    [1, 1],
    [-1, -1],
    [-1, -1],
  ]);
  const before = lossOf({ W, b });
  const after = lossOf(stepped(right.dz, right.dW));
  const misled = lossOf(
    stepped([dz1, right.dz[1]!, right.dz[2]!], [faulty, right.dW[1]!, right.dW[2]!]),
  );
  expect(misled).toBeLessThan(before);
  expect(after).toBeLessThan(misled);
});
