import { plus } from "../cancelled";
import type { Op } from "../graph";
import { expectShape } from "../shape-error";

/** Momentum's velocity after one more gradient, β v + g. */
export const gather: Op<number> = {
  name: "gather",
  shape: ([v, g]) => {
    expectShape("the gradient", g!, v!.rows, v!.cols);
    return g!;
  },
  value: (out, [v, g], beta) => {
    for (let i = 0; i < out.data.length; i++) out.data[i] = plus(beta * v!.data[i]!, g!.data[i]!);
  },
};

/** A running mean after one more value, β m + (1 − β) g. */
export const fade: Op<number> = {
  name: "fade",
  shape: ([m, g]) => {
    expectShape("the gradient", g!, m!.rows, m!.cols);
    return g!;
  },
  value: (out, [m, g], beta) => {
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = plus(beta * m!.data[i]!, (1 - beta) * g!.data[i]!);
    }
  },
};

/** A running mean with its bias to 0 taken out, m / (1 − βᵗ). Source: arXiv 1412.6980, algorithm 1. */
export const unbias: Op<{ readonly beta: number; readonly t: number }> = {
  name: "unbias",
  shape: ([m]) => m!,
  value: (out, [m], { beta, t }) => {
    for (let i = 0; i < out.data.length; i++) out.data[i] = m!.data[i]! / (1 - beta ** t);
  },
};
