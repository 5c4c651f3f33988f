import type { Node, Op } from "../graph";
import type { Loss } from "../network";
import { expectShape } from "../shape-error";
import type { Tensor } from "../tensor";
import { sigmoid, sigmoidOf } from "./sigmoid";
import { logSumExp, softmax } from "./softmax";

/** The loss of every example, 1×m, from the targets y, the outputs p and, where they are at hand, the logits z that p came
 *  from: the sum over the example's outputs. The logits keep it right where p itself has rounded to 0 or 1; where another
 *  p is put in, p says all. Cross-entropy takes targets whose columns sum to 1. */
export const losses: Op<Loss> = {
  name: "losses",
  shape: ([y, p]) => {
    expectShape("y", y!, p!.rows, p!.cols);
    return { rows: 1, cols: p!.cols };
  },
  value: (out, [y, p, z], loss) => {
    const { of } = pairs[loss];
    const logs = logsOf(loss, p!, z);
    out.data.fill(0);
    for (let at = 0; at < p!.data.length; at++) {
      out.data[at % out.cols]! += of(y!.data[at]!, p!.data[at]!, logs?.(at));
    }
  },
  pullback: ({ inputs, settings }, gradient, lay) => [
    undefined,
    lay(lossBack, [gradient, ...inputs], settings),
  ],
};

/** The gradient by p, from that by the loss of every example: its share times ∂loss/∂p. */
export const lossBack: Op<Loss> = {
  name: "lossBack",
  shape: ([share, y, p]) => {
    expectShape("y", y!, p!.rows, p!.cols);
    expectShape("the gradient", share!, 1, p!.cols);
    return p!;
  },
  value: (out, [share, y, p, z], loss) => {
    const { slope } = pairs[loss];
    const logs = logsOf(loss, p!, z);
    for (let at = 0; at < out.data.length; at++) {
      const by = slope(y!.data[at]!, p!.data[at]!, logs?.(at));
      out.data[at] = share!.data[at % out.cols]! * by;
    }
  },
  // With its own activation, the loss cancels to p − y, which no saturated p can spoil.
  merged: (dp, output, lay) => {
    const [share, y, p] = dp.inputs;
    const own = activationOf[dp.settings];
    return p === output && output.op === own ? lay(outputGradient, [share!, p!, y!]) : undefined;
  },
};

/** dz = p − y of an output layer whose loss and activation cancel, each example's with its share. */
export const outputGradient: Op = {
  name: "outputGradient",
  shape: ([share, p, y]) => {
    expectShape("y", y!, p!.rows, p!.cols);
    expectShape("the gradient", share!, 1, p!.cols);
    return p!;
  },
  value: (out, [share, p, y]) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = share!.data[at % out.cols]! * (p!.data[at]! - y!.data[at]!);
    }
  },
};

/** The activations that losses cancel with. */
const activationOf: Readonly<Partial<Record<Loss, Node["op"]>>> = {
  "binary-cross-entropy": sigmoid,
  "cross-entropy": softmax,
};

/** ln p and ln(1 − p) of one output, from its logits. */
interface Logs {
  readonly p: number;
  readonly rest: number;
}

/** What one output adds to the loss of its example, and beside it the derivative by p. */
interface Pair {
  of(y: number, p: number, logs?: Logs): number;
  slope(y: number, p: number, logs?: Logs): number;
}

const pairs: Readonly<Record<Loss, Pair>> = {
  "binary-cross-entropy": {
    of: (y, p, logs) =>
      -weighted(y, logs?.p ?? Math.log(p)) - weighted(1 - y, logs?.rest ?? Math.log1p(-p)),
    slope: (y, p, logs) =>
      weighted(1 - y, logs ? Math.exp(-logs.rest) : 1 / (1 - p)) -
      weighted(y, logs ? Math.exp(-logs.p) : 1 / p),
  },
  "cross-entropy": {
    of: (y, p, logs) => -weighted(y, logs?.p ?? Math.log(p)),
    slope: (y, p, logs) => -weighted(y, logs ? Math.exp(-logs.p) : 1 / p),
  },
  "mean-squared-error": {
    of: (y, p) => (p - y) ** 2,
    slope: (y, p) => 2 * (p - y),
  },
};

/** w a, and 0 where the weight is 0 however large a is: 0 ln 0 adds nothing to a loss. */
const weighted = (w: number, a: number) => (w === 0 ? 0 : w * a);

/** The logarithms of an output by its place, where its logits are at hand and it is what they come to. */
function logsOf(loss: Loss, p: Tensor, z: Tensor | undefined): ((at: number) => Logs) | undefined {
  if (!z) return undefined;
  if (loss === "binary-cross-entropy") {
    if (!p.data.every((v, at) => isAlike(v, sigmoidOf(z.data[at]!)))) return undefined;
    return (at) => ({ p: -softplus(-z.data[at]!), rest: -softplus(z.data[at]!) });
  }
  if (loss !== "cross-entropy") return undefined;
  const shifts = Array.from({ length: z.cols }, (_, j) => logSumExp(z, j));
  const log = (at: number) => z.data[at]! - shifts[at % z.cols]!;
  if (!p.data.every((v, at) => isAlike(v, Math.exp(log(at))))) return undefined;
  return (at) => ({ p: log(at), rest: Math.log1p(-p.data[at]!) });
}

const isAlike = (a: number, b: number) => Math.abs(a - b) <= 1e-12;

/** ln(1 + e^z), with no overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
