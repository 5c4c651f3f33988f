import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, type Variant } from "@/lib/exercise";
import { exerciseOf, lessonAt } from "../../content/a-lesson";
import { type Answers, exerciseFrom, graded, rowsOf } from "../mdx-exercise";
import {
  both,
  each,
  feedForward,
  minus,
  product,
  type Rows,
  sigma,
  slopeOf,
  times,
  turned,
  weightsOf,
} from "./by-loops";

const seeds = Array.from({ length: 20 }, (_, i) => `diagnosis-${i}`);
const draw = (exercise: Exercise, seed: string) =>
  drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });

/** What comes of one wrong answer, typed with three figures. */
function answered(exercise: Exercise, variant: Variant, answers: Answers, part: string) {
  const result = graded(exercise, variant, answers, { asked: [part], figures: 3 })[part]!;
  return { ...result, said: result.feedback.join("\n") };
}

const deep = exerciseFrom(`
  <Given name="net" value={network([2, 3, 1], { activation: "sigmoid", loss: "binary-cross-entropy" })} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={pick(0, 1)} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Numeric name="loss" label="L" answer={pass.loss} />
  <Numeric name="dz2" label="dz2" answer={pass.dz[2]} />
  <Matrix name="dz1" label="dz1" answer={pass.dz[1]} />
`);

/** p, y, h of layer 1 and W of layer 2, by loops. */
function forward({ givens }: Variant) {
  const net = weightsOf(givens.net);
  const { h } = feedForward(net, rowsOf(givens.x));
  return { p: h[2]![0]![0]!, y: givens.y as number, h1: h[1]!, W2: net.W[2]! };
}

describe("two mistakes at once", () => {
  it("are both told: the sign turned, and a hidden slope left out", () => {
    for (const seed of seeds) {
      const variant = draw(deep, seed);
      const { p, y, W2 } = forward(variant);
      const wrong = each(turned(W2), (w) => w * (y - p));
      const { diagnosis, said } = answered(deep, variant, { dz1: wrong }, "dz1");
      expect(diagnosis, seed).toContainEqual(["sign-turned", "hidden-slope-left-out"]);
      expect(said, seed).toMatch(/used \$y - p\$ .*, and left out the derivative of a hidden/);
    }
  });

  it("are both told: h for its slope, and the output's slope left out", () => {
    for (const seed of seeds) {
      const variant = draw(deep, seed);
      const { p, y, h1, W2 } = forward(variant);
      const dp = y === 1 ? -1 / p : 1 / (1 - p);
      const wrong = both(turned(W2), h1, (w, h) => w * dp * h);
      const { diagnosis } = answered(deep, variant, { dz1: wrong }, "dz1");
      const pairs = diagnosis?.map((cause) => [...cause].sort());
      expect(pairs, seed).toContainEqual(["h-for-slope", "output-slope-left-out"]);
    }
  });

  it("are not looked for where one alone accounts for the answer", () => {
    for (const seed of seeds) {
      const variant = draw(deep, seed);
      const { p, y } = forward(variant);
      const { diagnosis } = answered(deep, variant, { dz2: y - p }, "dz2");
      for (const cause of diagnosis ?? []) expect(cause, seed).toHaveLength(1);
    }
  });
});

describe("an answer that two mistakes come to", () => {
  it("is told by the commoner, where they come to the same number", () => {
    const variant = seeds.map((seed) => draw(deep, seed)).find(({ givens }) => givens.y === 0)!;
    const { p } = forward(variant);
    const { diagnosis, said } = answered(deep, variant, { dz2: -p }, "dz2");
    expect(diagnosis).toEqual([["sign-turned"]]);
    expect(said).toMatch(/^You used \$y - p\$ /);
  });

  it("is told by what the student answered before, where that decides", () => {
    for (const seed of seeds) {
      const variant = draw(deep, seed);
      const { p, y, h1, W2 } = forward(variant);
      const wrong = both(turned(W2), h1, (w, h) => w * (p - y) * h);
      const { diagnosis } = answered(deep, variant, { dz2: p - y, dz1: wrong }, "dz1");
      expect(diagnosis, seed).toEqual([["h-for-slope"]]);
    }
  });
});

