import katex from "katex";
import { expect, it } from "vitest";
import { fromRows, type Tensor, toRows } from "@/lib/engine";
import { gradient } from "@/lib/engine/gradient";
import { Graph, type Node } from "@/lib/engine/graph";
import { layBatchNorm } from "@/lib/engine/lay-norm";
import { add } from "@/lib/engine/ops/add";
import { constant } from "@/lib/engine/ops/constant";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { sum } from "@/lib/engine/ops/sum";
import { architectures } from "@/lib/engine/told/architectures";
import * as attention from "@/lib/engine/told/attention";
import {
  toldBatchedProduct,
  toldEachTransposed,
  toldIntoBatch,
  toldOfBatch,
} from "@/lib/engine/told/batched-product";
import * as cells from "@/lib/engine/told/cells";
import * as conv from "@/lib/engine/told/conv";
import * as embedding from "@/lib/engine/told/embedding";
import * as tensors from "@/lib/engine/told/more-tensors";
import * as norm from "@/lib/engine/told/norm";
import { pathSlips, toldPaths } from "@/lib/engine/told/paths";
import * as penalties from "@/lib/engine/told/penalties";
import * as pool from "@/lib/engine/told/pool";
import { architectureRules } from "@/lib/engine/told/rules-architectures";
import type { Slip, Told } from "@/lib/engine/told/told";

type Rows = readonly (readonly number[])[];

/** Slips by name, and what each comes to: of those made in two ways, the first. */
interface Worked {
  readonly told: Told;
  readonly on: readonly Rows[];
  readonly settings?: unknown;
  readonly slips: Readonly<Record<string, Rows>>;
}

const column = (...entries: number[]): Rows => entries.map((v) => [v]);
const seq = column(1, 2, 3, 4);
const kernel = column(1, 2);
const two = { rows: 2, cols: 2, stride: 2 };
const square: Rows = [
  [1, 2],
  [3, 4],
];
const eights: Rows = [
  [8, 8],
  [8, 8],
];

