import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "@/lib/exercise/read-number";

const message = (typed: string) => {
  const read = readNumber(typed);
  return read.status === "unreadable" ? read.message : `read as ${read.number}`;
};

describe("a number", () => {
  it.each<[string, number]>([
    ["0", 0],
    ["-0", 0],
    ["42", 42],
    ["+0.5", 0.5],
    [" 0.5 ", 0.5],
    [".5", 0.5],
    ["5.", 5],
    ["-.5", -0.5],
    ["−0.5", -0.5],
    ["–0.5", -0.5],
    ["- 0.5", -0.5],
    ["１２．５", 12.5],
    ["－０．５", -0.5],
    ["1e-3", 0.001],
    ["1E-3", 0.001],
    ["1e−3", 0.001],
    ["-2.5e+2", -250],
    ["1.2×10^-3", 0.0012],
    ["1.2 × 10^-3", 0.0012],
    ["1.2*10^-3", 0.0012],
    ["1.2*10**-3", 0.0012],
    ["1.2·10^{-3}", 0.0012],
    ["1.2\\cdot 10^{-3}", 0.0012],
    ["1.2\\times10^{-3}", 0.0012],
    ["1.2x10^-3", 0.0012],
    ["1.2 x 10^(-3)", 0.0012],
    ["1.2×10⁻³", 0.0012],
    ["-1.2×10⁻¹²", -1.2e-12],
    ["10^-3", 0.001],
    ["-10^2", -100],
    ["10⁴", 10000],
    ["3/4", 0.75],
    ["-3/4", -0.75],
    ["3 / 4", 0.75],
    ["3⁄4", 0.75],
    ["1.5/2", 0.75],
    ["1e-3/2", 0.0005],
    ["3/-4", -0.75],
    ["50%", 0.5],
    ["12.5 %", 0.125],
    ["0,25", 0.25],
    ["1,5", 1.5],
    ["-1,5", -1.5],
    [",5", 0.5],
    ["0,123", 0.123],
    ["1234,567", 1234.567],
    ["1,2345", 1.2345],
    ["1,5e-3", 0.0015],
    ["1,234,567.8", 1234567.8],
    ["1.234.567,8", 1234567.8],
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234 567.8", 1234567.8],
    ["1\u00a0234,5", 1234.5],
    ["1\u202f000", 1000],
    ["1.234", 1.234],
    ["0.30000000000000004", 0.30000000000000004],
  ])("%s is %d", (typed, number) => {
    expect(message(typed)).toBe(`read as ${number}`);
  });

  it("is read back from every way JavaScript writes one", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readNumber(String(number))).toEqual({ status: "read", number: number + 0 });
      }),
      { numRuns: 500 },
    );
  });

  it("is finite or refused, whatever is typed, and nothing throws", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0123456789.,-+eE^*×/% x⁻³{}(−") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (typed) => {
        const read = readNumber(typed);
        if (read.status === "read") expect(Number.isFinite(read.number)).toBe(true);
        else expect(read.message).toMatch(/\S/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a comma that may part thousands or decimals", () => {
  it.each([
    ["1,234", "Did you mean 1234 or 1.234?"],
    ["-12,345", "Did you mean -12345 or -12.345?"],
    ["999,000e2", "Did you mean 999000 or 999.000?"],
  ])("%s is asked about", (typed, question) => {
    expect(message(typed)).toContain(question);
  });
});

describe("what is no number", () => {
  it.each([
    "NaN",
    "Infinity",
    "-Infinity",
    "inf",
    "abc",
    "0.5 0.3",
    "1 2",
    "1..2",
    "1,2,3",
    "1,23,456.7",
    "1.2.3,4,5",
    "--1",
    "1-2",
    "1/2/3",
    "/2",
    "1/",
    "%",
    "5e",
    "e5",
    "2^10",
    "x",
    "0x10",
    "1_000",
    "p = 0.5",
    "0.5 or so",
    "½",
    ".",
    ",",
    "-",
  ])("%s is quoted back, with how to write one", (typed) => {
    expect(message(typed)).toBe(
      `“${typed}” cannot be read as a number. Write it like -0.5, 3/4 or 1.2e-3.`,
    );
  });

  it.each([
    ["", "There is no number here"],
    ["  \t", "There is no number here"],
    ["1/0", "“1/0” divides by 0"],
    ["1e999", "“1e999” is too large"],
    ["1e-999", "“1e-999” is too small to be told from 0"],
    ["9".repeat(81), `“${"9".repeat(23)}…” is too long`],
    [`${"word ".repeat(8)}`, "“word word word word wor…” cannot be read"],
  ])("%j: %s", (typed, told) => {
    expect(message(typed)).toContain(told);
  });
});
