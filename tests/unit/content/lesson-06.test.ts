import { describe, expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { Givens } from "../../oracles/answers";
import { oracle } from "../../oracles/lesson-06";
import {
  apart,
  columnOf,
  entrywise,
  product,
  type Rows,
  randomFrom,
  randomNetwork,
  randomRows,
  rowTotals,
  scaled,
  slopesBy,
  turned,
} from "../../oracles/plain-matrix";
import { activations, feedForward, sigma } from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "06-batches");
const seeds = Array.from({ length: 40 }, (_, i) => `lesson-06-${i}`);
const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);
const mean = (values: readonly number[]) => total(values) / values.length;

holdLesson(lesson, oracle, seeds);

interface Tried {
  readonly net: { readonly W: Rows[]; readonly b: number[][] };
  readonly X: Rows;
  readonly Y: readonly number[];
}

const columnsOf = (a: Rows) => turned(a);

/** The losses of the examples, each fed forward by itself. */
function lossesOf({ net, X, Y }: Tried): number[] {
  const gs = net.W.map(() => activations.sigmoid);
  return columnsOf(X).map((x, k) => {
    const p = feedForward(net, x, gs).at(-1)!.h[0]!;
    return -Math.log(Y[k] === 1 ? p : 1 - p);
  });
}

const batchLoss = (tried: Tried) => mean(lossesOf(tried));

function triedBy(seed: number): Tried {
  const next = randomFrom(seed);
  const m = 1 + (seed % 5);
  const net = randomNetwork([2, 3, 2, 1], next);
  return { net, X: randomRows(2, m, next), Y: Array.from({ length: m }, () => +(next() > 0)) };
}

/** The lesson's lines for a batch, forward and back; layers count from 1. */
function byTheLines({ net, X, Y }: Tried) {
  const m = Y.length;
  const [H, Z]: [Rows[], Rows[]] = [[X], [[]]];
  net.W.forEach((W, l) => {
    Z.push(product(W, H[l]!).map((row, j) => row.map((v) => v + net.b[l]![j]!)));
    H.push(entrywise(sigma, Z[l + 1]!));
  });
  const last = net.W.length;
  const P = H[last]!;
  const dZ: Rows[] = [];
  const dH: Rows[] = [];
  dZ[last] = [P[0]!.map((p, k) => (p - Y[k]!) / m)];
  for (let l = last; l > 1; l--) {
    dH[l - 1] = product(turned(net.W[l - 1]!), dZ[l]!);
    dZ[l - 1] = entrywise((d, h) => d * h * (1 - h), dH[l - 1]!, H[l - 1]!);
  }
  const layers = net.W.map((_, l) => l + 1);
  const dW = layers.map((l) => product(dZ[l]!, turned(H[l - 1]!)));
  const db = layers.map((l) => product(dZ[l]!, columnOf(Y.map(() => 1))));
  return { H, Z, P, dZ, dH, dW, db };
}

const tries = Array.from({ length: 20 }, (_, i) => triedBy(i + 1));

const pairOf = ({ net, X, Y }: Tried, k: number): Tried => ({
  net,
  X: X.map((row) => [row[k]!]),
  Y: [Y[k]!],
});

