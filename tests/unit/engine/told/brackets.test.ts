import { expect, it } from "vitest";
import { add } from "@/lib/engine/ops/add";
import { divide } from "@/lib/engine/ops/divide";
import { exp } from "@/lib/engine/ops/exp";
import { log } from "@/lib/engine/ops/logarithm";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { power } from "@/lib/engine/ops/power";
import { square } from "@/lib/engine/ops/square";
import { subtract } from "@/lib/engine/ops/subtract";
import { bench } from "./slipped";

// Every figure here was worked with pencil and paper.

const { lay, given, slipped } = bench();
const [two, three, five] = [given(2, "two"), given(3, "three"), given(5, "five")];
const sum = lay(add, [two, three]);
const difference = lay(subtract, [five, three]);

it("brackets lost in a product: 5 (2 + 3) as 5 · 2 + 3, and (2 + 3) 5 as 2 + 3 · 5", () => {
  expect(slipped(lay(multiply, [five, sum]), "brackets-lost")).toEqual([[13]]);
  expect(slipped(lay(multiply, [sum, five]), "brackets-lost")).toEqual([[17]]);
});

it("brackets lost in a product of entries: a ⊙ (1 − h) as a ⊙ 1 − h", () => {
  const rest = lay(subtract, [given(1), given([0.5, 0.25])]);
  expect(slipped(lay(multiply, [given([4, 8]), rest]), "brackets-lost")).toEqual([[3.5, 7.75]]);
});

it("brackets lost in a matrix product: A (u + v) as A u + v", () => {
  const A = given([
    [1, 2],
    [3, 4],
  ]);
  const both = lay(add, [given([1, 1]), given([5, 6])]);
  expect(slipped(lay(matmul, [A, both]), "brackets-lost")).toEqual([[8, 13]]);
});

it("brackets lost in a quotient: (5 − 3) / 2, 5 / (2 + 3), 3 / (2 · 5)", () => {
  expect(slipped(lay(divide, [difference, two]), "brackets-lost")).toEqual([[3.5]]);
  expect(slipped(lay(divide, [five, sum]), "brackets-lost")).toEqual([[5.5]]);
  const product = lay(multiply, [two, five]);
  expect(slipped(lay(divide, [three, product]), "brackets-lost")).toEqual([[7.5]]);
});

it("brackets lost after a minus: −(2 + 3) as −2 + 3, and 5 − (2 + 3) as 5 − 2 + 3", () => {
  expect(slipped(lay(negate, [sum]), "brackets-lost")).toEqual([[1]]);
  expect(slipped(lay(subtract, [five, sum]), "brackets-lost")).toEqual([[6]]);
});

it("brackets lost in a power: (2 + 3)² as 2 + 3² and as 2² + 3²", () => {
  for (const squared of [lay(square, [sum]), lay(power, [sum, given(2)])]) {
    expect(slipped(squared, "brackets-lost")).toEqual([[11]]);
    expect(slipped(squared, "function-of-each-term")).toEqual([[13]]);
  }
});

it("brackets put in: 5 − 2³ as (5 − 2)³, and 5 + 2² as (5 + 2)²", () => {
  const cube = lay(power, [two, given(3)]);
  expect(slipped(lay(subtract, [five, cube]), "brackets-put-in")).toEqual([[27]]);
  expect(slipped(lay(add, [five, lay(square, [two])]), "brackets-put-in")).toEqual([[49]]);
});

it("brackets put in around a sum: 2 · 3 + 5 as 2 (3 + 5), 5 / 2 + 3 as (5 + 3) / 2, 5 − 3 · 2 as (5 − 3) 2", () => {
  const product = lay(multiply, [two, three]);
  expect(slipped(lay(add, [product, five]), "brackets-put-in")).toEqual([[16]]);
  const quotient = lay(divide, [five, two]);
  expect(slipped(lay(add, [quotient, three]), "brackets-put-in")).toEqual([[4]]);
  const six = lay(multiply, [three, two]);
  expect(slipped(lay(subtract, [five, six]), "brackets-put-in")).toEqual([[4]]);
});

it("a logarithm of each part: ln(5 / 2) as ln 5 / ln 2, and as ln 5 / 2", () => {
  const whole = lay(log, [lay(divide, [five, two])]);
  expect(slipped(whole, "function-of-each-term")[0]![0]).toBeCloseTo(2.321928, 5);
  expect(slipped(whole, "brackets-lost")[0]![0]).toBeCloseTo(0.804719, 5);
});

it("a minus put into an exponent: e² as e⁻²", () => {
  expect(slipped(lay(exp, [two]), "minus-put-in")[0]![0]).toBeCloseTo(0.1353353, 6);
  expect(slipped(lay(exp, [lay(negate, [two])]), "minus-put-in")).toEqual([]);
});

it("a square as a product: u u as u, and as 2 u", () => {
  const squared = lay(multiply, [three, three]);
  expect(slipped(squared, "exponent-left-out")).toEqual([[3]]);
  expect(slipped(squared, "times-for-power")).toEqual([[6]]);
  expect(slipped(squared, "factor-left-out")).toEqual([]);
});
