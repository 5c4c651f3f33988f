import { describe, expect, it } from "vitest";
import {
  column,
  fromRows,
  Graph,
  layDescent,
  network,
  ShapeError,
  tensor,
  toRows,
} from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { matmul } from "@/lib/engine/ops/matmul";
import { mean } from "@/lib/engine/ops/mean";
import { multiply } from "@/lib/engine/ops/multiply";
import { subtract } from "@/lib/engine/ops/subtract";
import { sum } from "@/lib/engine/ops/sum";
import { transpose } from "@/lib/engine/ops/transpose";
import { backprop, forward, given, of } from "./a-pass";

const a = fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("a tensor", () => {
  it("is laid out row by row", () => {
    expect(a).toMatchObject({ rows: 2, cols: 3 });
    expect([...a.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(toRows(of(transpose, a))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  it("keeps its numbers when the list it came from changes", () => {
    const numbers = new Float64Array([1, 2]);
    const made = tensor(2, 1, numbers);
    numbers[0] = 9;
    expect(made.data[0]).toBe(1);
  });

  it("may be empty", () => {
    expect(toRows(tensor(0, 0, []))).toEqual([]);
    expect(of(sum, tensor(0, 0, [])).data[0]).toBe(0);
  });

  it("sums to 21, with the mean 3.5", () => {
    expect(of(sum, a).data[0]).toBe(21);
    expect(of(mean, a).data[0]).toBe(3.5);
  });

  it("multiplies as matrices and entry by entry", () => {
    expect(toRows(of(matmul, a, column([1, 0, -1])))).toEqual([[-2], [-2]]);
    expect(toRows(of(matmul, fromRows([[1, 2]]), fromRows([[3], [4]])))).toEqual([[11]]);
    expect(toRows(of(multiply, a, a))).toEqual([
      [1, 4, 9],
      [16, 25, 36],
    ]);
    expect(toRows(of(multiply, column([-1]), a))).toEqual([
      [-1, -2, -3],
      [-4, -5, -6],
    ]);
  });

  it("takes a column to every example of a batch, from either side", () => {
    const b = column([10, 20]);
    expect(toRows(of(add, a, b))).toEqual([
      [11, 12, 13],
      [24, 25, 26],
    ]);
    expect(toRows(of(add, b, a))).toEqual(toRows(of(add, a, b)));
    expect(toRows(of(subtract, b, a))).toEqual([
      [9, 8, 7],
      [16, 15, 14],
    ]);
  });
});

const net = network({
  sizes: [2, 1],
  activations: ["identity", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [tensor(0, 0, []), fromRows([[1, 2]])],
  b: [tensor(0, 0, []), column([0])],
});

describe("what does not fit is refused with both shapes", () => {
  it.each([
    ["a 2×3 matrix can’t be multiplied by a 2×3", () => of(matmul, a, a)],
    ["2×3 plus 3×2 do not fit", () => of(add, a, of(transpose, a))],
    ["2×3 minus 3×1 do not fit", () => of(subtract, a, column([1, 2, 3]))],
    ["2×3 ⊙ 2×2 do not fit", () => of(multiply, a, tensor(2, 2, [1, 2, 3, 4]))],
    ["3 numbers do not fill 2×2", () => tensor(2, 2, [1, 2, 3])],
    ["0 numbers do not fill -1×0", () => tensor(-1, 0, [])],
    ["rows of 2 and of 1 numbers make no matrix", () => fromRows([[1, 2], [3]])],
    ["W[1] is 2×1 where 1×2 fits", () => network({ ...net, W: [net.W[0]!, column([1, 2])] })],
    ["b[1] is 2×1 where 1×1 fits", () => network({ ...net, b: [net.b[0]!, column([1, 2])] })],
    ["a network has inputs and at least one layer", () => network({ ...net, sizes: [2] })],
    ["2 sizes do not go with a list of 1 layers", () => network({ ...net, W: [net.W[1]!] })],
    ["1×2 times 3×1 plus 1×1 do not fit", () => forward(net, column([1, 2, 3]))],
    ["y is 2×1 where 1×1 fits", () => backprop(net, column([1, 2]), column([0, 1]))],
    [
      "the gradient is 2×1 where 1×2 fits",
      () => layDescent(new Graph(), given(net.W[1]!), given(column([1, 2])), given(column([1]))),
    ],
  ])("%s", (message, attempt) => {
    expect(attempt).toThrow(ShapeError);
    expect(attempt).toThrow(message);
  });
});
