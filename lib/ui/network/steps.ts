import {
  type Activation,
  type Backprop,
  cancels,
  type Loss,
  type Network,
  type Tensor,
} from "@/lib/engine";
import { texOf } from "@/lib/exercise/language";
import type { Phase } from "./frame";
import type { Quantity } from "./quantity";

/** A step of one iteration: what it works out, its rule as TeX, and the same with the numbers in it. */
export interface Step {
  readonly phase: Phase;
  readonly layer: number;
  readonly quantity: Quantity;
  readonly symbols: string;
  readonly numbers: string;
}

const mostPrinted = 6;

const functions: Readonly<Record<Activation, string>> = {
  sigmoid: "\\sigma",
  tanh: "\\tanh",
  relu: "\\operatorname{relu}",
  "leaky-relu": "\\operatorname{leaky\\ relu}",
  identity: "\\operatorname{id}",
  softmax: "\\operatorname{softmax}",
};

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
      numbers: `${at("z", l)} = ${tex(net.W[l])} ${tex(h[l - 1], true)} + ${tex(net.b[l], true)} = ${tex(z[l])}`,
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

function backwardSteps(net: Network, pass: Backprop, l: number): Step[] {
  const { dz, dW, db, dh, h } = pass;
  const step = { phase: "backward", layer: l } as const;
  const summed = pass.p.cols > 1;
  const steps: Step[] = [
    ...dzSteps(net, pass, l),
    {
      ...step,
      quantity: "dW",
      symbols: `${at("dW", l)} = ${at("dz", l)} \\, ${at("h", l - 1)}{}^{\\top}`,
      numbers: `${at("dW", l)} = ${tex(dz[l], true)} ${tex(h[l - 1])}^{\\top} = ${tex(dW[l])}`,
    },
    {
      ...step,
      quantity: "db",
      symbols: `${at("db", l)} = ${summed ? `\\textstyle\\sum_i ${at("dz", l)}_i` : at("dz", l)}`,
      numbers: `${at("db", l)} = ${tex(db[l])}`,
    },
  ];
  if (l === 1) return steps;
  const back: Step = {
    phase: "backward",
    layer: l - 1,
    quantity: "dh",
    symbols: `${at("dh", l - 1)} = ${at("W", l)}{}^{\\top} ${at("dz", l)}`,
    numbers: `${at("dh", l - 1)} = ${tex(net.W[l])}^{\\top} ${tex(dz[l], true)} = ${tex(dh[l - 1])}`,
  };
  return [...steps, back];
}

/** dz of the output: p − y where loss and activation cancel; elsewhere dh by the slope of the activation. */
function dzSteps(net: Network, { p, y, dp, dz, dh, z }: Backprop, l: number): Step[] {
  const activation = net.activations[l]!;
  const step = { phase: "backward", layer: l } as const;
  const output = l === net.sizes.length - 1;
  if (output && cancels(net.loss, activation)) {
    const mean = p.cols > 1 ? `\\tfrac{1}{${p.cols}} ` : "";
    const symbols = `${at("dz", l)} = ${p.cols > 1 ? `${mean}(p - y)` : "p - y"}`;
    const difference = `${tex(p)} - ${tex(y, true)}`;
    const worked = p.cols > 1 ? `${mean}\\left(${difference}\\right)` : difference;
    return [
      { ...step, quantity: "dz", symbols, numbers: `${at("dz", l)} = ${worked} = ${tex(dz[l])}` },
    ];
  }
  const slope = slopeOf(activation, l);
  const upper = output ? "dp" : at("dh", l);
  const product = activation === "softmax" ? "\\;" : "\\odot";
  const through: Step = {
    ...step,
    quantity: "dz",
    symbols: `${at("dz", l)} = ${upper} ${product} ${slope}`,
    numbers: `${upper} = ${tex(dh[l])}, \\quad ${at("z", l)} = ${tex(z[l])}, \\quad ${at("dz", l)} = ${tex(dz[l])}`,
  };
  if (!output) return [through];
  const first: Step = {
    ...step,
    quantity: "dp",
    symbols: "dp = \\frac{\\partial L}{\\partial p}",
    numbers: `dp = ${tex(dp)}`,
  };
  return [first, through];
}

function slopeOf(activation: Activation, l: number): string {
  const h = at("h", l);
  if (activation === "sigmoid") return `${h} \\odot (1 - ${h})`;
  if (activation === "tanh") return `\\bigl(1 - ${h} \\odot ${h}\\bigr)`;
  return `${functions[activation]}'(${at("z", l)})`;
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

function at(letter: string, l: number): string {
  return l === 0 ? "x" : `${letter}^{[${l}]}`;
}

/** A tensor's numbers, or its shape where they are too many to be read; a single negative one stands in
 *  parentheses where something goes before it. */
function tex(values: Tensor | undefined, after = false): string {
  if (!values) return "";
  const { rows, cols, data } = values;
  if (rows > mostPrinted || cols > mostPrinted) {
    return `\\underset{${rows} \\times ${cols}}{\\begin{bmatrix} \\cdots \\end{bmatrix}}`;
  }
  const text = texOf(values);
  return after && data.length === 1 && (data[0] ?? 0) < 0 ? `(${text})` : text;
}
