import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { column, type Tensor, transpose } from "../tensor";
import { outputSteps } from "./output";
import { slopeStep } from "./slope";
import { type Step, symbol } from "./step";
import type { Writer } from "./writer";

/** dz, dW, db of layer l, and dh of the layer below. Where loss and activation cancel, dp has no step of its own. */
export function backwardSteps(net: Network, pass: Backprop, l: number, write: Writer): Step[] {
  const { p, h, dz, dh, dW, db } = pass;
  const [d, above] = [dz[l]!, dh[l - 1]!];
  const step = { phase: "backward", layer: l } as const;
  const names = { dz: symbol("dz", l, pass), h: symbol("h", l - 1, pass) };
  return [
    ...(l === net.sizes.length - 1
      ? outputSteps(net, pass, write)
      : [slopeStep(net, pass, l, write)]),
    {
      ...step,
      rule: "weight-gradient",
      symbols: `${symbol("dW", l, pass)} = ${names.dz} {${names.h}}^{\\top}`,
      numbers: `${write.product(d, transpose(h[l - 1]!))} = ${write.tensor(dW[l]!)}`,
      value: dW[l]!,
    },
    {
      ...step,
      rule: "bias-gradient",
      symbols: `${symbol("db", l, pass)} = ${p.cols > 1 ? `\\sum_i dz^{[${l}](i)}` : names.dz}`,
      numbers: `${columnsOf(d).map(write.operand).join(" + ")} = ${write.tensor(db[l]!)}`,
      value: db[l]!,
    },
    {
      ...step,
      rule: "back-through-weights",
      symbols: `${symbol("dh", l - 1, pass)} = {${symbol("W", l, pass)}}^{\\top} ${names.dz}`,
      numbers: `${write.product(transpose(net.W[l]!), d)} = ${write.tensor(above)}`,
      value: above,
    },
  ];
}

function columnsOf({ rows, cols, data }: Tensor): Tensor[] {
  return Array.from({ length: cols }, (_, i) =>
    column(Array.from({ length: rows }, (_, k) => data[k * cols + i]!)),
  );
}
