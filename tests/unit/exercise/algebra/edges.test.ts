import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { over, relation } from "./over";
import { diceFor } from "./random-pairs";

const names = over({ x: {}, y: {}, p: {}, k: {}, m: {} });

describe("what float64 cannot show is not told equal", () => {
  it.each([
    ["e^(e^(y - 64))", "e^(e^(1.01 y - 64))"],
    ["cos(10^-9)", "1"],
    ["x^(1e-17)", "1"],
    ["tanh(40 + x)", "1"],
    ["sigma(50 + x)", "1"],
    ["1 + 1e-20 x", "1"],
    ["ln(1 + 1e-17 x)", "0"],
    ["x", "1.0000000000000001 x"],
    ["x + 1e-400", "x"],
    ["3.141592653589793", "pi"],
    ["0.6931471805599453", "ln(2)"],
    ["coth(1000 + x)", "1"],
    ["sech(100 + x)", "0"],
    ["sin(1e-12 x)", "1e-12 x"],
    ["cos(1e-200 x)", "1"],
    ["x/(1 + e^(y - 90))", "x"],
    ["sqrt(x^2 + 1e-30)", "abs(x)"],
    ["sin(x)", "sin(x + 1e-20)"],
    ["e^(-1000)", "0"],
    ["sin(x)^2 + cos(x)^2 - 1 + 1e-40", "0"],
    // What is nearly lost cancels to first order, and only its square is left.
    ["(1 + 1e-9 x)(1 - 1e-9 x)", "1"],
    ["sigma(1e-9 x)(1 - sigma(1e-9 x))", "1/4"],
    ["sigma'(1e-60 x)", "1/4"],
    ["sigma(1e-6 x)", "1/2 + 2.5e-7 x"],
    // What shows at the very edge of the domain alone.
    ["relu(x - 1.9999)", "0"],
  ])("%s and %s", (a, b) => {
    expect(["different", "multiple"]).toContain(relation(a, b, names));
    expect(["different", "multiple"]).toContain(relation(b, a, names));
  });

  it.each([
    ["cos(1e-1999 x)", "1"],
    ["x + 1e-1990", "x"],
    ["1 + e^(-e^20)", "1"],
    ["9^9^9^9 x", "x"],
    ["x", "x + ln(-1 - x^2)"],
  ])(
    "%s and %s are undecided, where the digits that we can afford do not show it either",
    (a, b) => {
      expect(relation(a, b, names)).toBe("undecided");
    },
  );
});

describe("what cancels is decided by long arithmetic", () => {
  it.each([
    ["sin(x)^2 + cos(x)^2 - 1", "0"],
    ["sin(7 pi)", "0"],
    ["sin(7 pi) x", "0"],
    ["cosh(x)^2 - sinh(x)^2", "1"],
    ["1 - tanh(x)^2", "sech(x)^2"],
    ["coth(x) tanh(x)", "1"],
    ["sec(x)^2 - tan(x)^2", "1"],
    ["csc(x)^2 - cot(x)^2", "1"],
    ["csch(x) sinh(x)", "1"],
    ["sign(x) abs(x)", "x"],
    ["(x - x) y + 1", "1"],
    ["x + 1e50 - 1e50", "x"],
    ["tanh(100)", "(e^200 - 1)/(e^200 + 1)"],
    ["e^(e^(y - 64))", "e^(e^y e^(-64))"],
    ["(x/x)^2 + y", "1 + y"],
    ["1^y", "1"],
  ])("%s is %s", (a, b) => {
    expect(relation(a, b, names)).toBe("equal");
    expect(relation(b, a, names)).toBe("equal");
  });
});

describe("a point where one side is not real is lost alone", () => {
  it.each([
    ["ln(p^2)", "2 ln(p)"],
    ["1", "sqrt(k/m) sqrt(m/k)"],
    ["abs(x)", "sqrt(x)^2"],
    ["x - 1.97", "sqrt(x - 1.97)^2"],
    ["ln((3 - y)/(5 - p))", "ln(y - 3) - ln(p - 5)"],
  ])("the answer %s, typed %s", (key, typed) => {
    expect(relation(key, typed, names)).toBe("equal");
  });

  it.each([
    ["ln(p^2)", "3 ln(p)"],
    ["1", "2 sqrt(k/m) sqrt(m/k)"],
    ["abs(x)", "1.0001 sqrt(x)^2"],
    ["sqrt(sqrt(1 + 4 x^2))", "sqrt(sqrt(4 x^2 - 1))"],
  ])("the answer %s, and not %s", (key, typed) => {
    expect(relation(key, typed, names)).not.toBe("equal");
    expect(relation(key, typed, names)).not.toBe("undecided");
  });
});

/** Formulas of one name with a number far beyond float64's reach in them, and their value by decimal.js. */
const Digits = Decimal.clone({ precision: 150, toExpNeg: -9e15, toExpPos: 9e15 });
const families: readonly [(t: string) => string, (t: Decimal, x: Decimal) => Decimal][] = [
  [(t) => `1 + ${t} x`, (t, x) => t.times(x).plus(1)],
  [(t) => `ln(1 + ${t} x^2)`, (t, x) => t.times(x).times(x).plus(1).ln()],
  [(t) => `e^(${t} x)`, (t, x) => t.times(x).exp()],
  [(t) => `sqrt(1 + ${t} x^2)`, (t, x) => t.times(x).times(x).plus(1).sqrt()],
  [(t) => `x + ${t} - 1`, (t, x) => x.plus(t).minus(1)],
  [(t) => `1/(1 + ${t} x^2)`, (t, x) => new Digits(1).div(t.times(x).times(x).plus(1))],
  [(t) => `tanh(${t} x)`, (t, x) => t.times(x).tanh()],
  [(t) => `cosh(${t} x)`, (t, x) => t.times(x).cosh()],
];

it("tells numbers at the edge of float64 apart as decimal.js does to 150 digits", () => {
  const dice = diceFor(31);
  const x = new Digits("0.7");
  for (let i = 0; i < 120; i++) {
    const [write, value] = dice.one(families);
    const place = 6 + dice.below(24);
    const [first, second] = [`1e-${place}`, dice.one([`1.01e-${place}`, `2e-${place}`, "0"])];
    const differ = !value(new Digits(first), x).eq(value(new Digits(second), x));
    const told = relation(write(first), write(second), names);
    expect(differ && told === "equal", `${write(first)} ~ ${write(second)}: ${told}`).toBe(false);
    expect(relation(write(first), `${write(first)} + 0`, names), write(first)).toBe("equal");
  }
});
