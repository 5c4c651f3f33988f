import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { multiply } from "../ops/multiply";
import { fade, gather, unbias } from "../ops/optimiser";
import { power } from "../ops/power";
import { subtract } from "../ops/subtract";
import { oneMinus } from "./laid";
import { rules } from "./rules";
import { number, slip } from "./stand-ins";
import type { Slip } from "./told";

const share = (of: Node, a: Node): Node => aside(multiply, [of, a]);
const total = (a: Node, b: Node): Node => aside(add, [a, b]);
const isHalf = ({ data }: Node) => data[0] === 0.5;

/** What goes wrong in momentum's β v + g. */
export const gatherSlips: readonly Slip[] = [
  slip(
    "velocity-forgotten",
    ({ inputs: [, g] }) => g,
    ({ inputs: [v] }, write) => `forgot the velocity from the step before, ${write.inline(v!)}`,
  ),
  slip("share-put-in", ({ inputs }) => aside(fade, inputs)),
  slip(
    "decay-left-out",
    ({ inputs: [v, g] }) => total(v!, g!),
    ({ inputs: [, , beta] }, write) =>
      `added the whole velocity from the step before, without ${write.inline(beta!)}`,
  ),
  slip(
    "one-minus-put-in",
    ({ inputs: [v, g, beta] }) => !isHalf(beta!) && aside(gather, [v!, g!, oneMinus(beta!)]),
    ({ inputs: [, , beta] }, write) =>
      `kept 1 minus ${write.inline(beta!)} of the velocity instead of ${write.inline(beta!)}`,
  ),
  slip(
    "minus-for-plus",
    ({ inputs: [v, g, beta] }) => aside(subtract, [share(beta!, v!), g!]),
    ({ inputs: [, g] }, write) => `subtracted ${write.inline(g!)} instead of adding it`,
  ),
  slip("decay-on-gradient", ({ inputs: [v, g, beta] }) => total(v!, share(beta!, g!))),
];

/** What goes wrong in a running mean, β m + (1 − β) g. */
export const fadeSlips: readonly Slip[] = [
  slip(
    "shares-changed-over",
    ({ inputs: [m, g, beta] }) => !isHalf(beta!) && aside(fade, [m!, g!, oneMinus(beta!)]),
  ),
  slip(
    "share-left-out",
    ({ inputs }) => aside(gather, inputs),
    ({ inputs: [, g] }, write) => `added all of ${write.inline(g!)}, without $1 - \\beta$`,
  ),
  slip(
    "one-minus-left-out",
    ({ inputs: [m, g, beta] }) => !isHalf(beta!) && total(share(beta!, m!), share(beta!, g!)),
    ({ inputs: [, g] }, write) => `took $\\beta$ of ${write.inline(g!)} instead of $1 - \\beta$`,
  ),
  slip(
    "decay-left-out",
    ({ inputs: [m, g, beta] }) => total(m!, share(oneMinus(beta!), g!)),
    () => "kept all of the old mean, without $\\beta$",
  ),
  slip(
    "velocity-forgotten",
    ({ inputs: [, g, beta] }) => share(oneMinus(beta!), g!),
    () => "forgot the running mean from the step before",
  ),
];

/** What goes wrong in m / (1 − βᵗ). In the first step, what is got wrong of t makes no difference. */
export const unbiasSlips: readonly Slip[] = [
  slip("bias-correction-left-out", ({ inputs: [m] }) => m),
  slip(
    "product-for-quotient",
    ({ inputs: [m, beta, t] }) => share(oneMinus(aside(power, [beta!, t!])), m!),
    () => "multiplied by $1 - \\beta^t$ instead of dividing by it",
  ),
  slip(
    "exponent-left-out",
    ({ inputs: [m, beta, t] }) => stepOf(t!) > 1 && over(m!, oneMinus(beta!)),
    ({ inputs: [, , t] }) => `divided by $1 - \\beta$ instead of by $1 - \\beta^{${stepOf(t!)}}$`,
  ),
  {
    rule: rules["exponent-one-off"],
    made: ({ inputs: [m, beta, t] }) => {
      const step = stepOf(t!);
      return (step > 2 ? [step - 1, step + 1] : [step + 1]).map((of) => ({
        by: aside(unbias, [m!, beta!, number(of)]),
        says: () => `used $t = ${of}$ instead of $t = ${step}$`,
      }));
    },
  },
  slip("times-for-power", ({ inputs: [m, beta, t] }) => {
    const product = beta!.data[0]! * stepOf(t!);
    return stepOf(t!) > 1 && product !== 1 && over(m!, oneMinus(share(beta!, t!)));
  }),
  slip(
    "one-minus-left-out",
    ({ inputs: [m, beta, t] }) => over(m!, aside(power, [beta!, t!])),
    () => "divided by $\\beta^t$ instead of by $1 - \\beta^t$",
  ),
];

const stepOf = (t: Node): number => t.data[0]!;
const over = (m: Node, by: Node): Node => aside(divide, [m, by]);
