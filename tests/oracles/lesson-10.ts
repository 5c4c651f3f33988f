import type { Givens, Oracle, Worked } from "./answers";
import { passOf } from "./lesson-05";
import { apart, entrywise, product, type Rows, rowTotals, scaled, turned } from "./plain-matrix";
import { activations, feedForward, sigma, softmax } from "./plain-network";

const bothDifferences: Worked = (givens) => {
  const [p, step] = [givens.number("p"), givens.number("epsilon")];
  const [above, here, below] = [p + step, p, p - step].map((q) => -Math.log(q)) as [
    number,
    number,
    number,
  ];
  const ahead = (above - here) / step;
  const across = (above - below) / (2 * step);
  const off = (slope: number) => Math.abs(slope + 1 / p);
  const nearer = off(across) < off(ahead) ? "the central difference" : "the forward difference";
  return { ahead, across, nearer: { option: nearer } };
};

const centralDifference: Worked = (givens) => {
  const net = givens.network("net");
  const [i, step] = [givens.number("i"), givens.number("epsilon")];
  const at = (move: number) => {
    const W = net.W.map((layer) => layer.map((row) => [...row]));
    W[1]![0]![i - 1]! += move;
    const gs = [activations.sigmoid, activations.sigmoid];
    const p = feedForward({ W, b: net.b }, givens.vector("x"), gs)[1]!.h[0]!;
    return givens.number("y") === 1 ? -Math.log(p) : -Math.log(1 - p);
  };
  return { n: (at(step) - at(-step)) / (2 * step) };
};

const relativeError: Worked = (givens) => {
  const [a, n] = [givens.number("a"), givens.number("n")];
  const e = Math.abs(a - n) / Math.max(Math.abs(a), Math.abs(n));
  const verdict =
    e < 1e-7 ? "The gradient is fine." : e > 1e-2 ? "The gradient is wrong." : "Look closer.";
  return { e, verdict: { option: verdict } };
};

const acrossTheKink: Worked = (givens) => {
  const [z, step] = [givens.number("z"), givens.number("epsilon")];
  // Left of the kink there is nothing to take away.
  const n = (z + step) / (2 * step);
  return {
    n,
    e: 1 - n,
    next: { option: "Measure again with an $\\varepsilon$ smaller than $z$." },
  };
};

const passesNeeded: Worked = (givens) => {
  const sizes = ["inputs", "hidden", "classes"].map((name) => givens.number(name));
  let passes = 0;
  for (let l = 1; l < sizes.length; l++) passes += 2 * sizes[l]! * (sizes[l - 1]! + 1);
  return { passes, seconds: (passes * givens.number("ms")) / 1000 };
};

/** Whether what is shown is the true gradient, to the four figures of the page. */
const agrees = (shown: number, truth: number) => Math.abs(shown - truth) < 5e-4 * Math.abs(truth);

/** Found from the six rows of the table: the first disagreement, and whether the row beside it shares it. */
const whereItBreaks: Worked = (givens) => {
  const { dW, db } = passOf(givens);
  const wrong = [3, 2, 1].map((l) => ({
    l,
    W: !agrees(givens.rows(`dW${l}`)[0]![0]!, dW[l - 1]![0]![0]!),
    b: !agrees(givens.vector(l === 3 ? "dz3" : `db${l}`)[0]!, db[l - 1]![0]!),
  }));
  const first = wrong.find(({ W, b }) => W || b)!;
  const { l, W, b } = first;
  return { where: { option: `the one for $${W && b ? "dz" : W ? "dW" : "db"}^{[${l}]}$` } };
};

const times = (...all: Rows[]) => entrywise((...v) => v.reduce((a, b) => a * b), ...all);
const through = (dh: Rows, h: Rows) =>
  times(
    dh,
    h,
    entrywise((v) => 1 - v, h),
  );
const follows = (line: Rows, from: Rows) => apart(line, from) < 1e-12;

/** The first line that does not follow from the lines above it as they are written. */
const lineOfThePass: Worked = (givens) => {
  const [p, y, h1, x, W2] = ["p", "y", "h1", "x", "W2"].map((name) => givens.rows(name)) as Rows[];
  const names = ["dz2", "dW2", "dh1", "dz1", "dW1", "db1"];
  const [dz2, dW2, dh1, dz1, dW1, db1] = names.map((name) => givens.rows(name)) as Rows[];
  const right = [
    follows(
      dz2!,
      entrywise((a, b) => a - b, p!, y!),
    ),
    follows(dW2!, product(dz2!, turned(h1!))),
    follows(dh1!, product(turned(W2!), dz2!)),
    follows(dz1!, through(dh1!, h1!)),
    follows(dW1!, product(dz1!, turned(x!))),
    follows(db1!, dz1!),
  ];
  return { line: { option: `line ${right.indexOf(false) + 1}` } };
};

const findAndMend: Worked = (givens) => {
  const names = ["W3", "W2", "h1", "h2", "dz3", "dh2", "dz2", "dW2", "dh1", "dz1"];
  const known = Object.fromEntries(
    names.map((name) => [name, name === "dz3" ? [[givens.number(name)]] : givens.rows(name)]),
  ) as Record<string, Rows>;
  const { W3, W2, h1, h2, dz3, dh2, dz2, dW2, dh1, dz1 } = known;
  const lines: readonly (readonly [Rows, Rows])[] = [
    [dh2!, product(turned(W3!), dz3!)],
    [dz2!, through(dh2!, h2!)],
    [dW2!, product(dz2!, turned(h1!))],
    [dh1!, product(turned(W2!), dz2!)],
    [dz1!, through(dh1!, h1!)],
  ];
  const at = lines.findIndex(([written, right]) => !follows(written, right));
  return { line: { option: `line ${at + 1}` }, mended: lines[at]![1] };
};