const worked: readonly Worked[] = [
  {
    told: conv.toldConv1d,
    on: [seq, kernel],
    settings: { stride: 1, padding: 0 },
    slips: { "kernel-flipped": column(4, 7, 10) },
  },
  {
    told: conv.toldConv1d,
    on: [seq, kernel],
    settings: { stride: 2, padding: 0 },
    slips: { "stride-ignored": column(5, 8, 11) },
  },
  {
    told: conv.toldConv1d,
    on: [seq, kernel, [[1]]],
    settings: { stride: 1, padding: 1 },
    slips: {
      "padding-ignored": column(6, 9, 12),
      "kernel-bias-left-out": column(2, 5, 8, 11, 4),
    },
  },
  {
    told: conv.toldConv2d,
    on: [
      square,
      [
        [1, 0],
        [0, 2],
      ],
    ],
    settings: { stride: 1, padding: 0 },
    slips: { "kernel-flipped": [[6]] },
  },
  {
    told: conv.toldInputBack,
    on: [column(1, 0), kernel],
    settings: { stride: 1, above: 0, left: 0, whole: { rows: 3, cols: 1 } },
    slips: { "kernel-not-flipped-back": column(2, 1, 0) },
  },
  {
    told: conv.toldKernelBack,
    on: [column(1, 0), column(1, 2, 3)],
    settings: { stride: 1, above: 0, left: 0, whole: { rows: 2, cols: 1 } },
    slips: { "kernel-flipped": column(2, 1) },
  },
  { told: pool.toldMaxPool, on: [square], settings: two, slips: { "mean-for-max": [[2.5]] } },
  {
    told: pool.toldMaxPool,
    on: [[[1, 3, 2, 5]]],
    settings: { rows: 1, cols: 2, stride: 2 },
    slips: { "stride-ignored": [[3, 3, 5]] },
  },
  {
    told: pool.toldMaxPoolBack,
    on: [[[8]], square],
    settings: two,
    slips: {
      "max-pool-to-all": eights,
      "max-pool-shared": [
        [2, 2],
        [2, 2],
      ],
    },
  },
  {
    told: pool.toldMeanPool,
    on: [square],
    settings: two,
    slips: { "max-for-mean": [[4]], "pool-summed": [[10]] },
  },
  {
    told: pool.toldMeanPoolBack as Told,
    on: [[[8]]],
    settings: { ...two, whole: { rows: 2, cols: 2 } },
    slips: { "mean-pool-share-forgotten": eights },
  },
  {
    told: embedding.toldColumns,
    on: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [[1, 2]],
    ],
    slips: {
      "token-counted-from-0": [
        [2, 3],
        [5, 6],
      ],
      "embedding-row-read": [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    },
  },
  {
    told: embedding.toldColumnsBack,
    on: [square, [[2, 2]]],
    settings: { rows: 2, cols: 3 },
    slips: {
      "repeated-token-once": [
        [0, 2, 0],
        [0, 4, 0],
      ],
    },
  },
  {
    told: attention.toldSoftmaxRows,
    on: [
      [
        [0, Math.log(3)],
        [0, 0],
      ],
    ],
    slips: {
      "softmax-axis": [
        [0.5, 0.75],
        [0.5, 0.25],
      ],
      "softmax-not-normalised": [
        [1, 3],
        [1, 1],
      ],
    },
  },
  {
    told: attention.toldScaled,
    on: [[[8]]],
    settings: 4,
    slips: {
      "attention-scale-left-out": [[8]],
      "attention-scale-by-d": [[2]],
      "attention-scale-times": [[16]],
    },
  },
  {
    told: attention.toldMasked,
    on: [[[1, 2]], [[1, 0]]],
    settings: -1000,
    slips: {
      "mask-forgotten": [[1, 2]],
      "mask-zeroed": [[1, 0]],
      "attention-mask-turned": [[-999, 2]],
    },
  },
  {
    told: attention.toldAttentionScores,
    on: [
      square,
      [
        [0, 1],
        [1, 1],
      ],
    ],
    slips: {
      "queries-for-keys": [
        [2, 4],
        [3, 7],
      ],
      "features-for-tokens": [
        [3, 4],
        [4, 6],
      ],
    },
  },
  {
    told: norm.toldMeans,
    on: [[[1, 3]]],
    settings: "rows",
    slips: { "axis-changed-over": [[1, 3]], "sum-for-mean": [[4]] },
  },
  {
    told: norm.toldMeansBack as Told,
    on: [[[4]]],
    settings: { axis: "rows", whole: { rows: 1, cols: 2 } },
    slips: { "mean-held": [[0, 0]] },
  },
  {
    told: norm.toldVariances,
    on: [[[0, 4]]],
    settings: "rows",
    slips: {
      "variance-over-n-minus-1": [[8]],
      "deviation-for-variance": [[2]],
      "axis-changed-over": [[0, 0]],
    },
  },
  {
    told: norm.toldVariancesBack,
    on: [[[1]], [[0, 4]]],
    settings: "rows",
    slips: { "variance-held": [[0, 0]] },
  },
  {
    told: norm.toldStandardised,
    on: [[[0, 4]], [[2]], [[4]]],
    settings: { axis: "rows", epsilon: 5 },
    slips: {
      "epsilon-outside-root": [[-2 / 7, 2 / 7]],
      "epsilon-left-out": [[-1, 1]],
      "variance-for-deviation": [[-2 / 9, 2 / 9]],
      "mean-not-taken-off": [[0, 4 / 3]],
    },
  },
  {
    told: norm.toldScaleShift,
    on: [column(1, 2), column(3, 4), column(5, 6)],
    slips: {
      "gamma-left-out": column(6, 8),
      "beta-left-out": column(3, 8),
      "gamma-for-beta": column(8, 16),
    },
  },
  {
    told: tensors.toldDropout,
    on: [[[4, 4]], [[1, 0]]],
    settings: 0.2,
    slips: {
      "mask-not-rescaled": [[4, 0]],
      "rescaled-by-rate": [[20, 0]],
      "dropout-forgotten": [[4, 4]],
      "dropout-mask-forgotten": [[5, 5]],
    },
  },
  {
    told: toldBatchedProduct,
    on: [
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
      [
        [1, 0],
        [1, 1],
        [0, 1],
        [1, 0],
      ],
    ],
    settings: 2,
    slips: {
      "batch-first-for-all": [
        [3, 2],
        [7, 4],
        [11, 6],
        [15, 8],
      ],
      "batch-partners-turned": [
        [2, 1],
        [4, 3],
        [11, 6],
        [15, 8],
      ],
      "product-turned": [
        [1, 2],
        [4, 6],
        [7, 8],
        [5, 6],
      ],
      "transpose-put-in": [
        [1, 3],
        [3, 7],
        [6, 5],
        [8, 7],
      ],
      "entries-for-matrix-product": [
        [1, 0],
        [3, 4],
        [0, 6],
        [7, 0],
      ],
    },
  },
  {
    told: toldEachTransposed,
    on: [
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    ],
    settings: 2,
    slips: {
      "transpose-left-out": [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    },
  },
  {
    told: toldOfBatch,
    on: [column(1, 2)],
    settings: { i: 1, b: 2 },
    slips: { "another-of-batch": [[1]] },
  },
  {
    told: toldIntoBatch,
    on: [[[1, 2]]],
    settings: { i: 1, b: 2 },
    slips: {},
  },
  {
    told: tensors.toldBeside,
    on: [[[1]], [[2]]],
    slips: { "joined-in-other-order": [[2, 1]] },
  },
  {
    told: cells.toldRecurrentSum,
    on: [[[2]], [[3]], [[5]], [[7]], [[1]]],
    slips: {
      "state-weights-swapped": [[30]],
      "state-left-out": [[7]],
      "cell-bias-left-out": [[41]],
    },
  },
  {
    told: cells.toldGate,
    on: [[[Math.log(2)]]],
    slips: { "tanh-for-gate": [[0.6]], "activation-left-out": [[Math.log(2)]] },
  },
  {
    told: cells.toldCandidate,
    on: [[[Math.log(2)]]],
    slips: { "sigmoid-for-candidate": [[2 / 3]], "activation-left-out": [[Math.log(2)]] },
  },
  {
    told: cells.toldCellState,
    on: [[[0.5]], [[4]], [[0.25]], [[8]]],
    slips: {
      "gates-swapped": [[5]],
      "forget-gate-left-out": [[6]],
      "input-gate-left-out": [[10]],
      "state-left-out": [[2]],
    },
  },
  {
    told: cells.toldBlend,
    on: [[[0.25]], [[4]], [[8]]],
    slips: { "update-gate-turned": [[5]], "state-left-out": [[6]] },
  },
  { told: toldPaths, on: [[[1]], [[2]]], slips: { "path-left-out": [[1]] } },
  {
    told: penalties.toldL2Penalty,
    on: [column(1, 2), [[0.5]]],
    settings: { isHalved: true },
    slips: {
      "penalty-half": [[2.5]],
      "l1-for-l2": [[1.5]],
      "penalty-left-out": [[0]],
      "penalty-sign": [[-1.25]],
    },
  },
  {
    told: penalties.toldL2Back,
    on: [[[1]], column(1, 2), [[0.5]]],
    settings: { isHalved: false },
    slips: {
      "penalty-two": column(0.5, 1),
      "penalty-gradient-left-out": column(0, 0),
      "penalty-sign": column(-1, -2),
    },
  },
  {
    told: penalties.toldL1Penalty,
    on: [column(1, -2), [[0.5]]],
    slips: { "l2-for-l1": [[2.5]], "penalty-left-out": [[0]], "penalty-sign": [[-1.5]] },
  },
  {
    told: penalties.toldL1Back,
    on: [[[1]], column(1, -2), [[0.5]]],
    slips: {
      "weight-sign-forgotten": column(0.5, 0.5),
      "penalty-gradient-left-out": column(0, 0),
      "penalty-sign": column(-0.5, 0.5),
    },
  },
  { told: tensors.toldMax, on: [column(1, -3)], slips: { "min-for-max": [[-3]] } },
  { told: tensors.toldMin, on: [column(1, -3)], slips: { "max-for-min": [[1]] } },
  {
    told: tensors.toldArgmax,
    on: [column(1, 5, 2)],
    slips: { "argmax-from-0": [[1]], "max-for-argmax": [[5]] },
  },
  {
    told: tensors.toldClip,
    on: [column(-3, 3)],
    settings: { low: -1, high: 1 },
    slips: { "clip-one-side": column(-3, 1) },
  },
  {
    told: tensors.toldInverse,
    on: [square],
    slips: {
      "determinant-forgotten": [
        [4, -2],
        [-3, 1],
      ],
      "transposed-for-inverse": [
        [1, 3],
        [2, 4],
      ],
      "entries-inverted": [
        [1, 1 / 2],
        [1 / 3, 1 / 4],
      ],
    },
  },
  {
    told: tensors.toldSolve,
    on: [
      [
        [1, 1],
        [0, 2],
      ],
      column(3, 4),
    ],
    slips: { "system-transposed": column(3, 0.5), "product-for-solution": column(7, 8) },
  },
  {
    told: tensors.toldOuter,
    on: [column(1, 2), column(3, 4)],
    slips: {
      "outer-turned": [
        [3, 6],
        [4, 8],
      ],
    },
  },
];

const each = worked.flatMap(({ slips, ...one }) =>
  Object.entries(slips).map(([rule, rows]) => [rule, one.told.op.name, rows, one] as const),
);

it.each(each)("%s at %s comes to what it does by hand", (rule, _, rows, { told, on, settings }) => {
  const graph = new Graph();
  const inputs = on.map((one) => graph.lay(constant, [], fromRows(one)));
  const found = madeAt(told.slips, graph.lay(told.op, inputs, settings), rule);
  expectNear(found[0]!, rows);
});

it("every mistake of an architecture has a figure by hand", () => {
  const figured = [...each.map(([rule]) => rule), "last-step-only", "norm-held"];
  expect(Object.keys(architectureRules).filter((rule) => !figured.includes(rule))).toEqual([]);
});

it("the gradient of weights used at two steps can be that of the last step alone", () => {
  const graph = new Graph();
  const [W, x1, x2] = [[[2]], [[3]], [[5]]].map((rows) => graph.lay(constant, [], fromRows(rows)));
  const steps = [x1!, x2!].map((x) => graph.lay(matmul, [W!, x]));
  const [dW] = gradient(graph, graph.lay(sum, [graph.lay(add, steps)]), [W!]);
  expectNear(madeAt(pathSlips, dW!, "last-step-only")[0]!, [[5]]);
  expect(madeAt(pathSlips, dW!, "path-left-out")).toEqual([]);
});

it("the gradient of a lone weight used at two steps can be that of the last step alone", () => {
  const graph = new Graph();
  const [w, x1, x2, h0] = [2, 3, 5, 7].map((v) => graph.lay(constant, [], fromRows([[v]])));
  const step = (h: Node, x: Node) => graph.lay(add, [graph.lay(multiply, [w!, h]), x]);
  // h₂ = w h₁ + x₂ with h₁ = 2 · 7 + 3 = 17: dh₂/dw is 17 at the last step, and 17 + 2 · 7 in all.
  const [dw] = gradient(graph, step(step(h0!, x1!), x2!), [w!]);
  expectNear(dw!, [[31]]);
  expectNear(madeAt(pathSlips, dw!, "last-step-only")[0]!, [[17]]);
  expect(madeAt(pathSlips, dw!, "path-left-out")).toEqual([]);
});

it("the gradient of a lone number used side by side can be that along one path, and knows no steps", () => {
  const graph = new Graph();
  const [w, x, y] = [2, 3, 5].map((v) => graph.lay(constant, [], fromRows([[v]])));
  const products = [x!, y!].map((one) => graph.lay(multiply, [w!, one]));
  const [dw] = gradient(graph, graph.lay(add, products), [w!]);
  expect(madeAt(pathSlips, dw!, "path-left-out")).toHaveLength(2);
  expect(madeAt(pathSlips, dw!, "last-step-only")).toEqual([]);
});

it("the gradient through a norm can be the direct path alone", () => {
  const graph = new Graph();
  const [x, gamma, beta, share] = [[[0, 4]], [[3]], [[1]], [[1, 0]]].map((rows) =>
    graph.lay(constant, [], fromRows(rows)),
  );
  const { y } = layBatchNorm(graph, { x: x!, gamma: gamma!, beta: beta!, epsilon: 5 });
  const [dx] = gradient(graph, graph.lay(sum, [graph.lay(multiply, [share!, y])]), [x!]);
  expectNear(madeAt(pathSlips, dx!, "norm-held")[0]!, [[1, 0]]);
});

function madeAt(slips: readonly Slip<never>[], node: Node, rule: string): Tensor[] {
  return slips
    .filter((slip) => slip.rule.name === rule)
    .flatMap((slip) => slip.made(node as Node<never>).map(({ by }) => by));
}

function expectNear(found: Tensor, rows: Rows): void {
  expect([found.rows, found.cols]).toEqual([rows.length, rows[0]!.length]);
  for (const [i, row] of toRows(found).entries()) {
    for (const [j, v] of row.entries()) expect(v).toBeCloseTo(rows[i]![j]!, 10);
  }
}

it("every op of an architecture is told once, and so that its formula is TeX", () => {
  const names = architectures.map(({ op }) => op.name);
  expect(new Set(names).size).toBe(names.length);
  const write = {
    of: (node: Node) => ({ tex: node.names[0] ?? "a", binds: 4 as const }),
    inline: () => "$a$",
  };
  for (const { told, on, settings } of worked) {
    const graph = new Graph();
    const node = graph.lay(
      told.op,
      on.map((one) => graph.lay(constant, [], fromRows(one))),
      settings,
    );
    const { tex } = told.tex(node, write);
    expect(() => katex.renderToString(tex, { throwOnError: true }), tex).not.toThrow();
    expect(told.tells?.(node, write)).toMatch(/\.$/);
    for (const made of told.slips.flatMap((slip) => slip.made(node))) {
      expect(made.says?.(write) ?? "did this").not.toMatch(/undefined|\.$/);
    }
  }
});
