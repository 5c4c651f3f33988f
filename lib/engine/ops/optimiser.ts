import { plus } from "../cancelled";
import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { add } from "./add";
import { constant } from "./constant";
import { divide } from "./divide";
import { multiply } from "./multiply";
import { negate } from "./negate";
import { sqrt } from "./sqrt";
import { subtract } from "./subtract";
import { sum } from "./sum";

// What optimisers keep from step to step, and what they make of it. β is a lone number.

/** Momentum's velocity after one more gradient, β v + g. */
export const gather: Op = {
  name: "gather",
  shape: ([v, g, beta]) => {
    expectShape("beta", beta!, 1, 1);
    expectShape("the gradient", g!, v!.rows, v!.cols);
    return g!;
  },
  value: (out, [v, g, beta]) => {
    const kept = beta!.data[0]!;
    for (let i = 0; i < out.data.length; i++) out.data[i] = plus(kept * v!.data[i]!, g!.data[i]!);
  },
  pullback: ({ inputs: [v, , beta] }, gradient, lay) => [
    lay(multiply, [beta!, gradient]),
    gradient,
    lay(sum, [lay(multiply, [gradient, v!])]),
  ],
};

/** A running mean after one more value, β m + (1 − β) g. */
export const fade: Op = {
  name: "fade",
  shape: ([m, g, beta]) => {
    expectShape("beta", beta!, 1, 1);
    expectShape("the gradient", g!, m!.rows, m!.cols);
    return g!;
  },
  value: (out, [m, g, beta]) => {
    const kept = beta!.data[0]!;
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = plus(kept * m!.data[i]!, (1 - kept) * g!.data[i]!);
    }
  },
  pullback: ({ inputs: [m, g, beta] }, gradient, lay) => [
    lay(multiply, [beta!, gradient]),
    lay(multiply, [lay(subtract, [lay(constant, [], one), beta!]), gradient]),
    lay(sum, [lay(multiply, [gradient, lay(subtract, [m!, g!])])]),
  ],
};

/** A running mean after t values with its bias to 0 taken out, m / (1 − βᵗ). Source: arXiv 1412.6980, algorithm 1. No gradient
 *  goes back through it to β. */
export const unbias: Op = {
  name: "unbias",
  shape: ([m, beta, t]) => {
    expectShape("beta", beta!, 1, 1);
    expectShape("t", t!, 1, 1);
    return m!;
  },
  value: (out, [m, beta, t]) => {
    const rest = 1 - beta!.data[0]! ** t!.data[0]!;
    for (let i = 0; i < out.data.length; i++) out.data[i] = m!.data[i]! / rest;
  },
  pullback: ({ inputs: [, beta, t] }, gradient, lay) => [
    lay(unbias, [gradient, beta!, t!]),
    undefined,
    undefined,
  ],
};

/** The direction of a step of Adam from its means, m̂ / (√v̂ + ε): ε stands outside the root. */
export const adapt: Op = {
  name: "adapt",
  shape: ([m, v, epsilon]) => {
    expectShape("epsilon", epsilon!, 1, 1);
    expectShape("the mean of the squares", v!, m!.rows, m!.cols);
    return m!;
  },
  value: (out, [m, v, epsilon]) => {
    const small = epsilon!.data[0]!;
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = m!.data[i]! / (Math.sqrt(v!.data[i]!) + small);
    }
  },
  pullback: (out, gradient, lay) => {
    const [, v, epsilon] = out.inputs;
    const root = lay(sqrt, [v!]);
    const share = lay(divide, [gradient, lay(add, [root, epsilon!])]);
    const byRoot = lay(divide, [lay(multiply, [share, out]), lay(add, [root, root])]);
    return [share, lay(negate, [byRoot]), undefined];
  },
};

const one = { rows: 1, cols: 1, data: Float64Array.of(1) };
