import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, type Variant } from "@/lib/exercise";
import { type Answers, exerciseFrom, graded, rowsOf } from "../mdx-exercise";
import {
  each,
  feedForward,
  goBack,
  minus,
  product,
  type Rows,
  sigma,
  slopeOf,
  times,
  turned,
  type Weights,
  weightsOf,
} from "./by-loops";

const seeds = Array.from({ length: 12 }, (_, i) => `mistaken-${i}`);

/** A variant worked through by loops. */
interface Worked {
  readonly variant: Variant;
  readonly net: Weights;
  readonly x: Rows;
  readonly y: Rows;
  readonly z: readonly Rows[];
  readonly h: readonly Rows[];
  readonly p: Rows;
  readonly dz: readonly Rows[];
  readonly dh: readonly Rows[];
  readonly dW: readonly Rows[];
}

interface Way {
  readonly hidden?: (z: number) => number;
  readonly output?: (z: number) => number;
  readonly hiddenSlope?: (h: number) => number;
  readonly last?: (p: Rows, y: Rows) => Rows;
}

function work(variant: Variant, way: Way = {}): Worked {
  const { net: drawn, x: inputs, y: label } = variant.givens;
  const net = weightsOf(drawn);
  const x = rowsOf(inputs);
  const y = typeof label === "number" ? [[label]] : rowsOf(label);
  const { z, h } = feedForward(net, x, way);
  const p = h.at(-1)!;
  const { last = minus, hiddenSlope = slopeOf } = way;
  const back = goBack(net, { h }, { last: last(p, y), slope: (l) => each(h[l]!, hiddenSlope) });
  return { variant, net, x, y, z, h, p, ...back };
}

const sigmoids = exerciseFrom(`
  <Given name="net" value={network([2, 3, 3, 1], { activation: "sigmoid", loss: "binary-cross-entropy" })} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={pick(0, 1)} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Numeric name="p" label="p" answer={pass.p} />
  <Numeric name="loss" label="L" answer={pass.loss} />
  <Numeric name="dp" label="dp" answer={pass.dp} />
  <Numeric name="dz3" label="dz3" answer={pass.dz[3]} />
  <Matrix name="h1" label="h1" answer={pass.h[1]} />
  <Matrix name="h2" label="h2" answer={pass.h[2]} />
  <Matrix name="dW3" label="dW3" answer={pass.dW[3]} />
  <Matrix name="dz2" label="dz2" answer={pass.dz[2]} />
  <Matrix name="dW2" label="dW2" answer={pass.dW[2]} />
  <Matrix name="db2" label="db2" answer={pass.db[2]} />
  <Matrix name="dh1" label="dh1" answer={pass.dh[1]} />
`);

const relus = exerciseFrom(`
  <Given name="net" value={network([2, 3, 1], { activation: "relu", loss: "binary-cross-entropy" })} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={pick(0, 1)} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Matrix name="dz1" label="dz1" answer={pass.dz[1]} />
`);

const softmaxes = exerciseFrom(`
  <Given name="net" value={network([2, 3], { loss: "cross-entropy" })} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={oneHot(3)} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Matrix name="p" label="p" answer={pass.p} />
  <Matrix name="dz1" label="dz1" answer={pass.dz[1]} />
`);

const squares = exerciseFrom(`
  <Given name="net" value={network([2, 3, 1], { loss: "mean-squared-error" })} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={uniform(-1, 1, { step: 0.1 })} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Numeric name="dz2" label="dz2" answer={pass.dz[2]} />
`);

const batches = exerciseFrom(`
  <Given name="net" value={network([2, 2, 1])} />
  <Given name="x" value={uniform(-1, 1, { shape: [2, 3], step: 0.1 })} />
  <Given name="y" value={matrix([[1, 0, 1]])} />
  <Given name="pass" value={backprop(net, x, y)} />

  <Numeric name="loss" label="L" answer={pass.loss} />
  <Matrix name="dp" label="dp" answer={pass.dp} />
  <Matrix name="dW2" label="dW2" answer={pass.dW[2]} />
`);

