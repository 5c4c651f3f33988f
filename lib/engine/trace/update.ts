import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { sgd } from "../optimisers";
import type { Tensor } from "../tensor";
import { type Step, symbol } from "./step";
import type { Writer } from "./writer";

/** One step of gradient descent, W and b of every layer. */
export function updateSteps(net: Network, pass: Backprop, alpha: number, write: Writer): Step[] {
  const stepped = sgd(net, pass, { alpha }).net;
  const step = (letter: "W" | "b", l: number, gradient: Tensor): Step => {
    const value = stepped[letter][l]!;
    const name = symbol(letter, l, pass);
    const change = `${write.operand(alpha)} \\cdot ${write.operand(gradient)}`;
    return {
      phase: "update",
      layer: l,
      rule: "descent",
      symbols: `${name} \\leftarrow ${name} - \\alpha \\, ${symbol(`d${letter}`, l, pass)}`,
      numbers: `${write.tensor(net[letter][l]!)} - ${change} = ${write.tensor(value)}`,
      value,
    };
  };
  const layers = net.sizes.map((_, l) => l).slice(1);
  return layers.flatMap((l) => [step("W", l, pass.dW[l]!), step("b", l, pass.db[l]!)]);
}
