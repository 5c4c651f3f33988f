import { aside } from "../graph";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { adapt, fade, gather, unbias } from "../ops/optimiser";
import { fadeSlips, gatherSlips, unbiasSlips } from "./optimiser-slips";
import { isLone } from "./reading";
import { slip } from "./stand-ins";
import { type Formula, grouped, type Told, times, type Write, within } from "./told";

export const toldGather: Told = {
  op: gather,
  tex: ({ inputs: [v, g, beta] }, write) => ({
    tex: `${product(write, beta!, v!)} + ${within(write.of(g!), 2)}`,
    binds: 1,
  }),
  tells: () => "Keep a share of the velocity, and add the gradient.",
  slips: gatherSlips,
};

export const toldFade: Told = {
  op: fade,
  tex: ({ inputs: [m, g, beta] }, write) => {
    const rest: Formula = { tex: `1 - ${within(write.of(beta!), 2)}`, binds: 1 };
    const taken = `${within(rest, 2)} ${times(write, beta!)} ${within(write.of(g!), 3)}`;
    // Before the first value there is nothing to keep a share of.
    const isFirst = m!.op === constant && m!.names.length === 0 && m!.data.every((v) => v === 0);
    if (isFirst) return { tex: taken, binds: 2 };
    return { tex: `${product(write, beta!, m!)} + ${taken}`, binds: 1 };
  },
  tells: () => "Keep a share of the running mean, and add the rest of the new value.",
  slips: fadeSlips,
};

export const toldUnbias: Told = {
  op: unbias,
  tex: ({ inputs: [m, beta, t] }, write) => {
    const power = `${grouped(within(write.of(beta!), 4))}^{${write.of(t!).tex}}`;
    return { tex: `\\frac{${write.of(m!).tex}}{1 - ${power}}`, binds: 3 };
  },
  tells: () => "Take out the bias to 0: a running mean of few values is too small.",
  slips: unbiasSlips,
};

export const toldAdapt: Told = {
  op: adapt,
  tex: ({ inputs: [m, v, epsilon] }, write) => {
    const small = write.isWorked ? write.of(epsilon!).tex : "\\varepsilon";
    const root = `\\sqrt{${write.of(v!).tex}} + ${small}`;
    if (!write.isWorked || isLone(m!)) {
      return { tex: `\\frac{${write.of(m!).tex}}{${root}}`, binds: 3 };
    }
    return { tex: `${within(write.of(m!), 3)} \\oslash \\left(${root}\\right)`, binds: 2 };
  },
  tells: () => "Divide the mean of the gradients by the root of that of their squares.",
  slips: [
    slip(
      "root-left-out",
      ({ inputs: [m, v] }) => aside(divide, [m!, v!]),
      ({ inputs: [, v] }, write) => `left out the square root of ${write.inline(v!)}`,
    ),
  ],
};

const product = (write: Write, a: Parameters<Write["of"]>[0], b: typeof a) =>
  `${within(write.of(a), 2)} ${times(write, a, b)} ${within(write.of(b), 3)}`;
