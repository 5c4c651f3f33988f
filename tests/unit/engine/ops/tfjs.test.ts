import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Tensor, tensor, toRows } from "@/lib/engine";
import { gradient } from "@/lib/engine/gradient";
import { Graph, type Op } from "@/lib/engine/graph";
import { layAttention } from "@/lib/engine/lay-attention";
import { layGru, layLstm } from "@/lib/engine/lay-cells";
import { layBatchNorm, layLayerNorm } from "@/lib/engine/lay-norm";
import { argmax } from "@/lib/engine/ops/argmax";
import { batchedProduct } from "@/lib/engine/ops/batched-product";
import { beside } from "@/lib/engine/ops/beside";
import { clip } from "@/lib/engine/ops/clip";
import { columnSums } from "@/lib/engine/ops/column-sums";
import { columns } from "@/lib/engine/ops/columns";
import { constant } from "@/lib/engine/ops/constant";
import { conv1d } from "@/lib/engine/ops/conv1d";
import { conv2d } from "@/lib/engine/ops/conv2d";
import { l1Penalty } from "@/lib/engine/ops/l1-penalty";
import { l2Penalty } from "@/lib/engine/ops/l2-penalty";
import { max, min } from "@/lib/engine/ops/max";
import { maxPool } from "@/lib/engine/ops/max-pool";
import { meanPool } from "@/lib/engine/ops/mean-pool";
import { means } from "@/lib/engine/ops/means";
import { outer } from "@/lib/engine/ops/outer";
import { softmaxRows } from "@/lib/engine/ops/softmax-rows";
import { sum } from "@/lib/engine/ops/sum";
import { variances } from "@/lib/engine/ops/variances";
import { apart, matrices, size } from "./slopes";

// TensorFlow.js works in 32 bits: about seven digits are its own.

beforeAll(async () => {
  tf.env().set("IS_TEST", true);
  await tf.setBackend("cpu");
});

const window = fc
  .record({
    k: fc.tuple(size(3), size(3)),
    more: fc.tuple(size(4, 0), size(4, 0)),
    stride: size(3),
  })
  .map(({ k: [rows, cols], more: [r, c], stride }) => ({
    pooling: { rows, cols, stride },
    x: [rows + r, cols + c] as const,
  }));

it("TensorFlow.js finds the same convolution in two dimensions, and the same gradients", () => {
  fc.assert(
    fc.property(
      window.chain(({ pooling, x }) =>
        fc.tuple(matrices(x, [pooling.rows, pooling.cols]), fc.constant(pooling.stride)),
      ),
      size(2, 0),
      ([[x, kernel], stride], padding) => {
        const theirs = (a: tf.Tensor, k: tf.Tensor) => {
          const image = a.reshape([1, x!.rows, x!.cols, 1]) as tf.Tensor4D;
          const filter = k.reshape([kernel!.rows, kernel!.cols, 1, 1]) as tf.Tensor4D;
          // Padded by hand: of a number, TensorFlow.js makes the wrong shape where a kernel is not square.
          const around: [number, number] = [padding, padding];
          const padded = tf.pad(image, [[0, 0], around, around, [0, 0]]);
          const out = tf.conv2d(padded, filter, stride, "valid");
          return out.squeeze([0, 3]) as tf.Tensor2D;
        };
        alikeWithGradients(conv2d, { stride, padding }, [x!, kernel!], theirs);
      },
    ),
    { numRuns: 40 },
  );
});

it("TensorFlow.js finds the same convolution in one dimension", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(3), size(5, 0)).chain(([k, more]) => matrices([k + more, 1], [k, 1])),
      size(3),
      ([x, kernel], stride) => {
        const sequence = tensor2d(x!).reshape([x!.rows, 1]) as tf.Tensor2D;
        const filter = tensor2d(kernel!).reshape([kernel!.rows, 1, 1]) as tf.Tensor3D;
        near(
          ours(conv1d, { stride, padding: 0 }, x!, kernel!),
          tf.conv1d(sequence, filter, stride, "valid"),
        );
      },
    ),
    { numRuns: 40 },
  );
});

it.each([
  ["max pool", maxPool, tf.maxPool],
  ["mean pool", meanPool, tf.avgPool],
] as const)("TensorFlow.js finds the same %s, and the same gradient", (_, op, theirs) => {
  fc.assert(
    fc.property(
      window.chain(({ pooling, x: [n, m] }) => fc.tuple(apart(n, m), fc.constant(pooling))),
      ([x, pooling]) => {
        alikeWithGradients(op as Op, pooling, [x], (a) => {
          const image = a.reshape([1, x.rows, x.cols, 1]) as tf.Tensor4D;
          const out = theirs(image, [pooling.rows, pooling.cols], pooling.stride, "valid");
          return out.squeeze([0, 3]) as tf.Tensor2D;
        });
      },
    ),
    { numRuns: 40 },
  );
});