describe("a mistake that an exercise leaves no room for", () => {
  const scaled = exerciseFrom(`
    <Given name="a" value={integer(3, 9)} />
    <Numeric name="double" label="d" answer={2 * a} />
    <Numeric name="squared" label="s" answer={double * double} />
    <Numeric name="apart" label="t" answer={double + 7} follow-through={0} />
  `);

  it("is never offered, whatever is answered", () => {
    const ofNetworks = ["sign-turned", "bias-left-out", "activation-left-out", "uphill"];
    for (const seed of seeds) {
      const variant = draw(scaled, seed);
      for (let wrong = -50; wrong < 50; wrong++) {
        const result = graded(scaled, variant, { double: wrong / 2, apart: wrong + 7.25 });
        const told = [result.double, result.apart].flatMap((part) => part?.diagnosis ?? []).flat();
        for (const rule of ofNetworks) expect(told, `${seed}: ${wrong}`).not.toContain(rule);
      }
    }
  });

  it("is not offered for what follows rightly from a wrong answer that gives no credit", () => {
    const strict = exerciseFrom(`
      <Given name="p" value={uniform(0.1, 0.9, { step: 0.1 })} />
      <Given name="y" value={pick(0, 1)} />
      <Numeric name="error" label="e" answer={p - y} />
      <Numeric name="loss" label="L" answer={binaryCrossEntropy(y, p)} />
      <Numeric name="tenfold" label="t" answer={10 * error} follow-through={0} />
    `);
    for (const seed of seeds) {
      const variant = draw(strict, seed);
      const { tenfold } = graded(strict, variant, { error: 3, tenfold: 30 });
      expect(tenfold, seed).toMatchObject({ verdict: "wrong", earned: 0 });
      expect(tenfold?.diagnosis, seed).toBeUndefined();
    }
  });
});

describe("what a mistake is said in", () => {
  it("has no value that the page does not show: it may be an answer", () => {
    const nudged = exerciseFrom(`
      <Given name="net" value={network([1, 1], { W: [[uniform(0.2, 0.8, { step: 0.1 })]], b: [0.4] })} />
      <Given name="x" value={uniform(0.2, 0.8, { step: 0.1 })} />
      <Given name="a" value={integer(3, 9)} />
      <Matrix name="after" label="after" answer={a * nudge(net, "W", 1, 1, 1, 0.137).W[1]} significant={4} />
    `);
    for (const seed of seeds) {
      const variant = draw(nudged, seed);
      const { a } = variant.givens as { a: number };
      const { diagnosis, feedback } = answered(nudged, variant, { after: [[a]] }, "after");
      expect(diagnosis, seed).toEqual([["factor-left-out"]]);
      expect(feedback.join(" "), seed).toContain("left out the factor $\\ldots$");
      expect(feedback.join(" "), seed).not.toMatch(/\d\.\d/);
    }
  });
});

describe("what the author foresaw", () => {
  const foreseen = exerciseFrom(`
    <Given name="p" value={uniform(0.1, 0.9, { step: 0.1 })} />
    <Given name="y" value={pick(0, 1)} />
    <Numeric name="error" label="e" answer={p - y} />
    <Misconception when={{ error: 5 + p }}>Why add five?</Misconception>
    <Misconception when={{ error: y - p }}>My own words for this.</Misconception>
    <Misconception when={{ error: -(p - y) }}>And these too.</Misconception>
  `);

  it("comes before any rule that accounts for the same answer", () => {
    for (const seed of seeds) {
      const variant = draw(foreseen, seed);
      const { p, y } = variant.givens as { p: number; y: number };
      const { feedback, diagnosis } = answered(foreseen, variant, { error: y - p }, "error");
      expect(feedback.slice(0, 2), seed).toEqual(["My own words for this.", "And these too."]);
      expect(diagnosis, seed).toEqual([["own-2"], ["own-3"]]);
      expect(answered(foreseen, variant, { error: 5 + p }, "error"), seed).toMatchObject({
        feedback: ["Why add five?"],
        diagnosis: [["own-1"]],
      });
    }
  });
});