const steps = exerciseFrom(`
  <Given name="net" value={network([2, 2, 1])} />
  <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={pick(0, 1)} />
  <Given name="alpha" value={pick(0.2, 0.5, 0.8)} />
  <Given name="pass" value={backprop(net, x, y)} />
  <Given name="after" value={sgd(net, pass, alpha)} />

  <Matrix name="dh1" label="dh1" answer={pass.dh[1]} />
  <Matrix name="newW2" label="W2" answer={after.W[2]} significant={4} />
  <Numeric name="newb2" label="b2" answer={after.b[2]} significant={4} />
`);

const relu: Way = { hidden: (z) => Math.max(0, z), hiddenSlope: (h) => (h > 0 ? 1 : 0) };
const identity: Way = { output: (z) => z, last: (p, y) => each(minus(p, y), (v) => 2 * v) };

/** A softmax takes all z of its layer at once, so what the loops give is its logits. */
const softmax = (z: Rows) => {
  const total = z.reduce((sum, [v]) => sum + Math.exp(v!), 0);
  return each(z, (v) => Math.exp(v) / total);
};

const number = (a: Rows) => a[0]![0]!;
const alphaOf = ({ variant }: Worked) => variant.givens.alpha as number;
const dpOf = (y: number, p: number) => (y === 1 ? -1 / p : 1 / (1 - p));
const lossOf = ({ p, y }: Worked) => -Math.log(number(y) === 1 ? number(p) : 1 - number(p));

/** A mistake: the part it is made in, what is answered then, and a word of what the student reads. */
type Mistake = readonly [
  rule: string,
  exercise: Exercise,
  part: string,
  answer: (worked: Worked) => Answers[string],
  told: string,
  way?: Way,
];

