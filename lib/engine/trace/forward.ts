import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { functionSymbols, letter, type Step, symbol } from "./step";
import type { Writer } from "./writer";

/** z and h of layer l. */
export function forwardSteps(net: Network, pass: Backprop, l: number, write: Writer): Step[] {
  const [z, h] = [pass.z[l]!, pass.h[l]!];
  const product = write.product(net.W[l]!, pass.h[l - 1]!);
  const g = functionSymbols[net.activations[l]!];
  const output = l === net.sizes.length - 1 ? `${letter("p", pass)} = ` : "";
  return [
    {
      phase: "forward",
      layer: l,
      rule: "weighted-sum",
      symbols: `${symbol("z", l, pass)} = ${symbol("W", l, pass)} ${symbol("h", l - 1, pass)} + ${symbol("b", l, pass)}`,
      numbers: `${product} + ${write.operand(net.b[l]!)} = ${write.tensor(z)}`,
      value: z,
    },
    {
      phase: "forward",
      layer: l,
      rule: "activation",
      symbols: `${output}${symbol("h", l, pass)} = ${g}\\left(${symbol("z", l, pass)}\\right)`,
      numbers: `${g}\\left(${write.tensor(z)}\\right) = ${write.tensor(h)}`,
      value: h,
    },
  ];
}
