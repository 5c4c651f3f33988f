import { describe, expect, it } from "vitest";
import { rules } from "@/lib/engine/told/rules";
import { drawVariant } from "@/lib/exercise";
import { Givens } from "../../oracles/answers";
import { oracle } from "../../oracles/lesson-07";
import {
  apart,
  columnOf,
  product,
  type Rows,
  randomFrom,
  randomNetwork,
  scaled,
  slopesBy,
  turned,
} from "../../oracles/plain-matrix";
import { activations, feedForward, sigma, softmax } from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "07-softmax");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-07-${i}`);

holdLesson(lesson, oracle, seeds);

it("has a small exercise for an unnormalised softmax and one for a sigmoid's slope", () => {
  const isolated = lesson.exercises.flatMap(({ isolates }) => isolates);
  expect(isolated.toSorted()).toEqual(["sigmoid-slope-for-softmax", "softmax-not-normalised"]);
});

const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
const tries = Array.from({ length: 20 }, (_, i) => i + 1);
/** Logits from −3 to 3. */
const logitsBy = (seed: number, K = 4) => {
  const next = randomFrom(seed);
  return Array.from({ length: K }, () => 3 * next());
};
const oneHot = (K: number, truth: number) =>
  Array.from({ length: K }, (_, k) => (k === truth ? 1 : 0));
const crossEntropy = (y: readonly number[], p: readonly number[]) =>
  -sum(y.map((v, k) => v * Math.log(p[k]!)));
/** p_k − p_k² on the diagonal and −p_k p_j off it. */
const jacobian = (p: readonly number[]): Rows =>
  p.map((pk, k) => p.map((pj, j) => (k === j ? pk - pk * pk : -pk * pj)));

describe("what the lesson says of softmax, on random logits", () => {
  it("e^z over the sum is positive, adds up to 1 and keeps the order; sigmoids do not add up to 1", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const S = sum(z.map(Math.exp));
      const p = z.map((v) => Math.exp(v) / S);
      expect(apart([p], [softmax(z)])).toBeLessThan(1e-12);
      expect(Math.min(...p)).toBeGreaterThan(0);
      expect(sum(p)).toBeCloseTo(1, 12);
      const byZ = [0, 1, 2, 3].toSorted((a, b) => z[a]! - z[b]!);
      expect([0, 1, 2, 3].toSorted((a, b) => p[a]! - p[b]!)).toEqual(byZ);
      expect(Math.abs(sum(z.map(sigma)) - 1)).toBeGreaterThan(1e-3);
    }
  });

  it("adding c to all logits changes nothing, and a ratio is e to the difference", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const p = softmax(z);
      for (const c of [-5, 0.3, 1000]) {
        expect(apart([softmax(z.map((v) => v + c))], [p])).toBeLessThan(1e-10);
      }
      const mean = sum(z) / z.length;
      expect(apart([softmax(z.map((v) => v - mean))], [p])).toBeLessThan(1e-12);
      expect(p[0]! / p[1]!).toBeCloseTo(Math.exp(z[0]! - z[1]!), 8);
      const raised = softmax([z[0]! + 1, ...z.slice(1)]);
      expect(raised[0]! / raised[1]!).toBeCloseTo((Math.E * p[0]!) / p[1]!, 8);
    }
  });

  it("without the largest subtracted, logits of 1000 give no number", () => {
    const e = [1001.2, 1000.4, 999.2].map(Math.exp);
    expect(e[0]! / sum(e)).toBeNaN();
    expect(Math.log(Number.MAX_VALUE)).toBeCloseTo(709.8, 1);
    expect(softmax([1001.2, 1000.4, 999.2])[1]).toBeCloseTo(softmax([1.2, 0.4, -0.8])[1]!, 10);
  });

  it("a low temperature gives the most probable class more, a high one less", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const top = (T: number) => Math.max(...softmax(z.map((v) => v / T)));
      expect(top(0.5)).toBeGreaterThan(top(1));
      expect(top(2)).toBeLessThan(top(1));
    }
  });

  it("doubling, turning the signs, or raising one logit changes p", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const others = [z.map((v) => 2 * v), z.map((v) => -v), [z[0]! + 5, ...z.slice(1)]];
      for (const other of others) expect(apart([softmax(other)], [softmax(z)])).toBeGreaterThan(0);
    }
  });

  it("of two logits it is the sigmoid of their difference, line by line, and its loss ln(1 + e^−d)", () => {
    for (const t of tries) {
      const z = logitsBy(t, 2) as [number, number];
      const [p1, p2] = softmax(z) as [number, number];
      const d = z[0] - z[1];
      expect(p1).toBeCloseTo(1 / (1 + Math.exp(z[1] - z[0])), 12);
      expect(p1).toBeCloseTo(sigma(d), 12);
      expect(p2).toBeCloseTo(Math.exp(-d) / (1 + Math.exp(-d)), 12);
      expect(-Math.log(p1)).toBeCloseTo(Math.log(1 + Math.exp(-d)), 10);
      expect(softmax([d, 0])[0]).toBeCloseTo(p1, 12);
    }
  });

  it("as its own logit runs, p is a sigmoid: the others are like one second class", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const others = Math.log(sum(z.slice(1).map(Math.exp)));
      expect(softmax(z)[0]).toBeCloseTo(sigma(z[0]! - others), 12);
    }
  });

  it("the cross-entropy is −ln p of the true class, and ln S − z of it", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const p = softmax(z);
      for (const [c, zc] of z.entries()) {
        expect(crossEntropy(oneHot(4, c), p)).toBeCloseTo(-Math.log(p[c]!), 12);
        expect(-Math.log(p[c]!)).toBeCloseTo(Math.log(sum(z.map(Math.exp))) - zc, 10);
      }
    }
  });
});

describe("the lesson's derivatives, on random logits", () => {
  it("the slopes are p(1 − p) by the own logit and −p p by another, as central differences have them", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const J = jacobian(softmax(z));
      const slopes = z.map((_, k) => slopesBy(z, () => softmax(z)[k]!));
      expect(apart(J, slopes)).toBeLessThan(1e-9);
      expect(J[1]![1]).toBeCloseTo(softmax(z)[1]! * (1 - softmax(z)[1]!), 12);
    }
  });

  it("rows and columns of the Jacobian add up to 0, and turned over it is the same", () => {
    for (const t of tries) {
      const J = jacobian(softmax(logitsBy(t)));
      for (const line of [...J, ...turned(J)]) expect(sum(line)).toBeCloseTo(0, 12);
      expect(apart(J, turned(J))).toBe(0);
    }
  });

  it("∂L/∂p is −y/p, and added over all the ways it comes to p − y, which adds up to 0", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const p = softmax(z);
      const y = oneHot(4, t % 4);
      const dp = p.map((v, k) => -y[k]! / v);
      const moved = [...p];
      const byP = slopesBy(moved, () => crossEntropy(y, moved), 1e-7);
      dp.forEach((v, k) => {
        expect(byP[k]! / (v || 1)).toBeCloseTo(v === 0 ? 0 : 1, 5);
      });
      const dz = columnOf(slopesBy(z, () => crossEntropy(y, softmax(z))));
      expect(apart(columnOf(p.map((v, k) => v - y[k]!)), dz)).toBeLessThan(1e-8);
      expect(apart(product(turned(jacobian(p)), columnOf(dp)), dz)).toBeLessThan(1e-8);
      const ofTruth = scaled(dp[t % 4]!, columnOf(jacobian(p)[t % 4]!));
      expect(apart(ofTruth, dz)).toBeLessThan(1e-8);
      expect(sum(dz.flat())).toBeCloseTo(0, 8);
    }
  });

  it("every line of its derivation has the same value", () => {
    for (const t of tries) {
      const p = softmax(logitsBy(t));
      const y = oneHot(4, t % 4);
      const others = (j: number, f: (k: number) => number) =>
        sum(p.map((_, k) => (k === j ? 0 : f(k))));
      p.forEach((pj, j) => {
        const across = others(j, (k) => (y[k]! / p[k]!) * p[k]! * pj);
        const lines = [
          -(y[j]! / pj) * pj * (1 - pj) + across,
          -y[j]! * (1 - pj) + pj * others(j, (k) => y[k]!),
          -y[j]! + pj * (y[j]! + others(j, (k) => y[k]!)),
          -y[j]! + pj * sum(y),
        ];
        for (const line of lines) expect(line).toBeCloseTo(pj - y[j]!, 12);
      });
    }
  });

  it("the diagonal alone is right for the true class and 0 for the others", () => {
    for (const t of tries) {
      const p = softmax(logitsBy(t));
      const y = oneHot(4, t % 4);
      const alone = p.map((v, k) => (-y[k]! / v) * v * (1 - v));
      alone.forEach((v, k) => {
        expect(v).toBeCloseTo(y[k] === 1 ? p[k]! - 1 : 0, 12);
      });
    }
  });

  it("a step on the logits raises the true class's alone, and lowers the likeliest wrong one most", () => {
    for (const t of tries) {
      const z = logitsBy(t);
      const truth = t % 4;
      const dz = softmax(z).map((v, k) => v - (k === truth ? 1 : 0));
      expect(dz.flatMap((v, k) => (v < 0 ? [k] : []))).toEqual([truth]);
      const wrong = [0, 1, 2, 3].filter((k) => k !== truth);
      const top = wrong.toSorted((a, b) => z[b]! - z[a]!)[0];
      expect(dz.indexOf(Math.max(...dz))).toBe(top);
    }
  });
});

describe("the layer before the softmax, on random networks of 2, 2 and 3", () => {
  const gs = [activations.sigmoid, "softmax"] as const;
  const networks = tries.map((t) => {
    const next = randomFrom(t);
    const net = randomNetwork([2, 2, 3], next);
    const X = [0, 1].map(() => [next(), next()]);
    const Y = [oneHot(3, t % 3), oneHot(3, (t + 1) % 3)];
    const pass = (i: number) => feedForward(net, X[i]!, gs);
    const loss = (i: number) => crossEntropy(Y[i]!, pass(i)[1]!.h);
    return { net, X, Y, pass, loss };
  });

  it("∂L/∂W = (p − y) hᵀ, ∂L/∂b = p − y, and every column of the former adds up to 0", () => {
    for (const { net, Y, pass, loss } of networks) {
      const [h, p] = pass(0).map((layer) => layer.h) as [number[], number[]];
      const dz = columnOf(p.map((v, k) => v - Y[0]![k]!));
      const dW = product(dz, [h]);
      const measured = net.W[1]!.map((row) => slopesBy(row, () => loss(0)));
      expect(apart(dW, measured)).toBeLessThan(1e-8);
      expect(apart(dz, columnOf(slopesBy(net.b[1]!, () => loss(0))))).toBeLessThan(1e-8);
      for (const column of turned(dW)) expect(sum(column)).toBeCloseTo(0, 12);
    }
  });

  it("dh = Wᵀ dz, and through the sigmoids it reaches the first weights as before", () => {
    for (const { net, X, Y, pass, loss } of networks) {
      const [h, p] = pass(0).map((layer) => layer.h) as [number[], number[]];
      const dh = product(turned(net.W[1]!), columnOf(p.map((v, k) => v - Y[0]![k]!)));
      const dz1 = h.map((v, i) => [dh[i]![0]! * v * (1 - v)]);
      const measured = net.W[0]!.map((row) => slopesBy(row, () => loss(0)));
      expect(apart(product(dz1, [X[0]!]), measured)).toBeLessThan(1e-8);
    }
  });

  it("a small step on W raises the probability of the true class, the row of which it brings nearer to h", () => {
    for (const { net, Y, pass, loss } of networks) {
      const [h, p] = pass(0).map((layer) => layer.h) as [number[], number[]];
      const before = loss(0);
      const alpha = 0.01;
      const c = Y[0]!.indexOf(1);
      const old = net.W[1]!.map((row) => [...row]);
      for (const [k, row] of net.W[1]!.entries()) {
        for (const i of row.keys()) row[i]! -= alpha * (p[k]! - Y[0]![k]!) * h[i]!;
      }
      const gained = net.W[1]![c]!.map((w, i) => w - old[c]![i]!);
      expect(apart([gained], scaled(alpha * (1 - p[c]!), [h]))).toBeLessThan(1e-12);
      expect(loss(0)).toBeLessThan(before);
      for (const [k, row] of old.entries()) net.W[1]![k] = row;
    }
  });

  it("in a batch of m each column of dz is (p − y)/m", () => {
    for (const { X, Y, pass } of networks) {
      const z = X.map((_, i) => [...pass(i)[1]!.z]);
      const batch = () =>
        (crossEntropy(Y[0]!, softmax(z[0]!)) + crossEntropy(Y[1]!, softmax(z[1]!))) / 2;
      for (const i of [0, 1]) {
        const dz = softmax(z[i]!).map((v, k) => (v - Y[i]![k]!) / Y.length);
        expect(apart([slopesBy(z[i]!, batch)], [dz])).toBeLessThan(1e-8);
      }
    }
  });
});

describe("mistakes that the lesson foresees are told", () => {
  const told = (id: string, part: string, wrong: (givens: Givens) => Rows | number | string) =>
    seeds.slice(0, 20).map((seed) => {
      const exercise = exerciseOf(lesson, id);
      const variant = drawVariant(exercise, { seed, number: 1 });
      const answer = wrong(new Givens(variant.givens));
      const typed = Array.isArray(answer)
        ? answer.map((row) => row.join("\t")).join("\n")
        : String(answer);
      const { verdict, feedback } = grade(exercise, variant, part, typed);
      expect(verdict, `${id}, ${seed}`).not.toBe("right");
      return feedback;
    });
  const eachSays = (feedback: string[], words: string) => {
    for (const one of feedback) expect(one).toContain(words);
  };

  it("sigmoids side by side, and logits over their sum", () => {
    const sigmoids = told("softmax-by-hand", "p", (g) => columnOf(g.vector("z").map(sigma)));
    eachSays(sigmoids, "three sigmoids");
    const shares = told("huge-logits", "pk", (g) => {
      const z = g.vector("z");
      return z[g.number("k") - 1]! / sum(z);
    });
    eachSays(shares, "divided the logit by the sum of the logits");
  });

  it("a Jacobian of the diagonal alone, and one with the signs off it lost", () => {
    const alone = told("softmax-jacobian", "J", (g) =>
      g.vector("p").map((v, k) => [0, 1, 2].map((j) => (j === k ? v * (1 - v) : 0))),
    );
    eachSays(alone, "the rest isn't 0");
    const signs = told("softmax-jacobian", "J", (g) =>
      jacobian(g.vector("p")).map((row) => row.map(Math.abs)),
    );
    eachSays(signs, "Off the diagonal the slopes are negative");
  });

  it("the own slope for another's, and a loss with the sign of the difference turned", () => {
    const own = told("nudge-a-logit", "change", (g) => {
      const pk = g.vector("p")[g.number("k") - 1]!;
      return g.number("step") * pk * (1 - pk);
    });
    eachSays(own, "another logit that moved");
    eachSays(
      told("two-classes", "loss", () => "-ln(sigma(-d))"),
      "the loss when class 2 is true",
    );
  });

  it("an error with y − p, and a batch's gradient without its mean", () => {
    const turnedRound = told("weights-before-softmax", "dW", (g) => {
      const [h, p, y] = [g.vector("h"), g.vector("p"), g.vector("y")];
      return p.map((v, k) => h.map((one) => (y[k]! - v) * one));
    });
    eachSays(turnedRound, rules["sign-turned"].instead);
    const summed = told("classes-in-a-batch", "dz", (g) =>
      scaled(2, oracle["classes-in-a-batch"]!(g).dz as Rows),
    );
    eachSays(summed, rules["sum-for-mean"].instead);
  });
});