const mistakes: readonly Mistake[] = [
  ["sign-turned", sigmoids, "dz3", ({ p, y }) => number(y) - number(p), "$y - p$"],
  ["base-10-log", sigmoids, "loss", (w) => lossOf(w) / Math.LN10, "base 10"],
  ["base-2-log", sigmoids, "loss", (w) => lossOf(w) / Math.LN2, "base 2"],
  [
    "output-slope-left-out",
    sigmoids,
    "dz3",
    ({ p, y }) => dpOf(number(y), number(p)),
    "left out the derivative of the output",
  ],
  [
    "output-slope-twice",
    sigmoids,
    "dz3",
    ({ p, y }) => (number(p) - number(y)) * slopeOf(number(p)),
    "twice",
  ],
  [
    "second-sign-lost",
    batches,
    "dp",
    ({ p, y }) => [p[0]!.map((v, j) => -1 / (y[0]![j] === 1 ? v : 1 - v) / 3)],
    "$\\ln(1-p)$",
  ],
  [
    "second-term-left-out",
    batches,
    "loss",
    ({ p }) => -(Math.log(p[0]![0]!) + Math.log(p[0]![2]!)) / 3,
    "$1 - y$",
  ],
  [
    "loss-terms-changed-over",
    sigmoids,
    "loss",
    ({ p, y }) => -Math.log(number(y) === 1 ? 1 - number(p) : number(p)),
    "swapped",
  ],
  ["hidden-slope-left-out", sigmoids, "dz2", ({ dh }) => dh[2]!, "left out the factor"],
  ["h-for-slope", sigmoids, "dz2", ({ dh, h }) => times(dh[2]!, h[2]!), "instead of by $h(1-h)$"],
  [
    "slope-at-h",
    sigmoids,
    "dz2",
    ({ dh, h }) =>
      times(
        dh[2]!,
        each(h[2]!, (v) => slopeOf(sigma(v))),
      ),
    "at $h$ instead of at $z$",
  ],
  ["relu-mask-forgotten", relus, "dz1", ({ dh }) => dh[1]!, "ReLU", relu],
  [
    "z-for-h",
    sigmoids,
    "dW3",
    ({ dz, z }) => product(dz[3]!, turned(z[2]!)),
    "{z^{[2]}}$ instead of",
  ],
  [
    "bias-left-out",
    sigmoids,
    "p",
    ({ net, x }) => number(feedForward(net, x, { bias: false }).h[3]!),
    "left out the bias",
  ],
  [
    "activation-left-out",
    sigmoids,
    "p",
    ({ net, x }) => number(feedForward(net, x, { hidden: (z) => z }).h[3]!),
    "carried on with $z$",
  ],
  [
    "weights-not-transposed",
    sigmoids,
    "dh1",
    ({ net, dz }) => product(net.W[2]!, dz[2]!),
    "without transposing",
  ],
  ["outer-product-turned", sigmoids, "dW2", ({ dW }) => turned(dW[2]!), "wrong way round"],
  ["outer-product-turned", sigmoids, "dW3", ({ dW }) => turned(dW[3]!), "wrong way round"],
  [
    "own-h-for-input",
    sigmoids,
    "dW2",
    ({ dz, h }) => product(dz[2]!, turned(h[2]!)),
    "the layer’s own output",
  ],
  ["layer-below-read", sigmoids, "h2", ({ h }) => h[1]!, "the layer below"],
  ["layer-above-read", sigmoids, "h1", ({ h }) => h[2]!, "the layer above"],
  [
    "sum-for-mean",
    batches,
    "loss",
    ({ p, y }) => -p[0]!.reduce((sum, v, j) => sum + Math.log(y[0]![j] === 1 ? v : 1 - v), 0),
    "added the examples up",
  ],
  [
    "mean-for-sum",
    batches,
    "dW2",
    ({ p, y, h }) => each(product(minus(p, y), turned(h[1]!)), (v) => v / 9),
    "once too often",
  ],
  [
    "bias-gradient-times-h",
    sigmoids,
    "db2",
    ({ dz, h }) => times(dz[2]!, h[1]!),
    "multiplied the bias’s gradient",
  ],
  [
    "bias-gradient-forgotten",
    steps,
    "newb2",
    ({ net }) => number(net.b[2]!),
    "left out the bias’s gradient",
  ],
  [
    "rate-left-out",
    steps,
    "newW2",
    ({ net, dW }) => minus(net.W[2]!, dW[2]!),
    "the factor $\\alpha$",
  ],
  [
    "uphill",
    steps,
    "newW2",
    (w) =>
      minus(
        w.net.W[2]!,
        each(w.dW[2]!, (v) => -alphaOf(w) * v),
      ),
    "added $\\alpha",
  ],
  ["softmax-not-normalised", softmaxes, "p", ({ z }) => each(z[1]!, Math.exp), "divide by the sum"],
  [
    "sigmoid-slope-for-softmax",
    softmaxes,
    "dz1",
    ({ z, y }) => {
      const p = softmax(z[1]!);
      return p.map(([v], k) => [y[k]![0] === 1 ? -(1 - v!) : 0]);
    },
    "derivative of the softmax",
  ],
  [
    "square-factor-left-out",
    squares,
    "dz2",
    ({ p, y }) => number(p) - number(y),
    "the 2 that comes down",
    identity,
  ],
  [
    "rounded-early",
    sigmoids,
    "p",
    ({ net, x }) => number(feedForward(net, x, { keep: (v) => Number(v.toFixed(2)) }).h[3]!),
    "two decimals along the way",
  ],
  [
    "updated-weights",
    steps,
    "dh1",
    (w) => {
      const W2 = minus(
        w.net.W[2]!,
        each(w.dW[2]!, (v) => alphaOf(w) * v),
      );
      return product(turned(W2), w.dz[2]!);
    },
    "after updating them",
  ],
];

describe("who makes a mistake that has a name is told so, in every variant", () => {
  for (const [rule, exercise, part, answer, told, way] of mistakes) {
    it(`${rule}, made in ${part}`, () => {
      let right = 0;
      for (const seed of seeds) {
        const variant = drawVariant(exercise, { seed, number: 1 });
        const wrong = answer(work(variant, way));
        const result = graded(
          exercise,
          variant,
          { [part]: wrong },
          { figures: figuresOf(exercise) },
        );
        const { verdict, diagnosis, feedback } = result[part]!;
        right += Number(verdict === "right");
        if (verdict === "right") continue;
        expect(diagnosis?.flat(), `${seed}: ${JSON.stringify(result)}`).toContain(rule);
        expect(feedback.join("\n"), seed).toContain(told);
      }
      expect(right).toBeLessThanOrEqual(mayBeRight[rule] ?? 0);
    });
  }
});

/** As many figures as the parts ask for. */
const figuresOf = (exercise: Exercise) => (exercise === steps ? 4 : 3);

/** Rounding may do no harm, and every ReLU may be open. */
const mayBeRight: Readonly<Record<string, number>> = {
  "rounded-early": 6,
  "relu-mask-forgotten": 6,
};
