import type { Backprop } from "../backprop";
import { cancels, type Loss } from "../losses";
import type { Network } from "../network";
import { map, type Tensor } from "../tensor";
import { slopeStep } from "./slope";
import { type Step, symbol } from "./step";
import type { Writer } from "./writer";

/** dz of the output: p − y where that is all there is to it, else dp and then its way back through the activation. */
export function outputSteps(net: Network, pass: Backprop, write: Writer): Step[] {
  const { p, y, dz } = pass;
  const l = net.sizes.length - 1;
  const step = { phase: "backward", layer: l } as const;
  if (!cancels(net.loss, net.activations[l]!)) {
    return [lossDerivativeStep(net, pass, write), slopeStep(net, pass, l, write)];
  }
  const share = p.cols > 1 ? `\\frac{1}{${p.cols}} ` : "";
  const difference = `${write.tensor(p)} - ${write.operand(y)}`;
  const worked = share ? `${share}\\left(${difference}\\right)` : difference;
  return [
    {
      ...step,
      rule: "output-gradient",
      symbols: `${symbol("dz", l)} = ${share ? `${share}(p - y)` : "p - y"}`,
      numbers: `${worked} = ${write.tensor(dz[l]!)}`,
      value: dz[l]!,
    },
  ];
}

/** dp = ∂L/∂p. */
export function lossDerivativeStep(net: Network, pass: Backprop, write: Writer): Step {
  const { symbols, numbers } = lossSlope[net.loss](pass, write);
  return {
    phase: "backward",
    layer: net.sizes.length - 1,
    rule: "loss-derivative",
    symbols,
    numbers: `${numbers} = ${write.tensor(pass.dp)}`,
    value: pass.dp,
  };
}

type LossSlope = (pass: Backprop, write: Writer) => { symbols: string; numbers: string };

/** ∂L/∂p of each loss, entry by entry; ⊘ divides entry by entry. */
const lossSlope: Readonly<Record<Loss, LossSlope>> = {
  "mean-squared-error": ({ p, y }, { tensor, operand }) => {
    const share = p.cols > 1 ? `\\frac{2}{${p.cols}}` : "2";
    return {
      symbols: `dp = ${share} (p - y)`,
      numbers: `${share} \\left(${tensor(p)} - ${operand(y)}\\right)`,
    };
  },
  "cross-entropy": ({ p, y }, { tensor }) => ({
    symbols: `dp = -${shareOf(p)} y \\oslash p`,
    numbers: `-${shareOf(p)} \\left(${tensor(y)} \\oslash ${tensor(p)}\\right)`,
  }),
  "binary-cross-entropy": ({ p, y }, { tensor, operand }) => {
    if (p.data.length === 1) {
      return {
        symbols: "dp = \\frac{p - y}{p (1 - p)}",
        numbers: `\\frac{${tensor(p)} - ${operand(y)}}{${tensor(p)} (1 - ${operand(p)})}`,
      };
    }
    const [no, q] = [y, p].map((a) => map(a, (v) => 1 - v));
    return {
      symbols: `dp = ${shareOf(p)} \\left((1 - y) \\oslash (1 - p) - y \\oslash p\\right)`,
      numbers: `${shareOf(p)} \\left(${tensor(no!)} \\oslash ${tensor(q!)} - ${tensor(y)} \\oslash ${tensor(p)}\\right)`,
    };
  },
};

function shareOf({ cols }: Tensor): string {
  return cols > 1 ? `\\frac{1}{${cols}}` : "";
}
