import type { Givens, Oracle, Worked } from "./answers";
import { columnOf, entrywise, product, type Rows, rowTotals, turned } from "./plain-matrix";
import { activations, feedForward, goBack, type PlainActivation, sigma } from "./plain-network";

/** The leaky ReLU. */
export const leaky = {
  g: (z: number) => (z > 0 ? z : 0.01 * z),
  slope: (z: number) => (z > 0 ? 1 : 0.01),
} satisfies PlainActivation;

/** A pass of one example through hidden layers of g and an output with a sigmoid, from its givens. */
export function passBy(g: PlainActivation, givens: Givens) {
  const net = givens.network("net");
  const x = givens.vector("x");
  const gs = net.W.map((_, l) => (l === net.W.length - 1 ? activations.sigmoid : g));
  const layers = feedForward(net, x, gs);
  const p = layers.at(-1)!.h[0]!;
  return { net, x, layers, p, ...goBack(net, x, layers, gs, [p - givens.number("y")]) };
}

const noBend: Worked = (givens) => {
  const [W1, W2] = [givens.rows("W1"), givens.rows("W2")];
  const [b1, b2] = [givens.vector("b1"), givens.vector("b2")];
  const through = (v: number[]) => W2.map((row) => row.reduce((sum, w, k) => sum + w * v[k]!, 0));
  const columns = turned(W1).map(through);
  return { W: turned(columns), b: through(b1).map((v, j) => [v + b2[j]!]) };
};

const withABend: Worked = (givens) => {
  const layers = feedForward(givens.network("net"), givens.vector("x"), [
    activations.relu,
    activations.identity,
  ]);
  return { p: layers[1]!.h[0]! };
};

const throughARelu: Worked = (givens) => {
  const z1 = givens.vector("z1");
  return { dz1: givens.vector("dh1").map((d, i) => [z1[i]! > 0 ? d : 0]) };
};

const tanhOnTheNetwork: Worked = (givens) => {
  const { dz } = passBy(activations.tanh, givens);
  const [first, second, third] = dz[0] as [number, number, number];
  const blanks = { "dz[2][1]": dz[1]![0]!, "dz[1][1]": first, "dz[1][2]": second };
  return { back: { blanks: { ...blanks, "dz[1][3]": third } } };
};

const whatIsLeft: Worked = (givens) => {
  let [bound, open] = [givens.number("d"), givens.number("d")];
  for (let l = 0; l < givens.number("n"); l++) {
    bound *= givens.number("w") * 0.25;
    open *= givens.number("w");
  }
  return { bound, open };
};

const howDeep: Worked = (givens) => {
  let [n, left] = [0, 1];
  while (left >= 10 ** -givens.number("k")) {
    left *= givens.number("w") / 4;
    n++;
  }
  return { n };
};

const whichAreDead: Worked = (givens) => {
  const net = givens.network("net");
  const examples = turned(givens.rows("X"));
  const dead = net.W[0]!.flatMap((row, j) => {
    const z = (x: number[]) => row[0]! * x[0]! + row[1]! * x[1]! + net.b[0]![j]!;
    // Sums of hundredths: what is 0 but for the computer's own rounding is not above 0.
    return examples.some((x) => z(x) > 1e-9) ? [] : [`neuron ${j + 1}`];
  });
  return { dead: { options: dead.length > 0 ? dead : ["none of them"] } };
};

const throughALeak: Worked = (givens) => {
  const dz = givens.number("dh") / 100;
  return { dz, bNew: givens.number("b") - givens.number("alpha") * dz };
};

const reluBatch: Worked = (givens) => {
  const { W, b } = givens.network("net");
  const [x, y] = [givens.rows("X"), givens.rows("y").flat()];
  const z1 = product(W[0]!, x).map((row, j) => row.map((v) => v + b[0]![j]!));
  const h1: Rows = entrywise((v) => Math.max(0, v), z1);
  const p = product(W[1]!, h1).map((row) => row.map((v) => sigma(v + b[1]![0]!)));
  const dz2 = p.map((row) => row.map((v, i) => (v - y[i]!) / 2));
  const dz1 = entrywise((d, z) => (z > 0 ? d : 0), product(turned(W[1]!), dz2), z1);
  return { h1, p, dz2, dz1, dW1: product(dz1, turned(x)), db1: rowTotals(dz1) };
};

export const oracle: Oracle = {
  "no-bend": noBend,
  "with-a-bend": withABend,
  "steepest-first": () => ({
    order: {
      steps: [
        "a ReLU with $z = 3$",
        "a tanh neuron with $z = 0.5$",
        "a sigmoid neuron with $z = 0$",
        "a tanh neuron with $z = -2$",
        "a sigmoid neuron with $z = 6$",
        "a ReLU with $z = -1$",
      ],
    },
  }),
  "sigmoid-from-tanh": () => ({ sigma: "1/2 + t/2", slope: "(1 + t)/2 * (1 - t)/2" }),
  "through-tanh": (givens) => ({ dz1: columnOf(passBy(activations.tanh, givens).dz[0]!) }),
  "tanh-on-the-network": tanhOnTheNetwork,
  "through-a-relu": throughARelu,
  "chain-in-letters": () => ({ dz1: "w2 w3 dz3 (1 - h1)(1 + h1)(1 - h2)(1 + h2)" }),
  "what-is-left": whatIsLeft,
  "how-deep": howDeep,
  "which-are-dead": whichAreDead,
  "through-a-leak": throughALeak,
  "twenty-layers": () => ({
    choice: { option: "ReLU in the hidden layers, softmax at the output" },
  }),
  "relu-batch": reluBatch,
  "about-depth": () => ({
    facts: {
      options: [
        "In a deep network of sigmoids, the last layers can learn while the first hardly move.",
        "A ReLU that's closed to one example can still learn from the next.",
        "With open ReLUs, a gradient can still explode.",
      ],
    },
  }),
};
