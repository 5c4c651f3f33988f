import { type Activation, type Backprop, cancels, type Network } from "@/lib/engine";
import { at, functions, tex, texTurned } from "./step-tex";
import type { Step } from "./steps";

/** The steps back through one layer: dz, dW and db, and dh of the layer below it. */
export function backwardSteps(net: Network, pass: Backprop, l: number): Step[] {
  const { dz, dW, db, dh, h } = pass;
  const step = { phase: "backward", layer: l } as const;
  const summed = pass.p.cols > 1;
  const steps: Step[] = [
    ...dzSteps(net, pass, l),
    {
      ...step,
      quantity: "dW",
      symbols: `${at("dW", l)} = ${at("dz", l)} \\, ${at("h", l - 1)}{}^{\\top}`,
      numbers: `${at("dW", l)} = ${texTurned(dz[l], h[l - 1], "right")} = ${tex(dW[l])}`,
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
    numbers: `${at("dh", l - 1)} = ${texTurned(net.W[l], dz[l], "left")} = ${tex(dh[l - 1])}`,
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