describe("the lesson's formulas, on 20 random networks and batches", () => {
  it("Z = W H + b and P hold what each example comes to by itself, in its column and in no other", () => {
    for (const one of tries) {
      const { H, Z, P } = byTheLines(one);
      one.Y.forEach((_, k) => {
        const alone = byTheLines(pairOf(one, k));
        const column = (a: Rows) => a.map((row) => [row[k]!]);
        for (const l of [1, 2, 3]) {
          expect(apart(column(Z[l]!), alone.Z[l]!)).toBeLessThan(1e-12);
          expect(apart(column(H[l]!), alone.H[l]!)).toBeLessThan(1e-12);
        }
        expect(P[0]![k]).toBeCloseTo(alone.P[0]![0]!, 12);
      });
    }
  });

  it("has n × m for whatever belongs to examples, and the old shapes for gradients", () => {
    for (const one of tries) {
      const { H, Z, dZ, dH, dW, db } = byTheLines(one);
      const m = one.Y.length;
      [2, 3, 2, 1].forEach((n, l) => {
        for (const a of [H[l]!, ...(l > 0 ? [Z[l]!, dZ[l]!] : []), ...(dH[l] ? [dH[l]] : [])]) {
          expect([a.length, a[0]!.length]).toEqual([n, m]);
        }
      });
      one.net.W.forEach((W, l) => {
        expect(
          apart(
            entrywise(() => 0, dW[l]!),
            entrywise(() => 0, W),
          ),
        ).toBe(0);
        expect([db[l]!.length, db[l]![0]!.length]).toEqual([one.net.b[l]!.length, 1]);
      });
    }
  });

  it("dZ = (P − Y)/m at the output, Wᵀ dZ and dH ⊙ g′(Z) before it, where the mean loss is a function of Z", () => {
    for (const one of tries) {
      const { H, Z, dZ, dH } = byTheLines(one);
      for (const l of [1, 2, 3]) {
        const onward = (start: Rows) => {
          const net = { W: one.net.W.slice(l), b: one.net.b.slice(l) };
          const gs = net.W.map(() => activations.sigmoid);
          return mean(
            columnsOf(start).map((h, k) => {
              const p = (l === 3 ? h : feedForward(net, h, gs).at(-1)!.h)[0]!;
              return -Math.log(one.Y[k] === 1 ? p : 1 - p);
            }),
          );
        };
        const z = Z[l]!.map((row) => [...row]);
        const slopes = z.map((row) => slopesBy(row, () => onward(entrywise(sigma, z))));
        expect(apart(dZ[l]!, slopes)).toBeLessThan(1e-8);
        if (l === 3) continue;
        const h = H[l]!.map((row) => [...row]);
        expect(
          apart(
            dH[l]!,
            h.map((row) => slopesBy(row, () => onward(h))),
          ),
        ).toBeLessThan(1e-8);
      }
    }
  });

  it("∂L/∂W = dZ Hᵀ and ∂L/∂b = dZ 1, the rows' sums, as central differences of the mean loss have them", () => {
    for (const one of tries) {
      const { dZ, dW, db } = byTheLines(one);
      one.net.W.forEach((W, l) => {
        const byW = W.map((row) => slopesBy(row, () => batchLoss(one)));
        expect(apart(dW[l]!, byW)).toBeLessThan(1e-8);
        const byB = columnOf(slopesBy(one.net.b[l]!, () => batchLoss(one)));
        expect(apart(db[l]!, byB)).toBeLessThan(1e-8);
        expect(apart(db[l]!, rowTotals(dZ[l + 1]!))).toBeLessThan(1e-15);
      });
    }
  });

  it("dZ Hᵀ is the sum of the examples' outer products, entry by entry, and the mean of the gradients that each has alone", () => {
    for (const one of tries) {
      const { H, dZ, dW, db } = byTheLines(one);
      const alone = one.Y.map((_, k) => byTheLines(pairOf(one, k)));
      one.net.W.forEach((W, l) => {
        const outer = one.Y.map((_, k) =>
          product(
            dZ[l + 1]!.map((row) => [row[k]!]),
            [H[l]!.map((row) => row[k]!)],
          ),
        );
        expect(
          apart(
            dW[l]!,
            entrywise((...v) => total(v), ...outer),
          ),
        ).toBeLessThan(1e-15);
        W.forEach((row, j) => {
          row.forEach((_, i) => {
            const ways = one.Y.map((_, k) => dZ[l + 1]![j]![k]! * H[l]![i]![k]!);
            expect(dW[l]![j]![i]).toBeCloseTo(total(ways), 14);
          });
        });
        const means = entrywise((...v) => mean(v), ...alone.map((a) => a.dW[l]!));
        expect(apart(dW[l]!, means)).toBeLessThan(1e-14);
        const biases = entrywise((...v) => mean(v), ...alone.map((a) => a.db[l]!));
        expect(apart(db[l]!, biases)).toBeLessThan(1e-14);
      });
    }
  });

  it("without the 1/m there is the gradient of the sum, m times as long; with a second one it is m times too short", () => {
    for (const one of tries) {
      const m = one.Y.length;
      const { P, H, dW } = byTheLines(one);
      const never = product([P[0]!.map((p, k) => p - one.Y[k]!)], turned(H[2]!));
      const bySum = one.net.W[2]!.map((row) => slopesBy(row, () => total(lossesOf(one))));
      expect(apart(never, bySum)).toBeLessThan(1e-7);
      expect(apart(never, scaled(m, dW[2]!))).toBeLessThan(1e-12);
      // The division in dW, as other books have it, comes to the same.
      expect(apart(scaled(1 / m, never), dW[2]!)).toBeLessThan(1e-14);
    }
  });

  it("every example twice halves dZ, and leaves the loss and the gradients of weights and biases as they were", () => {
    for (const { net, X, Y } of tries) {
      const twice = { net, X: X.map((row) => [...row, ...row]), Y: [...Y, ...Y] };
      const [before, after] = [byTheLines({ net, X, Y }), byTheLines(twice)];
      expect(batchLoss(twice)).toBeCloseTo(batchLoss({ net, X, Y }), 12);
      [0, 1, 2].forEach((l) => {
        expect(apart(after.dW[l]!, before.dW[l]!)).toBeLessThan(1e-14);
        expect(apart(after.db[l]!, before.db[l]!)).toBeLessThan(1e-14);
      });
      const half = after.dZ[3]![0]!.slice(0, Y.length);
      expect(apart([half], scaled(0.5, before.dZ[3]!))).toBeLessThan(1e-14);
    }
  });

  it("an epoch has N/m updates, rounded up, and the last batch has what is left", () => {
    for (let N = 1; N <= 60; N++) {
      for (let m = 1; m <= 20; m++) {
        const batches: number[] = [];
        for (let from = 0; from < N; from += m) batches.push(Math.min(m, N - from));
        expect(batches).toHaveLength(Math.ceil(N / m));
        expect(total(batches)).toBe(N);
      }
    }
  });
});

