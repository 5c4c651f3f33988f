import { describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/content";
import { drawVariant } from "@/lib/exercise";
import { Givens } from "../../oracles/answers";
import { typed } from "../../oracles/holds";
import { leaky, oracle, passBy } from "../../oracles/lesson-08";
import {
  apart,
  columnOf,
  entrywise,
  product,
  type Rows,
  randomFrom,
  randomNetwork,
  randomRows,
  slopesBy,
  turned,
} from "../../oracles/plain-matrix";
import {
  activations,
  feedForward,
  goBack,
  type PlainActivation,
  type PlainNetwork,
  sigma,
} from "../../oracles/plain-network";
import { exerciseOf, grade, lessonAt } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "08-activations");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-08-${i}`);

holdLesson(lesson, oracle, seeds);

/** What is said, for each of 20 draws, to a wrong answer that is worked out from the givens; not for those where it
 *  happens to be right. */
function saidTo(id: string, part: string, wrong: (givens: Givens) => number | string | Rows) {
  const exercise = exerciseOf(lesson, id);
  return seeds.slice(0, 20).flatMap((seed) => {
    const variant = drawVariant(exercise, { seed, number: 1 });
    const givens = new Givens(variant.givens);
    const [answer, right] = [wrong(givens), oracle[id]!(givens)[part]];
    if (typeof answer === "object" && apart(answer, right as Rows) < 1e-9) return [];
    const { verdict, feedback } = grade(
      exercise,
      variant,
      part,
      typed(answer, variant.parts[part]?.view),
    );
    return [verdict === "right" ? "taken for right" : feedback];
  });
}

/** dz of the tanh layer in through-tanh, with something else for its slope. */
const withSlope = (slope: (z: number, h: number) => number) => (givens: Givens) => {
  const { layers, dh } = passBy(activations.tanh, givens);
  const { z, h } = layers[0]!;
  return dh[1]!.map((d, i) => [d * slope(z[i]!, h[i]!)]);
};

describe("mistakes that are foreseen are told", () => {
  it.each<[string, string, string, (givens: Givens) => number | string | Rows, string]>([
    [
      "the matrices in the order of the layers",
      "no-bend",
      "W",
      (givens) => product(givens.rows("W1"), givens.rows("W2")),
      "the other way round",
    ],
    [
      "biases added up",
      "no-bend",
      "b",
      (givens) => givens.vector("b1").map((v, j) => [v + givens.vector("b2")[j]!]),
      "still goes through",
    ],
    [
      "a sigmoid's slope for that of tanh",
      "through-tanh",
      "dz1",
      withSlope((_, h) => h * (1 - h)),
      "the sigmoid's slope",
    ],
    ["1 − z²", "through-tanh", "dz1", withSlope((z) => 1 - z * z), "from its output"],
    ["1 − h", "through-tanh", "dz1", withSlope((_, h) => 1 - h), "squared"],
    ["tanh for the sigmoid", "sigmoid-from-tanh", "sigma", () => "2t - 1", "Solve"],
    ["the slope of tanh", "sigmoid-from-tanh", "slope", () => "1 - t^2", "half as high"],
    [
      "the sign of the gradient for that of z",
      "through-a-relu",
      "dz1",
      (givens) => givens.vector("dh1").map((d) => [Math.max(0, d)]),
      "the signs of the gradient",
    ],
    [
      "the output of a ReLU for its slope",
      "through-a-relu",
      "dz1",
      (givens) => {
        const z1 = givens.vector("z1");
        return givens.vector("dh1").map((d, i) => [d * Math.max(0, z1[i]!)]);
      },
      "multiplied by the outputs",
    ],
    ["slopes left out", "chain-in-letters", "dz1", () => "w2 w3 dz3", "slopes are missing"],
    ["a slope too few", "chain-in-letters", "dz1", () => "w2 w3 dz3 (1 - h2^2)", "one more slope"],
    [
      "weights left out",
      "what-is-left",
      "bound",
      (givens) => givens.number("d") / 4 ** givens.number("n"),
      "slopes alone",
    ],
    [
      "one layer too few",
      "how-deep",
      "n",
      (givens) => Math.floor(givens.number("k") / -Math.log10(givens.number("w") / 4)),
      "still be a little more",
    ],
    ["a plain ReLU for a leaky one", "through-a-leak", "dz", () => 0, "a hundredth"],
    [
      "the mean left out",
      "relu-batch",
      "dz2",
      (givens) => (oracle["relu-batch"]!(givens).dz2 as Rows).map((row) => row.map((v) => 2 * v)),
      "mean over two examples",
    ],
  ])("%s", (_, id, part, wrong, words) => {
    const all = saidTo(id, part, wrong);
    expect(all.length).toBeGreaterThan(15);
    for (const said of all) expect(said).toContain(words);
  });
});

const tries = Array.from({ length: 20 }, (_, i) => randomFrom(i + 1));
const slopeAt = (g: (z: number) => number, z: number) => {
  const at = [z];
  return slopesBy(at, () => g(at[0]!))[0]!;
};

describe("the lesson's formulas, on random numbers", () => {
  it("without activations any number of layers is one: W³W²W¹ x and what becomes of the biases", () => {
    for (const next of tries) {
      const { W, b } = randomNetwork([2, 3, 2, 2], next);
      const x = [next(), next()];
      const gs = W.map(() => activations.identity);
      const stacked = feedForward({ W, b }, x, gs);
      const two = product(W[1]!, W[0]!);
      const onTwo = product(W[1]!, columnOf(b[0]!)).map((row, j) => [row[0]! + b[1]![j]!]);
      const plus = (a: Rows, c: Rows) => entrywise((v, w) => v + w, a, c);
      const second = plus(product(two, columnOf(x)), onTwo);
      expect(apart(columnOf(stacked[1]!.h), second)).toBeLessThan(1e-12);
      const three = product(W[2]!, two);
      const onThree = plus(product(W[2]!, onTwo), columnOf(b[2]!));
      const third = plus(product(three, columnOf(x)), onThree);
      expect(apart(columnOf(stacked[2]!.h), third)).toBeLessThan(1e-12);
    }
  });

  it("three ReLUs make a hat: 0 up to −1 and from 1 on, and 1 − |x| between", () => {
    const { g } = activations.relu;
    for (const next of tries) {
      const x = 3 * next();
      const hat = g(x + 1) - 2 * g(x) + g(x - 1);
      expect(hat).toBeCloseTo(Math.max(0, 1 - Math.abs(x)), 12);
    }
  });

  it("tanh z = 2σ(2z) − 1, line by line, and back: σ(z) = (1 + t)/2", () => {
    for (const next of tries) {
      const z = 4 * next();
      const e = Math.exp(-2 * z);
      const lines = [
        (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
        (1 - e) / (1 + e),
        (2 - (1 + e)) / (1 + e),
        2 * sigma(2 * z) - 1,
      ];
      for (const line of lines) expect(line).toBeCloseTo(Math.tanh(z), 10);
      const t = Math.tanh(z / 2);
      expect((1 + t) / 2).toBeCloseTo(sigma(z), 12);
      expect((1 - t * t) / 4).toBeCloseTo(slopeAt(sigma, z), 8);
    }
  });

  it("the slope of tanh is 4s(1 − s), (1 + h)(1 − h) and 1 − h², as central differences have it", () => {
    for (const next of tries) {
      const z = 4 * next();
      const [h, s] = [Math.tanh(z), sigma(2 * z)];
      expect((1 + h) / 2).toBeCloseTo(s, 12);
      expect((1 - h) / 2).toBeCloseTo(1 - s, 12);
      for (const line of [2 * s * (1 - s) * 2, (1 + h) * (1 - h), 1 - h * h]) {
        expect(line).toBeCloseTo(slopeAt(Math.tanh, z), 8);
      }
    }
  });

  it("the slopes of ReLU are 1 and 0, of the leaky one 1 and 0.01, away from the corner", () => {
    for (const next of tries) {
      const z = 4 * next();
      expect(slopeAt(activations.relu.g, z)).toBeCloseTo(z > 0 ? 1 : 0, 8);
      expect(slopeAt(leaky.g, z)).toBeCloseTo(z > 0 ? 1 : 0.01, 8);
      expect(activations.relu.g(z) > 0).toBe(z > 0);
    }
  });

  it.each(["sigmoid", "tanh", "relu"] as const)(
    "dz = dh ⊙ g′(z) in hidden layers of %s, and dz xᵀ is the slope of the loss",
    (name) => {
      for (const [i, next] of tries.entries()) {
        const net = randomNetwork([2, 3, 3, 1], next);
        const x = [next(), next()];
        const gs = [activations[name], activations[name], activations.sigmoid];
        const loss = () => {
          const p = feedForward(net, x, gs)[2]!.h[0]!;
          return i % 2 === 1 ? -Math.log(p) : -Math.log(1 - p);
        };
        const layers = feedForward(net, x, gs);
        const { dz } = goBack(net, x, layers, gs, [layers[2]!.h[0]! - (i % 2)]);
        const dW1 = net.W[0]!.map((row) => slopesBy(row, loss));
        expect(apart(product(columnOf(dz[0]!), [x]), dW1)).toBeLessThan(1e-7);
      }
    },
  );

  it("a chain multiplies a weight and a slope for each activation, and sigmoids stay below (ω/4)ⁿ", () => {
    for (const [i, next] of tries.entries()) {
      const n = 2 + (i % 6);
      const net = randomNetwork(
        Array.from({ length: n + 2 }, () => 1),
        next,
      );
      const w = net.W.map((W) => W[0]![0]!);
      for (const g of [activations.sigmoid, activations.tanh, activations.relu]) {
        const gs = w.map(() => g);
        const layers = feedForward(net, [next()], gs);
        const { dz } = goBack(net, [1], layers, gs, [0.7]);
        const slopes = layers.slice(0, n).map(({ z }) => g.slope(z[0]!));
        const factors = slopes.map((slope, l) => w[l + 1]! * slope);
        const left = factors.reduce((a, b) => a * b, 0.7);
        expect(dz[0]![0]).toBeCloseTo(left, 12);
        if (g !== activations.sigmoid) continue;
        const omega = Math.max(...w.map(Math.abs));
        expect(Math.abs(left)).toBeLessThanOrEqual(0.7 * (omega / 4) ** n);
      }
    }
  });

  it("weights whose mean square is 2/n keep a gradient's mean square, half of the ReLUs being closed", () => {
    const next = randomFrom(8);
    const n = 60;
    const square = (v: readonly number[]) => v.reduce((sum, d) => sum + d * d, 0) / v.length;
    const kept = Array.from({ length: 40 }, () => {
      // Even numbers from −1 to 1 have the mean square 1/3.
      const W = randomRows(n, n, () => next() * Math.sqrt(6 / n));
      const dz = Array.from({ length: n }, () => Math.max(0, next()));
      const dh = product(turned(W), columnOf(dz)).flat();
      const passed = dh.map((d) => (next() > 0 ? d : 0));
      return square(passed) / square(dz);
    });
    expect(kept.reduce((sum, v) => sum + v, 0) / kept.length).toBeCloseTo(1, 1);
  });

  it("a neuron that is given sigmoids has weights whose gradients are all of one sign, and with tanh not always", () => {
    const oneSign = (g: PlainActivation) =>
      tries.map((next) => {
        const net = randomNetwork([2, 3, 1], next);
        const gs = [g, activations.sigmoid];
        const x = [next(), next()];
        const layers = feedForward(net, x, gs);
        const [row] = goBack(net, x, layers, gs, [layers[1]!.h[0]! - 1]).dW[1]!;
        return new Set(row!.map(Math.sign)).size === 1;
      });
    expect(oneSign(activations.sigmoid)).not.toContain(false);
    expect(oneSign(activations.tanh)).toContain(false);
  });

  it("the output's sigmoid leaves no slope: dz = p − y", () => {
    for (const next of tries) {
      const z = 4 * next();
      expect(slopeAt((v) => -Math.log(sigma(v)), z)).toBeCloseTo(sigma(z) - 1, 7);
      expect(slopeAt((v) => -Math.log(1 - sigma(v)), z)).toBeCloseTo(sigma(z), 7);
    }
  });
});

const values = Object.fromEntries(scopeOf(lesson.givens, "any"));
const shown = new Givens(values);

/** The mean size of dz, and of the weights' gradients, in each layer of the lesson's deep network. */
function sizesBy(g: PlainActivation) {
  const net = {
    W: values.W as unknown as number[][][],
    b: (values.b as unknown as (number[] | number)[]).map((one) => [one].flat()),
  } satisfies PlainNetwork;
  const gs = net.W.map((_, l) => (l === 6 ? activations.sigmoid : g));
  const labels = shown.vector("labels");
  const passes = turned(shown.rows("four")).map((x, i) => {
    const layers = feedForward(net, x, gs);
    return goBack(net, x, layers, gs, [(layers[6]!.h[0]! - labels[i]!) / 4]);
  });
  const mean = (v: number[]) => v.reduce((sum, d) => sum + Math.abs(d), 0) / v.length;
  return {
    dz: net.W.map((_, l) => mean(passes.flatMap(({ dz }) => dz[l]!))),
    dW: net.W.map((W, l) =>
      mean(
        W.flatMap((row, j) =>
          row.map((_, i) => passes.reduce((sum, { dW }) => sum + dW[l]![j]![i]!, 0)),
        ),
      ),
    ),
  };
}

describe("what the lesson shows and says of its own numbers", () => {
  const by = {
    ofSigmoid: sizesBy(activations.sigmoid),
    ofTanh: sizesBy(activations.tanh),
    ofRelu: sizesBy(activations.relu),
  };

  it("the sizes in the picture are those that plain loops find", () => {
    for (const [name, { dz }] of Object.entries(by)) {
      expect(apart(columnOf(dz), columnOf(shown.vector(name)))).toBeLessThan(1e-12);
    }
  });

  it("the sigmoid's line falls at every layer back, and its first layer moves hundreds of times more slowly", () => {
    const { dz, dW } = by.ofSigmoid;
    for (const [l, size] of dz.slice(0, -1).entries()) expect(size).toBeLessThan(dz[l + 1]!);
    expect(dW[6]! / dW[0]!).toBeGreaterThan(500);
  });

  it("all three begin nearly alike, and in layer 1 tanh keeps the most, then ReLU", () => {
    const at = (l: number) => Object.values(by).map(({ dz }) => dz[l]!);
    expect(Math.max(...at(6)) / Math.min(...at(6))).toBeLessThan(1.25);
    const [s, t, r] = at(0) as [number, number, number];
    expect(s).toBeLessThan(r);
    expect(r).toBeLessThan(t);
  });

  it("with nearly all weights the sigmoid's falls", () => {
    const fell = Array.from({ length: 200 }, (_, i) => {
      const next = randomFrom(i + 1);
      const drawn = randomNetwork([2, 3, 3, 3, 3, 3, 3, 1], next);
      const net = { W: drawn.W.map((W) => W.map((row) => row.map((w) => 1.5 * w))), b: drawn.b };
      const gs = net.W.map(() => activations.sigmoid);
      const layers = feedForward(net, [0.6, -0.5], gs);
      const { dz } = goBack(net, [0.6, -0.5], layers, gs, [0.5]);
      return Math.max(...dz[0]!.map(Math.abs)) < 0.05;
    });
    expect(fell.filter(Boolean).length).toBeGreaterThan(190);
  });

  it("the neuron is open to all three examples before the step, and dead after it", () => {
    const z = (w: Rows, b: number) => product(w, shown.rows("three"))[0]!.map((v) => v + b);
    for (const v of z(shown.rows("w"), shown.number("bias"))) expect(v).toBeGreaterThan(0);
    const dz = shown.rows("dzAlive");
    const dw = product(dz, turned(shown.rows("three")));
    const after = entrywise((w, d) => w - 2 * d, shown.rows("w"), dw);
    const biasAfter = 0.2 - 2 * dz[0]!.reduce((sum, v) => sum + v, 0);
    expect(apart(after, shown.rows("wAfter"))).toBeLessThan(1e-12);
    expect(shown.number("biasAfter")).toBeCloseTo(biasAfter, 12);
    for (const v of z(after, biasAfter)) expect(v).toBeLessThan(0);
  });

  it("a dead unit's weights and bias have no gradient, and a leaky one's have", () => {
    for (const next of tries) {
      const net = randomNetwork([2, 3, 1], next);
      net.b[0]![1] = -3;
      const examples = randomRows(3, 2, next);
      const slopes = (g: PlainActivation) => {
        const gs = [g, activations.sigmoid];
        const loss = () =>
          examples.reduce((sum, x) => sum - Math.log(feedForward(net, x, gs)[1]!.h[0]!) / 3, 0);
        return [...slopesBy(net.W[0]![1]!, loss), slopesBy(net.b[0]!, loss)[1]!];
      };
      expect(slopes(activations.relu)).toEqual([0, 0, 0]);
      expect(Math.abs(slopes(leaky)[2]!)).toBeGreaterThan(0);
    }
  });

  it("the six neurons stand in the order of their slopes", () => {
    const { relu, sigmoid, tanh } = activations;
    const slopes = [relu.slope(3), tanh.slope(0.5), sigmoid.slope(0), tanh.slope(-2)];
    slopes.push(sigmoid.slope(6), relu.slope(-1));
    expect(slopes.toSorted((a, b) => b - a)).toEqual(slopes);
    expect(new Set(slopes).size).toBe(6);
  });
});
