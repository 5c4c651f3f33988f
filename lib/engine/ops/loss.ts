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
      out.data[at % out.cols]! += of(y!.data[at]!, p!.data[at]!, at, logs);
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
      const by = slope(y!.data[at]!, p!.data[at]!, at, logs);
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

/** ln p and ln(1 − p) of each output by its place, from its logits. */
interface Logs {
  p(at: number): number;
  rest(at: number): number;
}

type OfOutput = (y: number, p: number, at: number, logs?: Logs) => number;

/** What one output adds to the loss of its example, and beside it the derivative by p. A weight of 0 makes 0 of what it
 *  stands before, however large that is: 0 ln 0 adds nothing to a loss. */
interface Pair {
  readonly of: OfOutput;
  readonly slope: OfOutput;
}

const pairs: Readonly<Record<Loss, Pair>> = {
  "binary-cross-entropy": {
    of: (y, p, at, logs) =>
      -(y === 0 ? 0 : y * (logs ? logs.p(at) : Math.log(p))) -
      (y === 1 ? 0 : (1 - y) * (logs ? logs.rest(at) : Math.log1p(-p))),
    slope: (y, p, at, logs) =>
      (y === 1 ? 0 : (1 - y) * (logs ? Math.exp(-logs.rest(at)) : 1 / (1 - p))) -
      (y === 0 ? 0 : y * (logs ? Math.exp(-logs.p(at)) : 1 / p)),
  },
  "cross-entropy": {
    of: (y, p, at, logs) => -(y === 0 ? 0 : y * (logs ? logs.p(at) : Math.log(p))),
    slope: (y, p, at, logs) => -(y === 0 ? 0 : y * (logs ? Math.exp(-logs.p(at)) : 1 / p)),
  },
  "mean-squared-error": {
    of: (y, p) => (p - y) ** 2,
    slope: (y, p) => 2 * (p - y),
  },
};

/** The logarithms of the outputs, where their logits are at hand and they are what these come to. */
function logsOf(loss: Loss, p: Tensor, z: Tensor | undefined): Logs | undefined {
  if (!z || loss === "mean-squared-error") return undefined;
  const logs = loss === "cross-entropy" ? new LogsOfSoftmax(p, z) : new LogsOfSigmoid(z);
  for (let at = 0; at < p.data.length; at++) {
    if (!isAlike(p.data[at]!, logs.output(at))) return undefined;
  }
  return logs;
}

class LogsOfSigmoid implements Logs {
  constructor(private readonly z: Tensor) {}

  output(at: number): number {
    return sigmoidOf(this.z.data[at]!);
  }

  p(at: number): number {
    return -softplus(-this.z.data[at]!);
  }

  rest(at: number): number {
    return -softplus(this.z.data[at]!);
  }
}

class LogsOfSoftmax implements Logs {
  private readonly shifts: readonly number[];

  constructor(
    private readonly outputs: Tensor,
    private readonly z: Tensor,
  ) {
    this.shifts = Array.from({ length: z.cols }, (_, j) => logSumExp(z, j));
  }

  output(at: number): number {
    return Math.exp(this.p(at));
  }

  p(at: number): number {
    return this.z.data[at]! - this.shifts[at % this.z.cols]!;
  }

  rest(at: number): number {
    return Math.log1p(-this.outputs.data[at]!);
  }
}

const isAlike = (a: number, b: number) => Math.abs(a - b) <= 1e-12;

/** ln(1 + e^z), with no overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