describe("the noise of a mini-batch", () => {
  /** Every way to draw m of these numbers, each draw with all of them to choose from, or without those drawn before. */
  function draws(values: readonly number[], m: number, back: boolean): number[][] {
    if (m === 0) return [[]];
    return values.flatMap((v, i) =>
      draws(back ? values : values.filter((_, j) => j !== i), m - 1, back).map((rest) => [
        v,
        ...rest,
      ]),
    );
  }
  const spreadOf = (values: readonly number[]) => {
    const centre = mean(values);
    return Math.sqrt(mean(values.map((v) => (v - centre) ** 2)));
  };
  const gradients = Array.from({ length: 10 }, (_, i) => randomRows(1, 5, randomFrom(i + 1))[0]!);

  it("is right on average and has the spread s/√m, over all the draws there are", () => {
    for (const g of gradients) {
      for (const m of [1, 2, 3, 4]) {
        const means = draws(g, m, true).map(mean);
        expect(mean(means)).toBeCloseTo(mean(g), 12);
        expect(spreadOf(means)).toBeCloseTo(spreadOf(g) / Math.sqrt(m), 12);
      }
    }
  });

  it("has m s² for the mean square of the deviations' sum, the mixed products being 0 on average", () => {
    for (const g of gradients) {
      const d = g.map((v) => v - mean(g));
      const s = spreadOf(g);
      expect(mean(draws(d, 2, true).map(([a, b]) => 2 * a! * b!))).toBeCloseTo(0, 12);
      expect(mean(draws(d, 3, true).map((all) => total(all) ** 2))).toBeCloseTo(3 * s ** 2, 12);
    }
  });

  it("is a little less when nothing is put back, still right on average, and none for the full batch", () => {
    for (const g of gradients) {
      for (const m of [2, 3, 4, 5]) {
        const means = draws(g, m, false).map(mean);
        expect(mean(means)).toBeCloseTo(mean(g), 12);
        expect(spreadOf(means)).toBeLessThan(spreadOf(g) / Math.sqrt(m));
        if (m === 5) expect(spreadOf(means)).toBeCloseTo(0, 12);
      }
    }
  });
});

