import { expect, test } from "vitest";
import { atLeast } from "@/lib/cohort/statistics/poisson-binomial";

test("with equal chances it is the binomial tail, as R has it", () => {
  // pbinom(2, 10, 0.1, lower.tail = FALSE); pbinom(0, 5, 0.3, lower.tail = FALSE)
  expect(atLeast(3, Array(10).fill(0.1))).toBeCloseTo(0.0701908264, 9);
  expect(atLeast(1, Array(5).fill(0.3))).toBeCloseTo(0.83193, 9);
});

test("with unequal chances it is what the cases add up to by hand", () => {
  // Both of 1/2 and 1/3: 1/6. Two of 1/2, 1/3, 1/4: (3 + 2 + 1 + 1) / 24.
  expect(atLeast(2, [1 / 2, 1 / 3])).toBeCloseTo(1 / 6, 12);
  expect(atLeast(2, [1 / 2, 1 / 3, 1 / 4])).toBeCloseTo(7 / 24, 12);
});

test("none at least is certain, more than there are is impossible, and a tiny tail keeps its figures", () => {
  expect(atLeast(0, [0.2])).toBe(1);
  expect(atLeast(2, [0.2])).toBe(0);
  expect(atLeast(4, Array(4).fill(1e-5)) / 1e-20).toBeCloseTo(1, 9);
});
