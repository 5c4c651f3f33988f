import fc from "fast-check";
import { it } from "vitest";
import { type Tensor, tensor } from "@/lib/engine";
import type { Op } from "@/lib/engine/graph";
import { attentionScores } from "@/lib/engine/ops/attention-scores";
import { batchedProduct, ofBatch } from "@/lib/engine/ops/batched-product";
import { beside } from "@/lib/engine/ops/beside";
import { blend } from "@/lib/engine/ops/blend";
import { cellState } from "@/lib/engine/ops/cell-state";
import { clip } from "@/lib/engine/ops/clip";
import { columnSums } from "@/lib/engine/ops/column-sums";
import { columns } from "@/lib/engine/ops/columns";
import { conv1d } from "@/lib/engine/ops/conv1d";
import { conv2d } from "@/lib/engine/ops/conv2d";
import { diag, diagonal } from "@/lib/engine/ops/diag";
import { dropout } from "@/lib/engine/ops/dropout";
import { candidate, gate } from "@/lib/engine/ops/gate";
import { inverse } from "@/lib/engine/ops/inverse";
import { l1Penalty } from "@/lib/engine/ops/l1-penalty";
import { l2Penalty } from "@/lib/engine/ops/l2-penalty";
import { masked } from "@/lib/engine/ops/masked";
import { max, min } from "@/lib/engine/ops/max";
import { maxPool } from "@/lib/engine/ops/max-pool";
import { meanPool } from "@/lib/engine/ops/mean-pool";
import { means } from "@/lib/engine/ops/means";
import { outer } from "@/lib/engine/ops/outer";
import { paths } from "@/lib/engine/ops/paths";
import { recurrentSum } from "@/lib/engine/ops/recurrent-sum";
import { scaleShift } from "@/lib/engine/ops/scale-shift";
import { scaled } from "@/lib/engine/ops/scaled";
import { softmax } from "@/lib/engine/ops/softmax";
import { softmaxRows } from "@/lib/engine/ops/softmax-rows";
import { solve } from "@/lib/engine/ops/solve";
import { standardised } from "@/lib/engine/ops/standardised";
import { variances } from "@/lib/engine/ops/variances";
import { apart, expectSlopes, expectSlopesOfSlopes, matrices, matrix, size } from "./slopes";

interface Drawn {
  readonly op: Op<never>;
  readonly settings?: unknown;
  readonly inputs: readonly Tensor[];
  /** How many of the inputs something moves with; all unless given. */
  readonly moving?: number;
}

const shape = fc.tuple(size(4), size(4));
const axis = fc.constantFrom("rows" as const, "columns" as const);

const ofOne = (op: Op, more?: Partial<Drawn>) =>
  shape
    .chain(([n, m]) => matrix(n, m))
    .map((a): Drawn => ({ op: op as Op<never>, inputs: [a], ...more }));

const alike = (op: Op, count: number) =>
  shape
    .chain(([n, m]) => matrices(...Array.from({ length: count }, () => [n, m] as const)))
    .map((inputs): Drawn => ({ op: op as Op<never>, inputs }));

const convolution = (op: Op<never>, isFlat: boolean) =>
  fc
    .record({
      k: fc.tuple(size(3), size(3)),
      more: fc.tuple(size(3, 0), size(3, 0)),
      stride: size(3),
      padding: size(2, 0),
      isRow: fc.boolean(),
      hasBias: fc.boolean(),
    })
    .chain(({ k: [u, v], more: [r, c], stride, padding, isRow, hasBias }) => {
      const flat = (n: number): [number, number] => (isRow ? [1, n] : [n, 1]);
      const kernel = isFlat ? flat(u) : ([u, v] as [number, number]);
      const x = isFlat ? flat(u + r) : ([u + r, v + c] as [number, number]);
      const bias: [number, number][] = hasBias ? [[1, 1]] : [];
      return matrices(x, kernel, ...bias).map(
        (inputs): Drawn => ({ op, settings: { stride, padding }, inputs }),
      );
    });

const pooling = (op: Op<never>) =>
  fc
    .record({
      w: fc.tuple(size(3), size(3)),
      more: fc.tuple(size(3, 0), size(3, 0)),
      stride: size(3),
    })
    .chain(({ w: [rows, cols], more: [r, c], stride }) =>
      apart(rows + r, cols + c).map(
        (x): Drawn => ({ op, settings: { rows, cols, stride }, inputs: [x] }),
      ),
    );

const square = size(3).chain((n) =>
  matrix(n, n).map((a) =>
    // Entries of the diagonal that outweigh the others: no such matrix is singular.
    tensor(
      n,
      n,
      a.data.map((v, at) => (at % (n + 1) === 0 ? v + Math.sign(v + 0.1) * 6 : v)),
    ),
  ),
);

const zeroOne = (rows: number, cols: number) =>
  fc
    .array(fc.constantFrom(0, 1), { minLength: rows * cols, maxLength: rows * cols })
    .map((data) => tensor(rows, cols, data));

const withMask = (op: Op<never>, settings: number) =>
  shape
    .chain(([n, m]) => fc.tuple(matrix(n, m), zeroOne(n, m)))
    .map((inputs): Drawn => ({ op, settings, inputs, moving: 1 }));

