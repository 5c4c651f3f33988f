import type { Node } from "../graph";
import type { Loss } from "../network";
import { lossBack, losses, outputGradient } from "../ops/loss";
import { lossBackSlips } from "./loss-back-slips";
import { lossTex, lossWorked } from "./loss-forms";
import { lossSlips } from "./loss-slips";
import type { NumberWriter } from "./number-writer";
import { outputGradientSlips } from "./output-gradient-slips";
import type { Formula, Told, Write } from "./told";
import { within } from "./told";

export const toldLosses: Told<Loss> = {
  op: losses,
  tex: lossTex,
  worked: lossWorked,
  tells: () => "Put the prediction and the label into the loss.",
  slips: lossSlips,
};

export const toldLossBack: Told<Loss> = {
  op: lossBack,
  tex: ({ inputs: [share, y, p], settings }, write) => {
    const [of, a, b] = [shareOf(share!, write), write.of(y!), write.of(p!)];
    return slopeForms[settings](of, a, b, p!.data.length === 1);
  },
  worked: (node, write, numbers) =>
    isReadable(node, numbers) ? toldLossBack.tex(node, write) : undefined,
  tells: () => "Differentiate the loss with respect to the prediction.",
  slips: lossBackSlips,
};

/** Whether the figures that the page has of p come to the slope. */
function isReadable(
  { op, inputs: [share, y, p], settings, data }: Node<Loss>,
  { rounded }: NumberWriter,
): boolean {
  const shown = { ...p!, data: p!.data.map(rounded) };
  const again = { ...p!, data: new Float64Array(data.length) };
  op.value(again, [share!, y!, shown], settings);
  return again.data.every((v, i) => Math.abs(v - data[i]!) <= 0.01 * Math.abs(data[i]!));
}

type SlopeForm = (share: string, y: Formula, p: Formula, isLone: boolean) => Formula;

/** ∂L/∂p of each loss, entry by entry; ⊘ divides entry by entry. */
const slopeForms: Readonly<Record<Loss, SlopeForm>> = {
  "binary-cross-entropy": (share, y, p, isLone) => {
    const [a, b] = [within(y, 2), within(p, 2)];
    if (isLone) return { tex: `${share}\\frac{${p.tex} - ${a}}{${b} (1 - ${b})}`, binds: 2 };
    const rest = (tex: string) => within({ tex: `1 - ${tex}`, binds: 1 }, 2);
    const terms = `${rest(a)} \\oslash ${rest(b)} - ${a} \\oslash ${b}`;
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
    const difference = within({ tex: `${p.tex} - ${within(y, 2)}`, binds: 1 }, 2);
    return { tex: `${front}${difference}`, binds: 2 };
  },
};

export const toldOutputGradient: Told = {
  op: outputGradient,
  tex: ({ inputs: [share, p, y] }, write) => {
    const of = shareOf(share!, write);
    const difference = `${write.of(p!).tex} - ${within(write.of(y!), 2)}`;
    if (!of) return { tex: difference, binds: 1 };
    return { tex: `${of}${within({ tex: difference, binds: 1 }, 2)}`, binds: 2 };
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
