import type { Backprop } from "../backprop";
import { cancels, type Loss } from "../losses";
import type { Network } from "../network";
import { map, type Tensor } from "../tensor";
import { slopeStep } from "./slope";
import { letter, type Step, symbol } from "./step";
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
      symbols: `${symbol("dz", l, pass)} = ${share ? `${share}(P - Y)` : "p - y"}`,
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
  "mean-squared-error": (pass, { tensor, operand }) => {
    const { dp, p, y } = lettersOf(pass);
    const share = pass.p.cols > 1 ? `\\frac{2}{${pass.p.cols}}` : "2";
    return {
      symbols: `${dp} = ${share} (${p} - ${y})`,
      numbers: `${share} \\left(${tensor(pass.p)} - ${operand(pass.y)}\\right)`,
    };
  },
  "cross-entropy": (pass, { tensor }) => {
    const { dp, p, y } = lettersOf(pass);
    const share = shareOf(pass.p);
    return {
      symbols: `${dp} = -${share} ${y} \\oslash ${p}`,
      numbers: `-${share} \\left(${tensor(pass.y)} \\oslash ${tensor(pass.p)}\\right)`,
    };
  },
  "binary-cross-entropy": (pass, { tensor, operand }) => {
    const { dp, p, y } = lettersOf(pass);
    if (pass.p.data.length === 1) {
      return {
        symbols: "dp = \\frac{p - y}{p (1 - p)}",
        numbers: `\\frac{${tensor(pass.p)} - ${operand(pass.y)}}{${tensor(pass.p)} (1 - ${operand(pass.p)})}`,
      };
    }
    const [no, q] = [pass.y, pass.p].map((a) => map(a, (v) => 1 - v));
    const share = shareOf(pass.p);
    return {
      symbols: `${dp} = ${share} \\left((1 - ${y}) \\oslash (1 - ${p}) - ${y} \\oslash ${p}\\right)`,
      numbers: `${share} \\left(${tensor(no!)} \\oslash ${tensor(q!)} - ${tensor(pass.y)} \\oslash ${tensor(pass.p)}\\right)`,
    };
  },
};

function lettersOf(pass: Backprop) {
  return { dp: letter("dp", pass), p: letter("p", pass), y: letter("y", pass) };
}

function shareOf({ cols }: Tensor): string {
  return cols > 1 ? `\\frac{1}{${cols}}` : "";
}
