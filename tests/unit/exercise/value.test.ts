import fc from "fast-check";
import { expect, it } from "vitest";
import {
  fromJson,
  hash128,
  isTensor,
  toJson,
  toNumber,
  toTensor,
  type Value,
} from "@/lib/exercise";

const numbers = fc.double();
const tensors = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.array(numbers, { minLength: 9, maxLength: 9 }),
  )
  .map(([rows, cols, entries]) => ({
    rows,
    cols,
    data: Float64Array.from(entries.slice(0, rows * cols)),
  }));
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numbers,
    fc.boolean(),
    fc.string(),
    tensors,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "W", "p"), tie("value"), { noNullPrototype: true }),
  ),
}));

it("a value comes back from a JSON column as it was, −0 and the infinities too", () => {
  fc.assert(
    fc.property(value, (v) => {
      expect(fromJson(JSON.parse(JSON.stringify(toJson(v))))).toEqual(v);
    }),
  );
});

it("lists of numbers are columns, lists of lists rows, ragged ones nothing", () => {
  expect(toTensor([1, 2])).toMatchObject({ rows: 2, cols: 1 });
  expect(
    toTensor([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toMatchObject({ rows: 2, cols: 3 });
  expect(toTensor([[1, 2], [3]])).toBeUndefined();
  expect(toTensor([])).toBeUndefined();
  expect(toTensor("1")).toBeUndefined();
});

it("a 1×1 tensor is a number, a longer one none", () => {
  expect(toNumber({ rows: 1, cols: 1, data: Float64Array.of(7) })).toBe(7);
  expect(toNumber({ rows: 2, cols: 1, data: Float64Array.of(7, 8) })).toBeUndefined();
});

it("a record with a field named data is no tensor", () => {
  expect(isTensor({ rows: 1, cols: 1, data: [1] })).toBe(false);
});

it("seeds that differ in one character have states that differ in about half their bits", () => {
  const a = hash128("exercise:1");
  const b = hash128("exercise:2");
  const bits = a.map((word, i) => ((word ^ (b[i] ?? 0)) >>> 0).toString(2).replaceAll("0", ""));
  const changed = bits.join("").length;
  expect(changed).toBeGreaterThan(40);
  expect(changed).toBeLessThan(88);
});
