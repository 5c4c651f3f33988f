import fc from "fast-check";
import { expect } from "vitest";
import { type Tensor, tensor } from "@/lib/engine";
import { gradient } from "@/lib/engine/gradient";
import { Graph, type Lay, type Node } from "@/lib/engine/graph";
import { constant } from "@/lib/engine/ops/constant";
import { multiply } from "@/lib/engine/ops/multiply";
import { sum } from "@/lib/engine/ops/sum";

/** Lays something down on nodes that hold the tensors of a test. */
export type Laid = (lay: Lay, inputs: readonly Node[], graph: Graph) => Node;

const width = 1e-5;

/** Expects every gradient of a weighted sum of what is laid to be its central difference, entry by entry. */
export function expectSlopes(inputs: readonly Tensor[], laid: Laid, moving = inputs.length): void {
  const worth = (moved: readonly Tensor[]) => weighted(moved, laid).total.data[0]!;
  const { graph, nodes, total } = weighted(inputs, laid);
  const gradients = gradient(graph, total, nodes.slice(0, moving));
  for (const [which, found] of gradients.entries()) {
    const at = inputs[which]!;
    expect([found.rows, found.cols]).toEqual([at.rows, at.cols]);
    for (let i = 0; i < at.data.length; i++) {
      const moved = (by: number) => {
        const data = at.data.slice();
        data[i]! += by;
        return worth(inputs.map((one, k) => (k === which ? tensor(at.rows, at.cols, data) : one)));
      };
      const slope = (moved(width) - moved(-width)) / (2 * width);
      const error = Math.abs(found.data[i]! - slope) / (1 + Math.abs(slope));
      expect(error, `input ${which}, entry ${i}: ${found.data[i]} for ${slope}`).toBeLessThan(2e-6);
    }
  }
}

/** Expects the slopes of the slopes to be right too: the gradient by the first inputs, laid down, is itself gone back through. */
export function expectSlopesOfSlopes(
  inputs: readonly Tensor[],
  laid: Laid,
  moving = inputs.length,
) {
  for (let which = 0; which < moving; which++) {
    expectSlopes(
      inputs,
      (lay, nodes, graph) => {
        const total = weightedSum(lay, laid(lay, nodes, graph), 3);
        return gradient(graph, total, [nodes[which]!])[0]!;
      },
      moving,
    );
  }
}

function weighted(inputs: readonly Tensor[], laid: Laid) {
  const graph = new Graph();
  const nodes = inputs.map((one) => graph.lay(constant, [], one));
  const out = laid(graph.lay, nodes, graph);
  return { graph, nodes, total: weightedSum(graph.lay, out, 1) };
}

/** Σ of every entry times a number of its own, so that no entry is like another. */
function weightedSum(lay: Lay, out: Node, from: number): Node {
  const data = out.data.map((_, at) => Math.sin(from + 2 * at) + 0.1);
  const weights = lay(constant, [], { rows: out.rows, cols: out.cols, data });
  return lay(sum, [lay(multiply, [weights, out])]);
}

/** A matrix of numbers between −2 and 2. */
export function matrix(rows: number, cols: number): fc.Arbitrary<Tensor> {
  return fc
    .array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: rows * cols,
      maxLength: rows * cols,
    })
    .map((data) => tensor(rows, cols, data));
}

/** A matrix whose entries all lie apart, and apart from 0: for what has a kink where two are alike. */
export function apart(rows: number, cols: number): fc.Arbitrary<Tensor> {
  const places = Array.from({ length: rows * cols }, (_, at) => at);
  return fc
    .tuple(fc.shuffledSubarray(places, { minLength: places.length }), matrix(rows, cols))
    .map(([order, noise]) =>
      tensor(
        rows,
        cols,
        order.map((k, at) => (k - places.length / 2 + 0.25) / 3 + noise.data[at]! / 40),
      ),
    );
}

export const size = (max: number, min = 1) => fc.integer({ min, max });

/** Matrices of these shapes, one after the other. */
export function matrices(
  ...shapes: readonly (readonly [number, number])[]
): fc.Arbitrary<Tensor[]> {
  return fc.tuple(...shapes.map(([rows, cols]) => matrix(rows, cols)));
}
