import { plus } from "../cancelled";
import type { Lay, Node, Op } from "../graph";
import { expectShape } from "../shape-error";
import { add } from "./add";
import { constant } from "./constant";
import { divide } from "./divide";
import { multiply } from "./multiply";
import { negate } from "./negate";
import { sqrt } from "./sqrt";
import { subtract } from "./subtract";
import { sum } from "./sum";

// What optimisers keep from step to step. β is a lone number, and `before` what was kept up to now.

/** Momentum's velocity after one more gradient, β v + g. */
export const gather: Op = {
  name: "gather",
  shape: ([g, beta, before]) => {
    expectShape("beta", beta!, 1, 1);
    expectShape("the gradient", g!, before!.rows, before!.cols);
    return g!;
  },
  value: (out, [g, beta, before]) => {
    const kept = beta!.data[0]!;
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = plus(kept * before!.data[i]!, g!.data[i]!);
    }
  },
  pullback: ({ inputs: [, beta, before] }, gradient, lay) => [
    gradient,
    lay(sum, [lay(multiply, [gradient, before!])]),
    lay(multiply, [beta!, gradient]),
  ],
};

/** A running mean after one more value, β m + (1 − β) g; (1 − β) g of the first, with none before. */
export const fade: Op = {
  name: "fade",
  shape: ([g, beta, before = g]) => {
    expectShape("beta", beta!, 1, 1);
    expectShape("the gradient", g!, before!.rows, before!.cols);
    return g!;
  },
  value: (out, [g, beta, before]) => {
    const kept = beta!.data[0]!;
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = plus(kept * (before?.data[i] ?? 0), (1 - kept) * g!.data[i]!);
    }
  },
  pullback: ({ inputs: [g, beta, before] }, gradient, lay) => {
    const change = before ? lay(subtract, [before, g!]) : lay(multiply, [lone(-1, lay), g!]);
    return [
      lay(multiply, [lay(subtract, [lone(1, lay), beta!]), gradient]),
      lay(sum, [lay(multiply, [gradient, change])]),
      lay(multiply, [beta!, gradient]),
    ];
  },
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

const lone = (v: number, lay: Lay): Node =>
  lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) });
