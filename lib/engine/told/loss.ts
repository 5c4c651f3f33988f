import type { Node } from "../graph";
import type { Loss } from "../losses";
import { lossBack, losses, outputGradient } from "../ops/loss";
import { lossBackSlips } from "./loss-back-slips";
import { lossSlips } from "./loss-slips";
import { outputGradientSlips } from "./output-gradient-slips";
import type { Formula, Told, Write } from "./told";
import { within } from "./told";

export const toldLosses: Told<Loss> = {
  op: losses,
  tex: ({ inputs: [y, p], settings, cols }, write) => {
    const [k, example] = [p!.rows > 1 ? "_k" : "", cols > 1 ? "^{(i)}" : ""];
    const ofOne = (node: Node) => {
      const tex = within(write.of(node), 4);
      return k || example ? `{${tex}}${k}${example}` : tex;
    };
    const sum = k && "\\sum_k ";
    return lossForms[settings](ofOne(y!), ofOne(p!), sum);
  },
  tells: () => "Put the prediction and the label into the loss.",
  slips: lossSlips,
};

type LossForm = (y: string, p: string, sum: string) => Formula;

const lossForms: Readonly<Record<Loss, LossForm>> = {
  "binary-cross-entropy": (y, p, sum) => ({
    tex: `-${sum}\\left(${y} \\ln ${p} + (1 - ${y}) \\ln(1 - ${p})\\right)`,
    binds: 1,
  }),
  "cross-entropy": (y, p, sum) => ({ tex: `-${sum}${y} \\ln ${p}`, binds: 1 }),
  "mean-squared-error": (y, p, sum) => ({ tex: `${sum}(${p} - ${y})^2`, binds: sum ? 2 : 3 }),
};

export const toldLossBack: Told<Loss> = {
  op: lossBack,
  tex: ({ inputs: [share, y, p], settings }, write) => {
    const [of, a, b] = [shareOf(share!, write), write.of(y!), write.of(p!)];
    return slopeForms[settings](of, a, b, p!.data.length === 1);
  },
  tells: () => "Differentiate the loss with respect to the prediction.",
  slips: lossBackSlips,
};

type SlopeForm = (share: string, y: Formula, p: Formula, isLone: boolean) => Formula;

/** ∂L/∂p of each loss, entry by entry; ⊘ divides entry by entry. */
const slopeForms: Readonly<Record<Loss, SlopeForm>> = {
  "binary-cross-entropy": (share, y, p, isLone) => {
    const [a, b] = [within(y, 2), within(p, 2)];
    if (isLone) return { tex: `${share}\\frac{${p.tex} - ${a}}{${b} (1 - ${b})}`, binds: 2 };
    const terms = `(1 - ${a}) \\oslash (1 - ${b}) - ${a} \\oslash ${b}`;
    return share ? { tex: `${share}\\left(${terms}\\right)`, binds: 2 } : { tex: terms, binds: 1 };
  },
  "cross-entropy": (share, y, p, isLone) => ({
    tex: isLone
      ? `-${share}\\frac{${y.tex}}{${p.tex}}`
      : `-${share}${within(y, 3)} \\oslash ${within(p, 3)}`,
    binds: 1,
  }),
  "mean-squared-error": (share, y, p) => {
    const twice = share === "" ? "2 " : share.replace(/^\\frac\{1\}/, "\\frac{2}");
    const front = share === "" || twice !== share ? twice : `2 \\, ${share}`;
    return { tex: `${front}(${p.tex} - ${within(y, 2)})`, binds: 2 };
  },
};

export const toldOutputGradient: Told = {
  op: outputGradient,
  tex: ({ inputs: [share, p, y] }, write) => {
    const of = shareOf(share!, write);
    const difference = `${write.of(p!).tex} - ${within(write.of(y!), 2)}`;
    return of ? { tex: `${of}(${difference})`, binds: 2 } : { tex: difference, binds: 1 };
  },
  tells: () => "At the output, what is left of the derivatives is prediction minus label.",
  slips: outputGradientSlips,
};

/** What each example's loss counts in the one that is differentiated: nothing of one example, 1/m of m. */
function shareOf(share: Node, write: Write): string {
  const m = share.cols;
  if (share.data.every((v) => v === 1)) return "";
  if (share.data.every((v) => v === 1 / m)) return `\\frac{1}{${m}} `;
  return `${within(write.of(share), 2)} ${share.data.length === 1 ? "\\," : "\\odot"} `;
}