describe("the lesson's own four examples", () => {
  const batch = (): Tried => ({
    net: {
      W: [
        [
          [0.5, -0.4],
          [-0.3, 0.8],
          [0.9, 0.2],
        ],
        [[0.7, -0.6, 0.4]],
      ],
      b: [[0.1, -0.2, 0.3], [-0.1]],
    },
    X: [
      [0.6, -0.8, 0.4, -0.3],
      [-0.5, 0.9, 0.7, -0.6],
    ],
    Y: [1, 0, 1, 1],
  });
  const stepped = (by: Tried): Tried => {
    const one = batch();
    const { dW, db } = byTheLines(by);
    const W = one.net.W.map((w, l) => entrywise((v, d) => v - 0.5 * d, w, dW[l]!));
    const b = one.net.b.map((v, l) => v.map((w, j) => w - 0.5 * db[l]![j]![0]!));
    return { ...one, net: { W, b } };
  };

  it("pull one weight up, down, up and up", () => {
    const signs = [0, 1, 2, 3].map((k) => Math.sign(byTheLines(pairOf(batch(), k)).dW[1]![0]![1]!));
    expect(signs).toEqual([-1, 1, -1, -1]);
  });

  it("lose by a step for the second alone, all but the second, and gain on the whole by a step for all", () => {
    const before = lossesOf(batch());
    const alone = lossesOf(stepped(pairOf(batch(), 1)));
    expect(alone.map((loss, k) => loss > before[k]!)).toEqual([true, false, true, true]);
    expect(mean(alone)).toBeGreaterThan(mean(before));
    expect(batchLoss(stepped(batch()))).toBeLessThan(mean(before));
  });
});

describe("what is foreseen", () => {
  const drawn = (id: string, seed: string) => {
    const exercise = exerciseOf(lesson, id);
    return { exercise, variant: drawVariant(exercise, { seed, number: 1 }) };
  };

  it.each([
    ["batch-in-letters", "dZ2", "P - Y", "only counts for $\\frac{1}{m}$"],
    ["batch-in-letters", "dW2", "(1/m) dZ2 H1^T", "once more"],
    ["batch-in-letters", "dZ1", "W2^T dZ2 ⊙ H1 ⊙ (1 - H1) / m", "passes it on"],
    ["batch-in-letters", "db1", "(1/m) dZ1 u", "you want the sum"],
  ])("%s, %s: %s is told", (id, part, typed, told) => {
    const { exercise, variant } = drawn(id, "any");
    const { verdict, feedback } = grade(exercise, variant, part, typed);
    expect(verdict).toBe("wrong");
    expect(feedback).toContain(told);
  });

  it("a bias that went to the first example only, for 40 seeds", () => {
    for (const seed of seeds) {
      const { exercise, variant } = drawn("batch-through-a-neuron", seed);
      const Z = oracle["batch-through-a-neuron"]!;
      const worked = Z(new Givens(variant.givens)).Z as Rows;
      const { b } = new Givens(variant.givens).network("net");
      const typed = [worked[0]!.map((z, k) => (k === 0 ? z : z - b[0]![0]!))];
      const { feedback } = grade(exercise, variant, "Z", typed[0]!.join("\t"));
      expect(feedback, seed).toContain("first example only");
    }
  });

  it("the errors undivided and the gradients divided twice, when a neuron learns, for 40 seeds", () => {
    for (const seed of seeds) {
      const { exercise, variant } = drawn("neuron-learns-a-batch", seed);
      const givens = new Givens(variant.givens);
      const right = oracle["neuron-learns-a-batch"]!(givens);
      const { W, b } = givens.network("net");
      const says = (part: string, typed: string) => grade(exercise, variant, part, typed).feedback;
      const dz = (right.dz as Rows)[0]!.map((v) => 3 * v);
      expect(says("dz", dz.join("\t")), seed).toContain("counts for a third");
      const third = (after: number, before: number) => before + (after - before) / 3;
      const Wnew = (right.Wnew as Rows)[0]!.map((v, i) => third(v, W[0]![0]![i]!));
      expect(says("Wnew", Wnew.join("\t")), seed).toContain("3 once more");
      const bnew = third(right.bnew as number, b[0]![0]!);
      expect(says("bnew", String(bnew)), seed).toContain("mean of $dZ$");
    }
  });

  it("an epoch without its last batch, and noise that falls with m", () => {
    for (const seed of seeds) {
      const epoch = drawn("updates-in-an-epoch", seed);
      const full = new Givens(epoch.variant.givens).number("whole");
      const counted = grade(epoch.exercise, epoch.variant, "updates", String(full));
      expect(counted.feedback, seed).toContain("left over");
      const noise = drawn("noise-of-a-batch", seed);
      const givens = new Givens(noise.variant.givens);
      const typed = String(givens.number("s") / givens.number("m"));
      const { feedback } = grade(noise.exercise, noise.variant, "spread", typed);
      expect(feedback, seed).toContain("divided by $m$");
    }
  });
});
