import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { fade, gather, type unbias } from "../ops/optimiser";
import { rules } from "./rules";
import { number, slip, times } from "./stand-ins";
import type { Slip } from "./told";

/** A share of each of two nodes, added. */
const shares = (a: number, v: Node, b: number, g: Node): Node =>
  aside(add, [times(v, a), times(g, b)]);

/** What goes wrong in momentum's β v + g. */
export const gatherSlips: readonly Slip<number>[] = [
  slip(
    "velocity-forgotten",
    ({ inputs: [, g] }) => g,
    ({ inputs: [v] }, write) => `forgot the velocity from the step before, ${write.inline(v!)}`,
  ),
  slip("share-put-in", ({ inputs: [v, g], settings: beta }) => shares(beta, v!, 1 - beta, g!)),
  slip(
    "decay-left-out",
    ({ inputs: [v, g] }) => aside(gather, [v!, g!], 1),
    () => "added the whole velocity from the step before, without $\\beta$",
  ),
  slip(
    "one-minus-put-in",
    ({ inputs, settings: beta }) => beta !== 0.5 && aside(gather, inputs, 1 - beta),
    () => "kept $1 - \\beta$ of the velocity instead of $\\beta$",
  ),
  slip(
    "minus-for-plus",
    ({ inputs: [v, g], settings: beta }) => shares(beta, v!, -1, g!),
    ({ inputs: [, g] }, write) => `subtracted ${write.inline(g!)} instead of adding it`,
  ),
  slip("decay-on-gradient", ({ inputs: [v, g], settings: beta }) => shares(1, v!, beta, g!)),
];

/** What goes wrong in a running mean, β m + (1 − β) g. */
export const fadeSlips: readonly Slip<number>[] = [
  slip(
    "shares-changed-over",
    ({ inputs, settings: beta }) => beta !== 0.5 && aside(fade, inputs, 1 - beta),
  ),
  slip(
    "share-left-out",
    ({ inputs: [m, g], settings: beta }) => aside(gather, [m!, g!], beta),
    ({ inputs: [, g] }, write) => `added all of ${write.inline(g!)}, without $1 - \\beta$`,
  ),
  slip(
    "one-minus-left-out",
    ({ inputs: [m, g], settings: beta }) => beta !== 0.5 && shares(beta, m!, beta, g!),
    ({ inputs: [, g] }, write) => `took $\\beta$ of ${write.inline(g!)} instead of $1 - \\beta$`,
  ),
  slip(
    "decay-left-out",
    ({ inputs: [m, g], settings: beta }) => shares(1, m!, 1 - beta, g!),
    () => "kept all of the old mean, without $\\beta$",
  ),
  slip(
    "velocity-forgotten",
    ({ inputs: [, g], settings: beta }) => times(g!, 1 - beta),
    () => "forgot the running mean from the step before",
  ),
];

type Unbias = Parameters<typeof unbias.value>[2];

/** What goes wrong in m / (1 − βᵗ). In the first step, what is got wrong of t makes no difference. */
export const unbiasSlips: readonly Slip<Unbias>[] = [
  slip("bias-correction-left-out", ({ inputs: [m] }) => m),
  slip(
    "product-for-quotient",
    ({ inputs: [m], settings: { beta, t } }) => times(m!, 1 - beta ** t),
    () => "multiplied by $1 - \\beta^t$ instead of dividing by it",
  ),
  slip(
    "exponent-left-out",
    ({ inputs: [m], settings: { beta, t } }) => t > 1 && over(m!, 1 - beta),
    ({ settings: { t } }) => `divided by $1 - \\beta$ instead of by $1 - \\beta^{${t}}$`,
  ),
  {
    rule: rules["exponent-one-off"],
    made: ({ op, inputs, settings: { beta, t } }) =>
      (t > 2 ? [t - 1, t + 1] : [t + 1]).map((of) => ({
        by: aside(op, inputs, { beta, t: of }),
        says: () => `used $t = ${of}$ instead of $t = ${t}$`,
      })),
  },
  slip(
    "times-for-power",
    ({ inputs: [m], settings: { beta, t } }) => t > 1 && beta * t !== 1 && over(m!, 1 - beta * t),
  ),
  slip(
    "one-minus-left-out",
    ({ inputs: [m], settings: { beta, t } }) => over(m!, beta ** t),
    () => "divided by $\\beta^t$ instead of by $1 - \\beta^t$",
  ),
];

const over = (m: Node, v: number): Node => aside(divide, [m, number(v)]);
