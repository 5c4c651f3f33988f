import type { Backprop, Loss, Network, Tensor } from "@/lib/engine";
import { texOf } from "@/lib/exercise/language";
import type { Phase } from "./frame";
import type { Quantity } from "./quantity";
import { at, functions, tex, texProduct } from "./step-tex";
import { backwardSteps } from "./steps-back";

/** A step of one iteration: what it works out, its rule as TeX, and the same with the numbers in it. */
export interface Step {
  readonly phase: Phase;
  readonly layer: number;
  readonly quantity: Quantity;
  readonly symbols: string;
  readonly numbers: string;
}

const losses: Readonly<Record<Loss, string>> = {
  "binary-cross-entropy": "-\\bigl(y \\ln p + (1-y) \\ln(1-p)\\bigr)",
  "cross-entropy": "-\\sum_j y_j \\ln p_j",
  "mean-squared-error": "\\sum_j (p_j - y_j)^2",
};

/** Every step of an iteration in order: layer by layer forward, the loss, layer by layer back, then the update.
 *  `stepped` is the network after it; without it there is no update. */
export function stepsOf(
  net: Network,
  pass: Backprop,
  update?: { readonly stepped: Network; readonly alpha: number },
): Step[] {
  const layers = net.sizes.map((_, l) => l).slice(1);
  return [
    ...layers.flatMap((l) => forwardSteps(net, pass, l)),
    lossStep(net, pass),
    ...layers.reverse().flatMap((l) => backwardSteps(net, pass, l)),
    ...(update ? layers.reverse().flatMap((l) => updateSteps(net, pass, update, l)) : []),
  ];
}

function forwardSteps(net: Network, { z, h }: Backprop, l: number): Step[] {
  const f = functions[net.activations[l]!];
  const output = l === net.sizes.length - 1 ? "p = " : "";
  const step = { phase: "forward", layer: l } as const;
  return [
    {
      ...step,
      quantity: "z",
      symbols: `${at("z", l)} = ${at("W", l)} ${at("h", l - 1)} + ${at("b", l)}`,
      numbers: `${at("z", l)} = ${texProduct(net.W[l], h[l - 1])} + ${tex(net.b[l], true)} = ${tex(z[l])}`,
    },
    {
      ...step,
      quantity: "h",
      symbols: `${output}${at("h", l)} = ${f}(${at("z", l)})`,
      numbers: `${output}${at("h", l)} = ${f}\\!\\left(${tex(z[l])}\\right) = ${tex(h[l])}`,
    },
  ];
}

function lossStep(net: Network, { p, y, loss }: Backprop): Step {
  const layer = net.sizes.length - 1;
  const mean = p.cols > 1 ? `\\frac{1}{${p.cols}} \\sum_{i=1}^{${p.cols}} ` : "";
  const ofExample = p.cols > 1 ? `\\Bigl[${losses[net.loss]}\\Bigr]` : losses[net.loss];
  return {
    phase: "loss",
    layer,
    quantity: "loss",
    symbols: `L = ${mean}${ofExample}`,
    numbers: `y = ${tex(y)}, \\quad p = ${tex(p)}, \\quad L = ${texOf(loss)}`,
  };
}

function updateSteps(
  net: Network,
  pass: Backprop,
  { stepped, alpha }: { readonly stepped: Network; readonly alpha: number },
  l: number,
): Step[] {
  const one = (letter: "W" | "b", from: Tensor, gradient: Tensor, to: Tensor): Step => ({
    phase: "update",
    layer: l,
    quantity: letter,
    symbols: `${at(letter, l)} \\leftarrow ${at(letter, l)} - \\alpha \\, ${at(`d${letter}`, l)}`,
    numbers: `${at(letter, l)} \\leftarrow ${tex(from)} - ${texOf(alpha)} \\cdot ${tex(gradient, true)} = ${tex(to)}`,
  });
  return [
    one("W", net.W[l]!, pass.dW[l]!, stepped.W[l]!),
    one("b", net.b[l]!, pass.db[l]!, stepped.b[l]!),
  ];
}
