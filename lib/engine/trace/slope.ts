import { type Activation, activationPairs } from "../activations";
import type { Backprop } from "../backprop";
import type { Network } from "../network";
import { rowSums } from "../product";
import { map, multiply, transpose, zeros } from "../tensor";
import { functionSymbols, letter, type Step, symbol } from "./step";
import type { Writer } from "./writer";

/** dz of layer l from its dh, through the activation. */
export function slopeStep(net: Network, pass: Backprop, l: number, write: Writer): Step {
  const [z, h, dh, dz] = [pass.z[l]!, pass.h[l]!, pass.dh[l]!, pass.dz[l]!];
  const activation = net.activations[l]!;
  const before = l === net.sizes.length - 1 ? letter("dp", pass) : symbol("dh", l, pass);
  const name = symbol("h", l, pass);
  const step = { phase: "backward", layer: l, rule: "activation-derivative", value: dz } as const;
  const come = `= ${write.tensor(dz)}`;
  if (activation === "softmax") {
    const sums =
      z.cols > 1
        ? `\\mathbf{1} \\mathbf{1}^{\\top} (${name} \\odot ${before})`
        : `{${name}}^{\\top} ${before}`;
    const inner = transpose(rowSums(transpose(multiply(h, dh))));
    return {
      ...step,
      symbols: `${symbol("dz", l, pass)} = ${name} \\odot \\left(${before} - ${sums}\\right)`,
      numbers: `${write.tensor(h)} \\odot \\left(${write.tensor(dh)} - ${write.operand(inner)}\\right) ${come}`,
    };
  }
  const ones = map(zeros(z.rows, z.cols), () => 1);
  const slope = activationPairs[activation].backward(ones, z, h);
  return {
    ...step,
    symbols: `${symbol("dz", l, pass)} = ${before} \\odot ${slopeSymbols(activation, l, pass)}`,
    numbers: `${write.tensor(dh)} \\odot ${write.operand(slope)} ${come}`,
  };
}

function slopeSymbols(activation: Activation, l: number, pass: Backprop): string {
  const h = symbol("h", l, pass);
  if (activation === "sigmoid") return `${h} \\odot (1 - ${h})`;
  if (activation === "tanh") return `(1 - ${h} \\odot ${h})`;
  return `${functionSymbols[activation]}'(${symbol("z", l, pass)})`;
}