const anyMatrix = fc.tuple(size(4), size(4)).chain(([n, m]) => apart(n, m));

it("TensorFlow.js comes to the same for what works on a matrix", () => {
  fc.assert(
    fc.property(anyMatrix, (a) => {
      const t = tensor2d(a);
      near(ours(softmaxRows, undefined, a), t.softmax(1));
      near(ours(columnSums, undefined, a), t.sum(0, true));
      near(ours(max, undefined, a), t.max().reshape([1, 1]));
      near(ours(min, undefined, a), t.min().reshape([1, 1]));
      near(ours(clip as Op, { low: -0.5, high: 1 }, a), t.clipByValue(-0.5, 1));
      near(ours(argmax, undefined, a), t.argMax(0).reshape([1, a.cols]).add(1));
      near(ours(beside, undefined, a, a), t.concat(t, 1));
      for (const [axis, along] of [
        ["rows", 1],
        ["columns", 0],
      ] as const) {
        const { mean, variance } = tf.moments(t, along, true);
        near(ours(means as Op, axis, a), mean);
        near(ours(variances as Op, axis, a), variance);
      }
      const lambda = tensor(1, 1, [0.3]);
      near(ours(l1Penalty, undefined, a, lambda), t.abs().sum().mul(0.3).reshape([1, 1]));
      const squares = t.square().sum().mul(0.3).reshape([1, 1]);
      near(ours(l2Penalty as Op, { isHalved: false }, a, lambda), squares);
      near(ours(l2Penalty as Op, { isHalved: true }, a, lambda), squares.div(2));
      const [first, last] = [0, a.cols - 1];
      const looked = t.gather(tf.tensor1d([last, first], "int32"), 1);
      near(ours(columns, undefined, a, tensor(2, 1, [last + 1, first + 1])), looked);
    }),
    { numRuns: 60 },
  );
});

it("TensorFlow.js finds the same outer product", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(4), size(4)).chain(([n, m]) => matrices([n, 1], [m, 1])),
      ([a, b]) => {
        const flat = (one: Tensor) => tf.tensor1d([...one.data]);
        near(ours(outer, undefined, a!, b!), tf.outerProduct(flat(a!), flat(b!)));
      },
    ),
  );
});

it("TensorFlow.js pays the same attention", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(4), size(3), size(3)).chain(([n, d, v]) => matrices([n, d], [n, d], [n, v])),
      ([Q, K, V]) => {
        const n = Q!.rows;
        const seen = Array.from({ length: n * n }, (_, at) =>
          at % n <= Math.floor(at / n) ? 1 : 0,
        );
        const mask = tensor(n, n, seen);
        const graph = new Graph();
        const lay = (one: Tensor) => graph.lay(constant, [], one);
        const head = layAttention(graph, { Q: lay(Q!), K: lay(K!), V: lay(V!), mask: lay(mask) });
        const scores = tensor2d(Q!).matMul(tensor2d(K!), false, true);
        const hidden = tf.sub(tensor2d(mask), 1).mul(1e9);
        const weights = scores.div(Math.sqrt(Q!.cols)).add(hidden).softmax(1);
        near(head.scores, scores);
        near(head.weights, weights);
        near(head.output, weights.matMul(tensor2d(V!)));
      },
    ),
    { numRuns: 40 },
  );
});

