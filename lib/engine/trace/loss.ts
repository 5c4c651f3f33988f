import { logSumExp } from "../activations";
import type { Backprop } from "../backprop";
import { binaryCrossEntropy, cancels, crossEntropy, type Loss, meanSquaredError } from "../losses";
import type { Network } from "../network";
import { column, type Tensor } from "../tensor";
import type { Step } from "./step";
import type { Writer } from "./writer";

/** What one output adds to the loss, as TeX; the sign stands before the sum. */
interface Form {
  readonly sign: "-" | "";
  /** In symbols, `k` what tells the output and the example: "_k^{(1)}". */
  symbols(k: string): string;
  /** With numbers: `v` is p, or the logit z; `s` is ln Σ e^z over the outputs of the example. */
  term(write: Writer, y: number, v: number, s: number): string;
}

const fromOutput: Readonly<Record<Loss, Form>> = {
  "binary-cross-entropy": {
    sign: "-",
    symbols: (k) => `\\left(y${k} \\ln p${k} + (1 - y${k}) \\ln(1 - p${k})\\right)`,
    term: ({ tensor }, y, p) =>
      `${tensor(y)} \\cdot \\ln(${tensor(p)}) + ${tensor(1 - y)} \\cdot \\ln(1 - ${tensor(p)})`,
  },
  "cross-entropy": {
    sign: "-",
    symbols: (k) => `y${k} \\ln p${k}`,
    term: ({ tensor }, y, p) => `${tensor(y)} \\cdot \\ln(${tensor(p)})`,
  },
  "mean-squared-error": {
    sign: "",
    symbols: (k) => `(p${k} - y${k})^2`,
    term: ({ tensor, operand }, y, p) => `(${tensor(p)} - ${operand(y)})^2`,
  },
};

const fromLogit: Readonly<Partial<Record<Loss, Form>>> = {
  "binary-cross-entropy": {
    sign: "",
    symbols: (k) => `\\left(\\max(0, z${k}) - z${k} y${k} + \\ln(1 + e^{-|z${k}|})\\right)`,
    term: ({ tensor, operand }, y, z) =>
      `\\max(0, ${tensor(z)}) - ${operand(z)} \\cdot ${tensor(y)} + \\ln(1 + e^{${tensor(-Math.abs(z))}})`,
  },
  "cross-entropy": {
    sign: "",
    symbols: (k) => `y${k} \\left(\\ln \\sum_j e^{z${k.replace("_k", "_j")}} - z${k}\\right)`,
    term: ({ tensor, operand }, y, z, s) => `${tensor(y)} \\cdot (${tensor(s)} - ${operand(z)})`,
  },
};

/** The loss of every example, and their mean when there are several. */
export function lossSteps(net: Network, pass: Backprop, write: Writer): Step[] {
  const m = pass.p.cols;
  const step = { phase: "loss", layer: net.sizes.length - 1 } as const;
  const examples = Array.from(pass.losses.data, (value, i): Step => {
    const { symbols, numbers } = exampleLoss(net, pass, i, write);
    return {
      ...step,
      rule: "loss",
      symbols: `L${ofExample(i, m)} = ${symbols}`,
      numbers: `${numbers} = ${write.tensor(value)}`,
      value,
    };
  });
  if (m === 1) return examples;
  const terms = examples.map(({ value }) => write.tensor(value)).join(" + ");
  const mean: Step = {
    ...step,
    rule: "mean-of-losses",
    symbols: `L = \\frac{1}{${m}} \\sum_i L^{(i)}`,
    numbers: `\\frac{1}{${m}} \\left(${terms}\\right) = ${write.tensor(pass.loss)}`,
    value: pass.loss,
  };
  return [...examples, mean];
}

/** The loss of example i from p, as lessons write it; from the logits where the p on the page has rounded so far that
 *  it does not come to the loss, or to 0 or 1, of which there is no logarithm. */
function exampleLoss(net: Network, { p, y, z, losses }: Backprop, i: number, write: Writer) {
  const ys = entriesOf(y, i);
  const ps = entriesOf(p, i);
  const logits = z.at(-1)!;
  const shown = ps.map(write.rounded);
  const error = Math.abs(lossFrom[net.loss](column(ys), column(shown)) - losses.data[i]!);
  const legible = error <= 0.01 * losses.data[i]! && shown.every((v) => v > 0 && v < 1);
  const fromZ = cancels(net.loss, net.activations.at(-1)!) && !legible && fromLogit[net.loss];
  const form = fromZ || fromOutput[net.loss];
  const values = fromZ ? entriesOf(logits, i) : ps;
  const s = logSumExp(logits, i);
  const terms = ys.map((value, k) => form.term(write, value, values[k]!, s)).join(" + ");
  const example = ofExample(i, p.cols);
  const symbols = ys.length > 1 ? `\\sum_k ${form.symbols(`_k${example}`)}` : form.symbols(example);
  return {
    symbols: `${form.sign}${symbols}`,
    numbers: form.sign ? `-\\left(${terms}\\right)` : terms,
  };
}

/** The number of an example in round brackets, where there are several. */
const ofExample = (i: number, m: number) => (m > 1 ? `^{(${i + 1})}` : "");

const lossFrom: Readonly<Record<Loss, (y: Tensor, p: Tensor) => number>> = {
  "binary-cross-entropy": binaryCrossEntropy,
  "cross-entropy": crossEntropy,
  "mean-squared-error": meanSquaredError,
};

function entriesOf({ rows, cols, data }: Tensor, column: number): number[] {
  return Array.from({ length: rows }, (_, k) => data[k * cols + column]!);
}
