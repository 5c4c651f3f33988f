import { describe, expect, it } from "vitest";
import { aside } from "@/lib/engine/graph";
import { each } from "@/lib/engine/ops/each";
import { ShapeError } from "@/lib/engine/shape-error";
import { bench } from "./slipped";

const { given } = bench();
const whole = given([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("a function of every entry", () => {
  const summed = (...others: ReturnType<typeof given>[]) => [
    ...aside(each, [whole, ...others], (a, b, c) => a + 10 * b + 100 * c).data,
  ];

  it("takes a row, a column or a lone number for all that it stands for", () => {
    expect(summed(given([[1, 2, 3]]), given([1, 2]))).toEqual([111, 122, 133, 214, 225, 236]);
    expect(summed(given(1), whole)).toEqual([111, 212, 313, 414, 515, 616]);
  });

  it("refuses what has another shape", () => {
    expect(() => summed(given([1, 2, 3]))).toThrow(ShapeError);
  });
});
