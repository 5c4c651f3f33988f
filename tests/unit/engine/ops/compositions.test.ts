import fc from "fast-check";
import { it } from "vitest";
import { type Tensor, tensor } from "@/lib/engine";
import type { Graph, Lay, Node } from "@/lib/engine/graph";
import { layAttention } from "@/lib/engine/lay-attention";
import {
  type CellWeights,
  type GruWeights,
  type LstmWeights,
  layGru,
  layLstm,
  layRecurrent,
} from "@/lib/engine/lay-cells";
import { layBatchNorm, layLayerNorm } from "@/lib/engine/lay-norm";
import { add } from "@/lib/engine/ops/add";
import { beside } from "@/lib/engine/ops/beside";
import { columnSums } from "@/lib/engine/ops/column-sums";
import { conv2d } from "@/lib/engine/ops/conv2d";
import { l2Penalty } from "@/lib/engine/ops/l2-penalty";
import { matmul } from "@/lib/engine/ops/matmul";
import { meanPool } from "@/lib/engine/ops/mean-pool";
import { means } from "@/lib/engine/ops/means";
import { multiply } from "@/lib/engine/ops/multiply";
import { scaled } from "@/lib/engine/ops/scaled";
import { sigmoid } from "@/lib/engine/ops/sigmoid";
import { softmaxRows } from "@/lib/engine/ops/softmax-rows";
import { stack } from "@/lib/engine/ops/stack";
import { tanh } from "@/lib/engine/ops/tanh";
import { transpose } from "@/lib/engine/ops/transpose";
import { expectSlopes, matrices, matrix, size } from "./slopes";

it("every gradient of an attention head with a mask is its slope", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(3), size(3), size(3)).chain(([n, d, v]) => matrices([n, d], [n, d], [n, v])),
      fc.boolean(),
      (inputs, isMasked) => {
        const n = inputs[0]!.rows;
        const causal = Array.from({ length: n * n }, (_, at) =>
          at % n <= Math.floor(at / n) ? 1 : 0,
        );
        expectSlopes(
          [...inputs, tensor(n, n, causal)],
          (_, [Q, K, V, mask], graph) =>
            layAttention(graph, { Q: Q!, K: K!, V: V!, ...(isMasked && { mask: mask! }) }).output,
          3,
        );
      },
    ),
    { numRuns: 60 },
  );
});

it.each([
  ["layer", layLayerNorm, "columns"],
  ["batch", layBatchNorm, "rows"],
] as const)("every gradient of a %s norm is its slope", (_, layNorm, axis) => {
  fc.assert(
    fc.property(
      fc.tuple(size(4, 2), size(4, 2)).chain(([n, m]) => matrices([n, m], [n, 1], [n, 1])),
      (inputs) => {
        fc.pre(isSpread(inputs[0]!, axis));
        expectSlopes(inputs, (_, [x, gamma, beta], graph) => {
          return layNorm(graph, { x: x!, gamma: gamma!, beta: beta!, epsilon: 1e-2 }).y;
        });
      },
    ),
    { numRuns: 60 },
  );
});

/** The shapes of an input, a state, and the weights of so many sums of a cell. */
const cell = (sums: number, states: number) =>
  fc.tuple(size(3), size(3), size(2)).chain(([n, d, m]) => {
    const weights = Array.from(
      { length: sums },
      () =>
        [
          [n, d],
          [n, n],
          [n, 1],
        ] as const,
    ).flat();
    const start = Array.from({ length: states }, () => [n, m] as const);
    return matrices([d, m], [d, m], ...start, ...weights);
  });

const weightsOf = (nodes: readonly Node[], k: number): CellWeights => {
  const [Wx, Wh, b] = nodes.slice(3 * k, 3 * k + 3);
  return { Wx: Wx!, Wh: Wh!, b: b! };
};

it("every gradient through three steps of a recurrent cell is its slope", () => {
  fc.assert(
    fc.property(cell(1, 1), (inputs) => {
      expectSlopes(inputs, (_, [x1, x2, h0, ...rest], graph) => {
        const weights = weightsOf(rest, 0);
        return [x1!, x2!, x1!].reduce((h, x) => layRecurrent(graph, weights, x, h).h, h0!);
      });
    }),
    { numRuns: 30 },
  );
});

