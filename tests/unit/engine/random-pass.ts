import fc from "fast-check";
import {
  type Activation,
  empty,
  type Loss,
  map,
  type Network,
  network,
  type Tensor,
  tensor,
} from "@/lib/engine";
import { softmax } from "@/lib/engine/ops/softmax";
import { of } from "./a-pass";

export const activations: readonly Activation[] = [
  "sigmoid",
  "tanh",
  "relu",
  "leaky-relu",
  "identity",
  "softmax",
];

/** The outputs that each loss takes: cross-entropies want p between 0 and 1. */
export const outputs: Readonly<Record<Loss, readonly Activation[]>> = {
  "binary-cross-entropy": ["sigmoid", "softmax"],
  "cross-entropy": ["softmax", "sigmoid"],
  "mean-squared-error": activations,
};

export interface Pass {
  readonly net: Network;
  readonly x: Tensor;
  readonly y: Tensor;
}

/** Networks of 1 to 3 layers and batches of 1 to 3 examples. */
export function randomPass(losses: readonly Loss[]): fc.Arbitrary<Pass> {
  return fc.constantFrom(...losses).chain((loss) =>
    fc
      .record({
        loss: fc.constant(loss),
        output: fc.constantFrom(...outputs[loss]),
        inputs: fc.integer({ min: 1, max: 3 }),
        hidden: fc.array(
          fc.record({
            size: fc.integer({ min: 1, max: 4 }),
            activation: fc.constantFrom(...activations),
          }),
          { maxLength: 2 },
        ),
        // A softmax of one output is 1 whatever its logit is, and ln(1 − 1) is no number.
        last: fc.integer({ min: 2, max: 3 }),
        m: fc.integer({ min: 1, max: 3 }),
      })
      .chain(passOf),
  );
}

interface Plan {
  readonly loss: Loss;
  readonly output: Activation;
  readonly inputs: number;
  readonly hidden: readonly { size: number; activation: Activation }[];
  readonly last: number;
  readonly m: number;
}

function passOf({ loss, output, inputs, hidden, last, m }: Plan): fc.Arbitrary<Pass> {
  const sizes = [inputs, ...hidden.map(({ size }) => size), last];
  const layer = (cols: (l: number) => number) =>
    fc.tuple(...sizes.map((rows, l) => (l === 0 ? fc.constant(empty) : matrix(rows, cols(l)))));
  return fc
    .record({
      W: layer((l) => sizes[l - 1]!),
      b: layer(() => 1),
      x: matrix(inputs, m),
      targets: matrix(last, m),
    })
    .map(({ W, b, x, targets }) => ({
      net: network({
        sizes,
        activations: ["identity", ...hidden.map(({ activation }) => activation), output],
        loss,
        W,
        b,
      }),
      x,
      y: targetsFor(loss, targets),
    }));
}

/** Targets a loss can have: any number, 0 or 1, or columns of probabilities. */
function targetsFor(loss: Loss, drawn: Tensor): Tensor {
  if (loss === "mean-squared-error") return drawn;
  return loss === "cross-entropy" ? of(softmax, drawn) : map(drawn, (v) => (v > 0 ? 1 : 0));
}

/** Two decimals from −1.5 to 1.5. */
function matrix(rows: number, cols: number): fc.Arbitrary<Tensor> {
  const length = rows * cols;
  return fc
    .array(fc.integer({ min: -150, max: 150 }), { minLength: length, maxLength: length })
    .map((hundredths) =>
      tensor(
        rows,
        cols,
        hundredths.map((v) => v / 100),
      ),
    );
}
