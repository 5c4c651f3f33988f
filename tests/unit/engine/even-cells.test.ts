import { expect, it } from "vitest";
import { fromRows } from "@/lib/engine";
import { evenCells } from "@/lib/engine/even-cells";

const four = (value: number) => String(Number(value.toPrecision(4)));
const cells = (rows: number[][]) => evenCells(fromRows(rows), four);

it("numbers below one another have equally many decimals, and columns differ", () => {
  expect(
    cells([
      [0.5, 1],
      [-1.25, 3],
    ]),
  ).toEqual([
    ["0.50", "1"],
    ["-1.25", "3"],
  ]);
});

it("numbers of a single row have equally many decimals", () => {
  expect(cells([[0.7, -0.65, 1]])).toEqual([["0.70", "-0.65", "1.00"]]);
});

it("what was rounded is given to more decimals as it is, and not filled up with zeros", () => {
  expect(cells([[12.34372], [0.12351]])).toEqual([["12.3437"], ["0.1235"]]);
});

it("powers of ten and very small numbers leave a column as it is", () => {
  expect(cells([[1e-9], [0.5]])).toEqual([["1e-9"], ["0.5"]]);
  expect(cells([[0.00012356], [2]])).toEqual([["0.0001236"], ["2"]]);
});
