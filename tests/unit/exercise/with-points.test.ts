import { expect, test } from "vitest";
import { readMatrix } from "@/lib/exercise/kinds/matrix/read";
import { readNumber } from "@/lib/exercise/read-number";
import { withPoints } from "@/lib/exercise/with-points";

test.each([
  ["1,234", 1.234],
  ["-12,500", -12.5],
  ["0,5", 0.5],
  ["0.5", 0.5],
  ["1.234", 1.234],
  ["1,234,567", 1234567],
  ["1.234,5", 1234.5],
  ["1,2345", 1.2345],
])("%s of somebody who writes decimal commas is %d", (typed, number) => {
  expect(readNumber(withPoints(typed))).toEqual({ status: "read", number });
});

test("cells of a grid are read one by one", () => {
  expect(withPoints("1,234\t0,5\t\n12,345\t6\t")).toBe("1.234\t0,5\t\n12.345\t6\t");
});

const view = {
  precision: { kind: "decimals", places: 3 },
} as unknown as Parameters<typeof readMatrix>[1];

test.each([
  "[[1,234],[5,678]]",
  "{{1,234},{5,678}}",
  "((1,234),(5,678))",
  "np.array([[1,234],[5,678]])",
  "1,234, 5,678",
  "0,5, 1,234",
])("%s, as programs write a matrix, is read alike with decimal commas and without", (typed) => {
  expect(readMatrix(withPoints(typed), view)).toEqual(readMatrix(typed, view));
});

test.each([
  ["1,234 0,5\n2 3", [1.234, 0.5], [2, 3]],
  ["0,5 1,234\n0,25 2", [0.5, 1.234], [0.25, 2]],
  ["1,234; 0,5\n2;3", [1.234, 0.5], [2, 3]],
])("%s is one matrix of decimal commas", (typed, ...rows) => {
  expect(readMatrix(withPoints(typed), view)).toEqual({ status: "read", reading: rows });
});