const constantRatio: Worked = (givens) => ({
  size: Math.round(givens.vector("a")[2]! / givens.vector("n")[2]!),
  e: "(m - 1)/m",
});

const faults = {
  sign: "It starts with $y - p$.",
  slope: "It leaves out the slope of layer 1.",
  transpose: "It goes back through $W^{[2]}$ without the transpose.",
  input: "It multiplies $dz^{[1]}$ by $h^{[1]}$ instead of $x$.",
} as const;

/** Told from the ratios a/n alone, as the lesson does. */
const nameTheFault: Worked = (givens) => {
  const { dW, layers } = passOf(givens);
  const ratio = entrywise((a, n) => a / n, givens.rows("a"), dW[0]!);
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-3 * Math.abs(b);
  const slopes = layers[0]!.h.map((h) => 1 / (h * (1 - h)));
  const rows = ratio.every(([first, second]) => near(first!, second!));
  const which = ratio.flat().every((v) => near(v, -1))
    ? faults.sign
    : !rows
      ? faults.input
      : ratio.every(([first], j) => near(first!, slopes[j]!))
        ? faults.slope
        : faults.transpose;
  return { which: { option: which } };
};

/** Dz of both layers for a batch, by one example after the other. */
function batchOf(givens: Givens) {
  const net = givens.network("net");
  const [x, y] = [givens.rows("x"), givens.rows("y")];
  const passes = turned(x).map((example) =>
    feedForward(net, example, [activations.sigmoid, "softmax"]),
  );
  const h1 = turned(passes.map(([first]) => first!.h));
  const p = turned(passes.map(([, second]) => softmax(second!.z)));
  const dz2 = scaled(
    1 / x[0]!.length,
    entrywise((a, b) => a - b, p, y),
  );
  const dz1 = through(product(turned(net.W[1]!), dz2), h1);
  return { net, x, h1, dz2, dz1 };
}

/** The table leaves one line, or lines 4 and 5, which the numbers tell apart. */
const lineOfTheCode: Worked = (givens) => {
  const { net, x, h1, dz2, dz1 } = batchOf(givens);
  const wrong = (name: string, truth: Rows) =>
    !agrees(givens.rows(name)[0]![0]!, truth[0]![0]!) ? name : "";
  const found = [
    wrong("dW2", product(dz2, turned(h1))),
    wrong("db2", rowTotals(dz2)),
    wrong("dW1", product(dz1, turned(x))),
    wrong("db1", rowTotals(dz1)),
  ]
    .filter((name) => name !== "")
    .join(" ");
  const turnedRound = through(product(net.W[1]!, dz2), h1);
  const lines: Readonly<Record<string, number>> = {
    "dW2 db2 dW1 db1": 1,
    dW2: 2,
    db2: 3,
    "dW1 db1": apart(givens.rows("dz1"), turnedRound) < 1e-9 ? 4 : 5,
    dW1: 6,
    db1: 7,
  };
  return { line: { option: `line ${lines[found] ?? `of ${found}`}` } };
};

const checkOneWeight: Worked = (givens) => {
  const [w, b, x, y, step] = ["w", "b", "x", "y", "epsilon"].map((name) => givens.number(name)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const loss = (v: number) => -Math.log(y === 1 ? sigma(v * x + b) : 1 - sigma(v * x + b));
  const [above, below] = [loss(w + step), loss(w - step)];
  return { above, below, n: (above - below) / (2 * step), a: (sigma(w * x + b) - y) * x };
};

export const oracle: Oracle = {
  "both-differences": bothDifferences,
  "difference-of-a-cube": () => ({ ahead: "3w^2 + eps^2 + 3 eps w", across: "eps^2 + 3w^2" }),
  "central-difference": centralDifference,
  "smaller-step": (givens) => ({
    ahead: givens.number("offAhead") / givens.number("k"),
    across: givens.number("offAcross") / givens.number("k") ** 2,
  }),
  "relative-error": relativeError,
  "across-the-kink": acrossTheKink,
  "passes-needed": passesNeeded,
  "order-of-a-check": () => ({
    order: {
      steps: [
        "Raise $w$ by $\\varepsilon$.",
        "Feed forward and note the loss, $L_+$.",
        "Lower $w$ by $2\\varepsilon$.",
        "Feed forward again and note the loss, $L_-$.",
        "$n = (L_+ - L_-) / (2\\varepsilon)$",
        "Raise $w$ by $\\varepsilon$, back to its old value.",
        "$e = |a - n| / \\max(|a|, |n|)$",
      ],
    },
  }),
  "where-it-breaks": whereItBreaks,
  "line-of-the-pass": lineOfThePass,
  "constant-ratio": constantRatio,
  "name-the-fault": nameTheFault,
  "line-of-the-code": lineOfTheCode,
  "check-one-weight": checkOneWeight,
  "find-and-mend": findAndMend,
  "another-activation": () => ({
    line: { option: "line 4" },
    dz1: "dh1 ⊙ (1 - h1) ⊙ (1 + h1)",
  }),
};
