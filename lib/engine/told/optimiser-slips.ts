import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { multiply } from "../ops/multiply";
import { fade, gather, unbias } from "../ops/optimiser";
import { subtract } from "../ops/subtract";
import { lone, oneMinus } from "./laid";
import { rules } from "./rules";
import { slip } from "./stand-ins";
import type { Slip } from "./told";

const product = (a: Node, b: Node): Node => aside(multiply, [a, b]);
const sum = (a: Node, b: Node): Node => aside(add, [a, b]);
const worth = ({ data }: Node): number => data[0]!;

/** What goes wrong in momentum's β v + g. */
export const gatherSlips: readonly Slip[] = [
  slip(
    "velocity-forgotten",
    ({ inputs: [g] }) => g,
    ({ inputs: [, , v] }, write) => `forgot the velocity from the step before, ${write.inline(v!)}`,
  ),
  slip("share-put-in", ({ inputs }) => aside(fade, inputs)),
  slip(
    "decay-left-out",
    ({ inputs: [g, , v] }) => sum(v!, g!),
    ({ inputs: [, beta] }, write) =>
      `added the whole velocity from the step before, without ${write.inline(beta!)}`,
  ),
  slip(
    "one-minus-put-in",
    ({ inputs: [g, beta, v] }) => worth(beta!) !== 0.5 && aside(gather, [g!, oneMinus(beta!), v!]),
    ({ inputs: [, beta] }, write) =>
      `kept 1 minus ${write.inline(beta!)} of the velocity instead of ${write.inline(beta!)} itself`,
  ),
  slip(
    "minus-for-plus",
    ({ inputs: [g, beta, v] }) => aside(subtract, [product(beta!, v!), g!]),
    ({ inputs: [g] }, write) => `subtracted ${write.inline(g!)} instead of adding it`,
  ),
  slip("decay-on-gradient", ({ inputs: [g, beta, v] }) => sum(v!, product(beta!, g!))),
];

/** What goes wrong in a running mean, β m + (1 − β) g; in its first, (1 − β) g, there is no mean yet. */
export const fadeSlips: readonly Slip[] = [
  slip("shares-changed-over", ({ inputs: [g, beta, m] }) => {
    if (worth(beta!) === 0.5) return undefined;
    return m ? aside(fade, [g!, oneMinus(beta!), m]) : product(beta!, g!);
  }),
  slip(
    "share-left-out",
    ({ inputs: [g, beta, m] }) => (m ? aside(gather, [g!, beta!, m]) : g),
    ({ inputs: [g, beta] }, write) =>
      `added all of ${write.inline(g!)}, without 1 minus ${write.inline(beta!)}`,
  ),
  slip(
    "one-minus-left-out",
    ({ inputs: [g, beta, m] }) =>
      m && worth(beta!) !== 0.5 && sum(product(beta!, m), product(beta!, g!)),
    ({ inputs: [g, beta] }, write) =>
      `took ${write.inline(beta!)} of ${write.inline(g!)} instead of 1 minus ${write.inline(beta!)}`,
  ),
  slip(
    "decay-left-out",
    ({ inputs: [g, beta, m] }) => m && sum(m, product(oneMinus(beta!), g!)),
    ({ inputs: [, beta] }, write) => `kept all of the old mean, without ${write.inline(beta!)}`,
  ),
  slip(
    "velocity-forgotten",
    ({ inputs: [g, beta, m] }) => m && product(oneMinus(beta!), g!),
    () => "forgot the running mean from the step before",
  ),
];

/** What goes wrong in m / (1 − βᵗ). In the first step, what is got wrong of t makes no difference. */
export const unbiasSlips: readonly Slip[] = [
  slip(
    "bias-correction-left-out",
    ({ inputs: [m] }) => m,
    ({ inputs: [m] }, write) => `used ${write.inline(m!)} without correcting its bias to 0`,
  ),
  slip(
    "product-for-quotient",
    ({ inputs: [m, beta, t] }) => product(lone(1 - worth(beta!) ** worth(t!)), m!),
    ({ inputs: [, beta, t] }, write) =>
      `multiplied by ${divisor(write.of(beta!).tex, write.of(t!).tex)} instead of dividing by it`,
  ),
  slip(
    "exponent-left-out",
    ({ inputs: [m, beta, t] }) => worth(t!) > 1 && over(m!, 1 - worth(beta!)),
    ({ inputs: [, beta, t] }, write) =>
      `divided by $1 - ${write.of(beta!).tex}$ instead of by ${divisor(write.of(beta!).tex, write.of(t!).tex)}`,
  ),
  {
    rule: rules["exponent-one-off"],
    made: ({ inputs: [m, beta, t] }) => {
      const now = worth(t!);
      return (now > 2 ? [now - 1, now + 1] : [now + 1]).map((other) => ({
        by: aside(unbias, [m!, beta!, lone(other)]),
        says: () => `used $t = ${other}$ instead of $t = ${now}$`,
      }));
    },
  },
  slip("times-for-power", ({ inputs: [m, beta, t] }) => {
    const share = worth(beta!) * worth(t!);
    return worth(t!) > 1 && share !== 1 && over(m!, 1 - share);
  }),
  slip(
    "one-minus-left-out",
    ({ inputs: [m, beta, t] }) => over(m!, worth(beta!) ** worth(t!)),
    ({ inputs: [, beta, t] }, write) =>
      `divided by $${write.of(beta!).tex}^{${write.of(t!).tex}}$ instead of by ${divisor(write.of(beta!).tex, write.of(t!).tex)}`,
  ),
];

const divisor = (beta: string, t: string) => `$1 - ${beta}^{${t}}$`;

const over = (m: Node, by: number): Node => aside(divide, [m, lone(by)]);