it("TensorFlow.js normalises alike", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(4), size(4)).chain(([n, m]) => matrices([n, m], [n, 1], [n, 1])),
      ([x, gamma, beta]) => {
        for (const [layNorm, along] of [
          [layLayerNorm, 0],
          [layBatchNorm, 1],
        ] as const) {
          const graph = new Graph();
          const [xs, g, b] = [x!, gamma!, beta!].map((one) => graph.lay(constant, [], one));
          const { y } = layNorm(graph, { x: xs!, gamma: g!, beta: b!, epsilon: 0.01 });
          const t = tensor2d(x!);
          const { mean, variance } = tf.moments(t, along, true);
          const xhat = t.sub(mean).div(variance.add(0.01).sqrt());
          near(y, xhat.mul(tensor2d(gamma!)).add(tensor2d(beta!)));
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("TensorFlow.js’ LSTM cell comes to the same state", () => {
  const [d, n] = [2, 3];
  const weights = Array.from(
    { length: 4 },
    () =>
      [
        [n, d],
        [n, n],
        [n, 1],
      ] as const,
  ).flat();
  fc.assert(
    fc.property(matrices([d, 1], [n, 1], [n, 1], ...weights), ([x, h, c, ...rest]) => {
      const graph = new Graph();
      const of = (k: number) => {
        const [Wx, Wh, b] = rest.slice(3 * k, 3 * k + 3).map((one) => graph.lay(constant, [], one));
        return { Wx: Wx!, Wh: Wh!, b: b! };
      };
      const start = { x: x!, h: h!, c: c! };
      const [xs, hs, cs] = Object.values(start).map((one) => graph.lay(constant, [], one));
      const after = layLstm(
        graph,
        { i: of(0), g: of(1), f: of(2), o: of(3) },
        { x: xs!, h: hs!, c: cs! },
      );
      // Its kernel has a column a sum, in the order i, g, f, o, and its rows are those of x and then of h.
      const kernels = [0, 1, 2, 3].map((k) =>
        tf.concat([tensor2d(rest[3 * k]!), tensor2d(rest[3 * k + 1]!)], 1).transpose(),
      );
      const biases = [0, 1, 2, 3].map((k) => tf.tensor1d([...rest[3 * k + 2]!.data]));
      const row = (one: Tensor) => tensor2d(one).transpose() as tf.Tensor2D;
      const [c2, h2] = tf.basicLSTMCell(
        tf.scalar(0),
        tf.concat(kernels, 1) as tf.Tensor2D,
        tf.concat(biases) as tf.Tensor1D,
        row(x!),
        row(c!),
        row(h!),
      );
      near(after.c, c2.transpose());
      near(after.h, h2.transpose());
    }),
    { numRuns: 30 },
  );
});

it("a GRU’s step is what it is by hand", () => {
  const graph = new Graph();
  const lone = (v: number) => graph.lay(constant, [], tensor(1, 1, [v]));
  const weights = (Wx: number, Wh: number, b: number) => ({
    Wx: lone(Wx),
    Wh: lone(Wh),
    b: lone(b),
  });
  // r = σ(ln 3) = 0.75 and z = σ(−ln 3) = 0.25, so that n = tanh(0.75 · 4 − 3 + ln 2) = 0.6.
  const { r, z, n, h } = layGru(
    graph,
    { r: weights(1, 0, 0), z: weights(-1, 0, 0), n: weights(0, 1, Math.log(2) - 3) },
    lone(Math.log(3)),
    lone(4),
  );
  expect([r, z, n, h].map((node) => +node.data[0]!.toFixed(12))).toEqual([0.75, 0.25, 0.6, 1.45]);
});

it("TensorFlow.js finds the same batched product, and the same gradients", () => {
  fc.assert(
    fc.property(
      fc
        .tuple(size(4), size(3), size(3), size(3))
        .chain(([b, n, k, m]) => fc.tuple(fc.constant(b), matrices([b * n, k], [b * k, m]))),
      ([b, inputs]) => {
        const inThree = (a: tf.Tensor) => a.reshape([b, a.shape[0]! / b, a.shape[1]!]);
        alikeWithGradients(batchedProduct, b, inputs, (A, B) => {
          const product = tf.matMul(inThree(A!), inThree(B!));
          return product.reshape([inputs[0]!.rows, inputs[1]!.cols]);
        });
      },
    ),
    { numRuns: 60 },
  );
});

function ours(op: Op<never>, settings: unknown, ...inputs: readonly Tensor[]): Tensor {
  const graph = new Graph();
  const nodes = inputs.map((one) => graph.lay(constant, [], one));
  return graph.lay(op as Op, nodes, settings);
}

function alikeWithGradients(
  op: Op<never>,
  settings: unknown,
  inputs: readonly Tensor[],
  theirs: (...inputs: tf.Tensor[]) => tf.Tensor,
): void {
  const graph = new Graph();
  const nodes = inputs.map((one) => graph.lay(constant, [], one));
  const out = graph.lay(op as Op, nodes, settings);
  const found = gradient(graph, graph.lay(sum, [out]), nodes);
  tf.tidy(() => {
    const tensors = inputs.map(tensor2d);
    near(out, theirs(...tensors));
    const expected = tf.grads((...all) => theirs(...all).sum() as tf.Scalar)(tensors);
    for (const [k, one] of found.entries()) near(one, expected[k]!);
  });
}

function tensor2d({ data, rows, cols }: Tensor): tf.Tensor2D {
  return tf.tensor2d([...data], [rows, cols]);
}

function near(found: Tensor, theirs: tf.Tensor): void {
  const expected = theirs.arraySync() as number[][];
  expect([found.rows, found.cols]).toEqual(theirs.shape);
  for (const [i, row] of toRows(found).entries()) {
    for (const [j, v] of row.entries()) {
      const error = Math.abs(v - expected[i]![j]!) / (1 + Math.abs(v));
      expect(error, `${v} for ${expected[i]![j]}`).toBeLessThan(1e-5);
    }
  }
}