it("every gradient through two steps of an LSTM is its slope", () => {
  fc.assert(
    fc.property(cell(4, 2), (inputs) => {
      expectSlopes(inputs, (lay, [x1, x2, h0, c0, ...rest], graph) => {
        const weights: LstmWeights = {
          i: weightsOf(rest, 0),
          f: weightsOf(rest, 1),
          g: weightsOf(rest, 2),
          o: weightsOf(rest, 3),
        };
        const first = layLstm(graph, weights, { x: x1!, h: h0!, c: c0! });
        const last = layLstm(graph, weights, { x: x2!, h: first.h, c: first.c });
        return lay(stack, [last.h, last.c]);
      });
    }),
    { numRuns: 20 },
  );
});

it("every gradient through two steps of a GRU is its slope", () => {
  fc.assert(
    fc.property(cell(3, 1), (inputs) => {
      expectSlopes(inputs, (_, [x1, x2, h0, ...rest], graph) => {
        const weights: GruWeights = {
          r: weightsOf(rest, 0),
          z: weightsOf(rest, 1),
          n: weightsOf(rest, 2),
        };
        return layGru(graph, weights, x2!, layGru(graph, weights, x1!, h0!).h).h;
      });
    }),
    { numRuns: 20 },
  );
});

/** Steps that take a matrix to another, of any shape that a is of, with a parameter p of the same shape. */
const steps: readonly ((lay: Lay, a: Node, p: Node, graph: Graph) => Node)[] = [
  (lay, a, p) => lay(matmul, [lay(transpose, [p]), a]),
  (lay, a, p) => lay(multiply, [a, p]),
  (lay, a, p) => lay(add, [lay(tanh, [a]), p]),
  (lay, a) => lay(sigmoid, [a]),
  (lay, a) => lay(softmaxRows, [a]),
  (lay, a) => lay(scaled, [a], a.cols),
  (lay, a, p) => lay(beside, [a, lay(tanh, [p])]),
  (lay, a, p) => lay(stack, [lay(columnSums, [a]), p]),
  (lay, a, p) => lay(conv2d, [a, p], { stride: 1, padding: 1 }),
  (lay, a) => lay(meanPool, [a], { rows: 1, cols: 1, stride: 2 }),
  (lay, a) => lay(means, [a], "rows"),
  (_, a, p, graph) => layAttention(graph, { Q: a, K: p, V: p }).output,
  (lay, a, p) => {
    const lambda = lay(columnSums, [lay(means, [p], "rows")]);
    return lay(add, [a, lay(l2Penalty, [p, lambda], { isHalved: true })]);
  },
];

it("every gradient of a few of these steps, one after the other, is its slope", () => {
  fc.assert(
    fc.property(
      fc.tuple(size(3), size(3)).chain(([n, m]) => fc.tuple(matrix(n, m), matrix(n, m))),
      fc.array(fc.nat(steps.length - 1), { minLength: 2, maxLength: 5 }),
      ([a, p], picked) => {
        expectSlopes([a, p], (lay, [first, parameter], graph) => {
          return picked.reduce((node, k) => {
            // A step whose shapes do not fit here is passed over.
            try {
              return lay(tanh, [steps[k]!(lay, node, parameter!, graph)]);
            } catch {
              return lay(sigmoid, [node]);
            }
          }, first!);
        });
      },
    ),
    { numRuns: 300 },
  );
});

/** Whether no row, or no column, is nearly of one number: there a norm bends too fast for a difference. */
function isSpread({ rows, cols, data }: Tensor, axis: "rows" | "columns"): boolean {
  const groups = Array.from({ length: axis === "rows" ? rows : cols }, (_, k) =>
    [...data].filter((_, at) => k === (axis === "rows" ? Math.floor(at / cols) : at % cols)),
  );
  return groups.every((group) => Math.max(...group) - Math.min(...group) > 0.1);
}