const drawn: Readonly<Record<string, fc.Arbitrary<Drawn>>> = {
  "a convolution in one dimension": convolution(conv1d, true),
  "a convolution in two dimensions": convolution(conv2d, false),
  "a max pool": pooling(maxPool),
  "a mean pool": pooling(meanPool),
  "an embedding": fc.tuple(size(3), size(4)).chain(([n, m]) =>
    fc
      .tuple(matrix(n, m), fc.array(size(m), { minLength: 1, maxLength: 5 }))
      .map(([a, list]): Drawn => {
        return { op: columns, inputs: [a, tensor(list.length, 1, list)], moving: 1 };
      }),
  ),
  "a softmax along rows": ofOne(softmaxRows),
  "a softmax along columns": ofOne(softmax),
  "a mask of a large number": withMask(masked, -1e3),
  "a mask": shape
    .chain(([n, m]) => matrix(n, m))
    .map((a): Drawn => {
      const mask = tensor(a.rows, a.cols, a.data.slice().fill(1));
      return { op: masked, settings: -Infinity, inputs: [a, mask], moving: 1 };
    }),
  "a scaling by √d": ofOne(scaled, { settings: 3 }),
  "attention’s scores": fc
    .tuple(size(3), size(3), size(3))
    .chain(([n, m, d]) => matrices([n, d], [m, d]))
    .map((inputs) => ({ op: attentionScores, inputs })),
  "the sums of columns": ofOne(columnSums),
  "means along an axis": axis.chain((settings) => ofOne(means as Op, { settings })),
  "variances along an axis": axis.chain((settings) => ofOne(variances as Op, { settings })),
  "a standardised matrix": fc.tuple(shape, axis).chain(([[n, m], along]) => {
    const reduced: [number, number] = along === "rows" ? [n, 1] : [1, m];
    return matrices([n, m], reduced, reduced).map(([x, mean, v]): Drawn => {
      const variance = tensor(
        v!.rows,
        v!.cols,
        v!.data.map((one) => Math.abs(one) + 0.3),
      );
      return {
        op: standardised,
        settings: { axis: along, epsilon: 0.1 },
        inputs: [x!, mean!, variance],
      };
    });
  }),
  "a scale and a shift": shape
    .chain(([n, m]) => matrices([n, m], [n, 1], [n, 1]))
    .map((inputs) => ({ op: scaleShift, inputs })),
  dropout: withMask(dropout, 0.25),
  "matrices side by side": fc
    .tuple(size(3), fc.array(size(3), { minLength: 1, maxLength: 3 }))
    .chain(([n, widths]) => matrices(...widths.map((m) => [n, m] as const)))
    .map((inputs) => ({ op: beside, inputs })),
  "a cell’s weighted sums": fc
    .tuple(size(3), size(3), size(3))
    .chain(([n, d, m]) => matrices([n, d], [d, m], [n, n], [n, m], [n, 1]))
    .map((inputs) => ({ op: recurrentSum, inputs })),
  "a gate": ofOne(gate),
  "a candidate": ofOne(candidate),
  "an LSTM’s state": alike(cellState, 4),
  "a GRU’s blend": alike(blend, 3),
  "an L2 penalty": fc.tuple(shape, fc.boolean()).chain(([[n, m], isHalved]) =>
    matrices([n, m], [1, 1]).map((inputs): Drawn => {
      return { op: l2Penalty, settings: { isHalved }, inputs };
    }),
  ),
  "an L1 penalty": shape
    .chain(([n, m]) => fc.tuple(apart(n, m), matrix(1, 1)))
    .map((inputs) => ({ op: l1Penalty, inputs })),
  "the largest entry": shape.chain(([n, m]) => apart(n, m)).map((a) => ({ op: max, inputs: [a] })),
  "the smallest entry": shape.chain(([n, m]) => apart(n, m)).map((a) => ({ op: min, inputs: [a] })),
  clipping: shape
    .chain(([n, m]) => apart(n, m))
    .filter((a) => a.data.every((v) => Math.abs(Math.abs(v) - 0.7) > 1e-3))
    .map((a) => ({ op: clip, settings: { low: -0.7, high: 0.7 }, inputs: [a] })),
  "an inverse": square.map((a) => ({ op: inverse, inputs: [a] })),
  "a solution": fc
    .tuple(square, size(3))
    .chain(([a, m]) => matrix(a.rows, m).map((b) => ({ op: solve, inputs: [a, b] }))),
  "an outer product": shape
    .chain(([n, m]) => matrices([n, 1], [m, 1]))
    .map((inputs) => ({ op: outer, inputs })),
  "a batched product": fc.tuple(size(3), size(3), size(3), size(3)).chain(([b, n, k, m]) =>
    matrices([b * n, k], [b * k, m]).map((inputs) => ({
      op: batchedProduct,
      settings: b,
      inputs,
    })),
  ),
  "a matrix of a batch": fc
    .tuple(size(3), size(3), size(3))
    .chain(([b, n, m]) => fc.tuple(matrix(b * n, m), fc.nat(b - 1), fc.constant(b)))
    .map(([A, i, b]) => ({ op: ofBatch, settings: { i, b }, inputs: [A] })),
  "a diagonal matrix": size(4)
    .chain((n) => matrix(n, 1))
    .map((a) => ({ op: diag, inputs: [a] })),
  "a diagonal": size(4)
    .chain((n) => matrix(n, n))
    .map((a) => ({ op: diagonal, inputs: [a] })),
  "a sum over paths": alike(paths, 2),
};

it.each(Object.keys(drawn))("every gradient of %s is its slope", (name) => {
  fc.assert(
    fc.property(drawn[name]!, ({ op, settings, inputs, moving }) => {
      expectSlopes(inputs, (lay, nodes) => lay(op as Op, nodes, settings), moving);
    }),
    { numRuns: 40 },
  );
});

it.each(Object.keys(drawn))("so is the gradient of a gradient of %s", (name) => {
  fc.assert(
    fc.property(drawn[name]!, ({ op, settings, inputs, moving }) => {
      expectSlopesOfSlopes(inputs, (lay, nodes) => lay(op as Op, nodes, settings), moving);
    }),
    { numRuns: 10 },
  );
});
