import type { Givens, Oracle, Worked } from "./answers";
import { columnOf } from "./plain-matrix";

/** Where a weight is after steps of gradient descent along a slope that hangs on the weight. */
export function descend(from: number, alpha: number, slopeAt: (w: number) => number, steps = 1) {
  let w = from;
  for (let i = 0; i < steps; i++) w -= alpha * slopeAt(w);
  return w;
}

/** Momentum's velocity in each step, for one weight. */
export function velocities(gradients: readonly number[], beta: number): number[] {
  let v = 0;
  return gradients.map((g) => {
    v = beta * v + g;
    return v;
  });
}

/** Adam's means, corrected and not, and its quotient in each step, for one weight. */
export function adamSteps(
  gradients: readonly number[],
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {},
) {
  let [m, v, kept1, kept2] = [0, 0, 1, 1];
  return gradients.map((g) => {
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    kept1 *= beta1;
    kept2 *= beta2;
    const [mHat, vHat] = [m / (1 - kept1), v / (1 - kept2)];
    return { m, v, mHat, vHat, quotient: mHat / (Math.sqrt(vHat) + epsilon) };
  });
}

const pairOf = (givens: Givens) => [givens.number("g1"), givens.number("g2")];

const stepOnAParabola: Worked = (givens) => {
  const [s, k] = [givens.number("s"), givens.number("k")];
  return {
    stepped: descend(givens.number("w"), givens.number("alpha"), (w) => 2 * s * (w - k)),
  };
};

const whichRates: Worked = (givens) => {
  const c = givens.number("c");
  const arrives = (alpha: number) => Math.abs(descend(1, alpha, (w) => c * w, 500)) < 1e-3;
  const options = ["0.02", "0.15", "0.3", "0.45", "0.6", "1.2"]
    .filter((rate) => arrives(Number(rate)))
    .map((rate) => `$\\alpha = ${rate}$`);
  return { arrive: { options }, once: 1 / c };
};

const stepsToTheBottom: Worked = (givens) => {
  const [c, alpha, n] = [givens.number("c"), givens.number("alpha"), givens.number("n")];
  let [w, steps] = [1, 0];
  while (Math.abs(w) >= 1 / n) {
    w = descend(w, alpha, (at) => c * at);
    steps += 1;
  }
  return { steps };
};

const twoCurvatures: Worked = (givens) => {
  const [a, alpha] = [givens.number("a"), givens.number("alpha")];
  const curvatures = [a, givens.number("c")];
  const after = (steps: number) =>
    columnOf(
      givens.vector("w").map((w, i) => descend(w, alpha, (at) => curvatures[i]! * at, steps)),
    );
  return { limit: 2 / a, one: after(1), two: after(2) };
};

const secondVelocity: Worked = (givens) => {
  const [first, second] = [givens.vector("g1"), givens.vector("g2")];
  const v = first.map((g, i) => velocities([g, second[i]!], givens.number("beta"))[1]!);
  return { v2: columnOf(v) };
};

/** A thousand steps instead of a limit. */
const whereVelocityTends: Worked = (givens) => {
  const [g, beta] = [givens.number("g"), givens.number("beta")];
  const last = (signOf: (i: number) => number) =>
    velocities(
      Array.from({ length: 1000 }, (_, i) => signOf(i) * g),
      beta,
    ).at(-1)!;
  return { steady: last(() => 1), turning: Math.abs(last((i) => (i % 2 === 0 ? 1 : -1))) };
};

const adamFirstStep: Worked = (givens) => {
  const [g, alpha] = [givens.vector("g"), givens.number("alpha")];
  const [beta1, beta2] = [givens.number("beta1"), givens.number("beta2")];
  const { m, v } = adamSteps([g[2]!], { beta1, beta2 })[0]!;
  return {
    stepped: columnOf(givens.vector("w").map((w, i) => w - alpha * Math.sign(g[i]!))),
    f: Math.abs(m) / Math.sqrt(v),
  };
};

const adamSecondStep: Worked = (givens) => {
  const decay = { beta1: givens.number("beta1"), beta2: givens.number("beta2"), epsilon: 0 };
  const { m, v, mHat, vHat, quotient } = adamSteps(pairOf(givens), decay)[1]!;
  const stepped = givens.number("w") - givens.number("alpha") * quotient;
  return { m, v, mHat, vHat, stepped };
};

const momentumInALayer: Worked = (givens) => {
  const [W, V, h] = [givens.rows("W2"), givens.rows("V"), givens.vector("h1")];
  const [alpha, beta] = [givens.number("alpha"), givens.number("beta")];
  const dW = givens.vector("dz2").map((d) => h.map((input) => d * input));
  const velocity = V.map((row, j) => row.map((v, i) => beta * v + dW[j]![i]!));
  const stepped = W.map((row, j) => row.map((w, i) => w - alpha * velocity[j]![i]!));
  return { dW, velocity, stepped };
};

const threeOptimisers: Worked = (givens) => {
  const [w, alpha, gradients] = [givens.number("w"), givens.number("alpha"), pairOf(givens)];
  const along = (moves: readonly number[]) => moves.reduce((at, move) => at - alpha * move, w);
  return {
    plain: along(gradients),
    heavy: along(velocities(gradients, givens.number("beta"))),
    adaptive: along(adamSteps(gradients).map(({ quotient }) => quotient)),
  };
};

export const oracle: Oracle = {
  "step-on-a-parabola": stepOnAParabola,
  "which-rates": whichRates,
  "steps-to-the-bottom": stepsToTheBottom,
  "two-curvatures": twoCurvatures,
  "second-velocity": secondVelocity,
  "where-velocity-tends": whereVelocityTends,
  "corrected-mean": (givens) => ({
    mHat: adamSteps(pairOf(givens), { beta1: givens.number("beta1") })[1]!.mHat,
  }),
  "memories-in-letters": () => ({
    velocity: "(g - g beta^t) / (1 - beta)",
    running: "g - beta^t g",
  }),
  "adam-first-step": adamFirstStep,
  "adam-second-step": adamSecondStep,
  "order-of-adam": () => ({
    order: {
      steps: [
        "Compute the gradient $g$ at the weights as they are now.",
        "$v \\leftarrow \\beta_2 v + (1 - \\beta_2) \\, g^2$",
        "$t \\leftarrow t + 1$",
        "$m \\leftarrow \\beta_1 m + (1 - \\beta_1) \\, g$",
        "$\\hat m = m / (1 - \\beta_1^t)$",
        "$\\hat v = v / (1 - \\beta_2^t)$",
        "$w \\leftarrow w - \\alpha \\, \\hat m / (\\sqrt{\\hat v} + \\varepsilon)$",
      ],
    },
  }),
  "momentum-in-a-layer": momentumInALayer,
  "three-optimisers": threeOptimisers,
  "about-optimisers": () => ({
    facts: {
      options: [
        "With $\\beta = 0$, momentum is gradient descent.",
        "If all the gradients were 100 times as large, Adam's steps would hardly change.",
        "On a parabola, a weight that jumps across the bottom in every step can still get closer to it.",
      ],
    },
  }),
};
