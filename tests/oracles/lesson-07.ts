import type { Givens, Oracle, Worked } from "./answers";
import { columnOf } from "./plain-matrix";
import { activations, feedForward, goBack, softmax } from "./plain-network";

/** A pass of one example through sigmoids and a softmax at the end, with the cross-entropy of its label. */
function passOf(givens: Givens, x = givens.vector("x"), y = givens.vector("y")) {
  const net = givens.network("net");
  const gs = net.W.map((_, l) => (l === net.W.length - 1 ? "softmax" : activations.sigmoid));
  const layers = feedForward(net, x, gs);
  const p = layers.at(-1)!.h;
  const back = goBack(
    net,
    x,
    layers,
    gs,
    p.map((v, k) => v - y[k]!),
  );
  return { net, layers, p, loss: -Math.log(p[y.indexOf(1)]!), ...back };
}

const hugeLogits: Worked = (givens) => ({
  pk: softmax(givens.vector("z"))[givens.number("k") - 1]!,
});

const lossFromLogits: Worked = (givens) => {
  const z = givens.vector("z");
  const S = z.reduce((sum, v) => sum + Math.exp(v), 0);
  return { loss: Math.log(S) - z[givens.vector("y").indexOf(1)]! };
};

const nudgeALogit: Worked = (givens) => {
  const p = givens.vector("p");
  const [k, j] = [givens.number("k") - 1, givens.number("j") - 1];
  return { change: -p[k]! * p[j]! * givens.number("step") };
};

const softmaxJacobian: Worked = (givens) => {
  const p = givens.vector("p");
  return { J: p.map((pk, k) => p.map((pj, j) => (k === j ? pk * (1 - pk) : -pk * pj))) };
};

const whichLogit: Worked = (givens) => {
  const [z, y] = [givens.vector("z"), givens.vector("y")];
  const truth = y.indexOf(1);
  const wrong = [0, 1, 2].filter((k) => k !== truth).sort((a, b) => z[b]! - z[a]!);
  return {
    rises: { option: `$z_${truth + 1}$` },
    falls: { option: `$z_${wrong[0]! + 1}$` },
  };
};

const weightsBeforeSoftmax: Worked = (givens) => {
  const [h, p, y] = [givens.vector("h"), givens.vector("p"), givens.vector("y")];
  return { dW: p.map((v, k) => h.map((one) => (v - y[k]!) * one)) };
};

const dzBehindASoftmax: Worked = (givens) => {
  const { dz } = passOf(givens);
  const blanks = dz.flatMap((layer, l) =>
    layer.map((v, j) => [`dz[${l + 1}][${j + 1}]`, v] as const),
  );
  return { back: { blanks: Object.fromEntries(blanks) } };
};

const classesInABatch: Worked = (givens) => {
  const [X, Y] = [givens.rows("x"), givens.rows("y")];
  const days = [0, 1].map((i) =>
    passOf(
      givens,
      X.map((row) => row[i]!),
      Y.map((row) => row[i]!),
    ),
  );
  return {
    loss: (days[0]!.loss + days[1]!.loss) / 2,
    dz: [0, 1, 2].map((k) => days.map(({ dz }) => dz[0]![k]! / 2)),
  };
};

const softmaxIteration: Worked = (givens) => {
  const { net, layers, p, loss, dz, dW } = passOf(givens);
  const alpha = givens.number("alpha");
  const h = layers[0]!.h;
  return {
    ahead: {
      blanks: {
        "h[1][1]": h[0]!,
        "h[1][2]": h[1]!,
        "p[1]": p[0]!,
        "p[2]": p[1]!,
        "p[3]": p[2]!,
      },
    },
    loss,
    dz2: columnOf(dz[1]!),
    W2new: net.W[1]!.map((row, k) => row.map((w, i) => w - alpha * dW[1]![k]![i]!)),
    dz1: columnOf(dz[0]!),
  };
};

export const oracle: Oracle = {
  "one-or-several": () => ({
    tasks: {
      options: [
        "It reads a handwritten digit, 0 to 9.",
        "It guesses the next letter of a text.",
        "It tells which of three species of iris a flower belongs to.",
      ],
    },
  }),
  "softmax-by-hand": (givens) => ({ p: columnOf(softmax(givens.vector("z"))) }),
  "huge-logits": hugeLogits,
  "same-probabilities": () => ({
    changes: {
      options: [
        "Add 5 to every logit.",
        "Subtract the largest logit from every logit.",
        "Subtract the mean of the logits from every logit.",
      ],
    },
  }),
  "two-classes": () => ({ p2: "1 - sigma(d)", loss: "ln(e^d + 1) - d" }),
  "loss-from-logits": lossFromLogits,
  "nudge-a-logit": nudgeALogit,
  "softmax-jacobian": softmaxJacobian,
  "dz-of-three-classes": (givens) => ({ dz: columnOf(passOf(givens).dz[0]!) }),
  "which-logit": whichLogit,
  "weights-before-softmax": weightsBeforeSoftmax,
  "dz-behind-a-softmax": dzBehindASoftmax,
  "classes-in-a-batch": classesInABatch,
  "softmax-iteration": softmaxIteration,
};