describe("a neuron that an instructor wrote this morning, in formulas of their own", () => {
  const neuron = exerciseFrom(`
    <Given name="W" value={uniform(0.1, 0.9, { shape: [2, 3], step: 0.1 })} />
    <Given name="b" value={uniform(0.1, 0.9, { shape: 2, step: 0.1 })} />
    <Given name="x" value={uniform(0.1, 0.9, { shape: 3, step: 0.1 })} />
    <Given name="y" value={vector([1, 0])} />
    <Given name="alpha" value={pick(0.1, 0.5)} />
    <Matrix name="z" label="z" answer={W * x + b} />
    <Matrix name="p" label="p" answer={sigmoid(z)} />
    <Matrix name="slope" label="s" answer={hadamard(p, 1 - p)} />
    <Matrix name="dz" label="dz" answer={hadamard(p - y, slope)} />
    <Matrix name="dW" label="dW" answer={dz * T(x)} />
    <Matrix name="after" label="W" answer={W - alpha * dW} />
  `);

  function byHand({ givens }: Variant) {
    const [W, b, x] = [rowsOf(givens.W), rowsOf(givens.b), rowsOf(givens.x)];
    const sums = product(W, x);
    const z = both(sums, b, (u, v) => u + v);
    const p = each(z, sigma);
    const slope = each(p, slopeOf);
    const error: Rows = [[p[0]![0]! - 1], [p[1]![0]!]];
    const dz = times(error, slope);
    const dW = product(dz, turned(x));
    return { W, sums, z, p, slope, error, dz, dW, alpha: givens.alpha as number };
  }

  type Hand = ReturnType<typeof byHand>;
  const mistakes: [string, string, string, (hand: Hand) => Rows][] = [
    ["leaves b out", "bias-left-out", "z", ({ sums }) => sums],
    ["takes z for σ(z)", "activation-left-out", "p", ({ z }) => z],
    ["turns p − y", "sign-turned", "dz", ({ dz }) => each(dz, (v) => -v)],
    ["leaves p(1 − p) out", "output-slope-left-out", "dz", ({ error }) => error],
    ["takes p(1 − p) twice", "output-slope-twice", "dz", ({ dz, slope }) => times(dz, slope)],
    ["turns dz xᵀ round", "outer-product-turned", "dW", ({ dW }) => turned(dW)],
    ["leaves α out", "rate-left-out", "after", ({ W, dW }) => minus(W, dW)],
    ["steps uphill", "uphill", "after", ({ W, dW, alpha }) => both(W, dW, (w, d) => w + alpha * d)],
  ];

  it.each(mistakes)("tells who %s", (_, rule, part, answer) => {
    for (const seed of seeds) {
      const variant = draw(neuron, seed);
      const wrong = answer(byHand(variant));
      const result = graded(neuron, variant, { [part]: wrong }, { figures: 5 })[part]!;
      expect(result.diagnosis?.flat(), `${seed}: ${JSON.stringify(result)}`).toContain(rule);
    }
  });

  it.each(["h * (1 - h)", "(1 - h) * h"])("tells who takes h for %s", (written) => {
    const hidden = exerciseFrom(`
      <Given name="h" value={uniform(0.1, 0.9, { step: 0.01 })} />
      <Given name="dh" value={uniform(0.1, 0.9, { step: 0.1 })} />
      <Numeric name="dz" label="dz" answer={dh * (${written})} />
      <Numeric name="last" label="dz" answer={dh * ${written}} />
    `);
    for (const seed of seeds) {
      const variant = draw(hidden, seed);
      const { h, dh } = variant.givens as { h: number; dh: number };
      for (const part of ["dz", "last"]) {
        const told = (wrong: number) =>
          answered(hidden, variant, { [part]: wrong }, part).diagnosis;
        expect(told(dh * h), `${part}, ${seed}`).toEqual([["h-for-slope"]]);
        expect(told(dh), `${part}, ${seed}`).toEqual([["hidden-slope-left-out"]]);
      }
    }
  });

  it("tells who leaves p(1 − p) out of a product of three, or takes it twice", () => {
    const product3 = exerciseFrom(`
      <Given name="p" value={uniform(0.1, 0.9, { step: 0.01 })} />
      <Given name="dp" value={uniform(1.1, 5, { step: 0.1 })} />
      <Numeric name="dz" label="dz" answer={dp * p * (1 - p)} />
      <Matrix name="all" label="dz" answer={hadamard(hadamard(vector([dp, 2]), vector([p, p])), 1 - vector([p, p]))} />
    `);
    for (const seed of seeds) {
      const variant = draw(product3, seed);
      const { p, dp } = variant.givens as { p: number; dp: number };
      const told = (wrong: number) => answered(product3, variant, { dz: wrong }, "dz").diagnosis;
      expect(told(dp), seed).toEqual([["output-slope-left-out"]]);
      expect(told(dp * slopeOf(p) ** 2), seed).toEqual([["output-slope-twice"]]);
    }
  });
});

describe("an answer that comes from no mistake known", () => {
  const one = exerciseOf(
    lessonAt("backpropagation", "04-updating-weights-and-biases-1"),
    "output-gradients",
  );
  const parts = ["dp", "slope", "dz3", "dW3"];

  /** Numbers from 0 to 1, the same each time. */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
  }

  it("is seldom put down to one: fewer than 1 in 20 of 500 wrong answers of the right size", () => {
    const next = numbers(2026);
    let wrong = 0;
    let put = 0;
    for (let i = 0; i < 125; i++) {
      const variant = draw(one, `random-${i}`);
      for (const part of parts) {
        const key = [variant.parts[part]?.key].flat(2) as number[];
        const values = key.map((v) => v * (0.2 + 2.8 * next()) * (next() < 0.3 ? -1 : 1));
        const answer = part === "dW3" ? [values] : values[0]!;
        const { verdict, diagnosis } = answered(one, variant, { [part]: answer }, part);
        if (verdict === "right") continue;
        wrong += 1;
        if (diagnosis) put += 1;
      }
    }
    expect(wrong).toBeGreaterThan(450);
    expect(put / wrong).toBeLessThan(0.05);
  }, 20_000);

  it("is put down to rounding early, if to anything, where it is the key within two in a hundred", () => {
    const next = numbers(7);
    let put = 0;
    let near = 0;
    for (let i = 0; i < 100; i++) {
      const variant = draw(one, `careless-${i}`);
      for (const part of ["dp", "slope", "dz3"]) {
        const key = variant.parts[part]?.key as number;
        const answer = Number((key * (0.98 + 0.04 * next())).toPrecision(3));
        const { verdict, diagnosis } = answered(one, variant, { [part]: answer }, part);
        if (verdict === "right") continue;
        near += 1;
        if (diagnosis && diagnosis[0]?.[0] !== "rounded-early") put += 1;
      }
    }
    expect(put / near).toBeLessThan(0.05);
  }, 20_000);
});
