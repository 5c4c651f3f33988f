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
    ["٠٫٥", 0.5],
    ["-٣٫٢٥", -3.25],
    ["०.५", 0.5],
    ["𝟎.𝟓", 0.5],
    ["1.2𝑒-3", 0.0012],
    ["٥٪", 0.05],
    ["1٬234٫5", 1234.5],
    ["\u200b0.5\u200b", 0.5],
    ["0.\u00ad5", 0.5],
    ["\u202a-0.5\u202c", -0.5],
    ["\ufeff0.5\u2060", 0.5],
    ["½", 0.5],
    ["-¾", -0.75],
    ["1½", 1.5],
    ["-1 ½", -1.5],
    ["１½", 1.5],
    ["½%", 0.005],
    ["½/¾", 2 / 3],
    ["\\frac{3}{4}", 0.75],
    ["-\\dfrac{3}{4}", -0.75],
    ["\\tfrac34", 0.75],
    ["\\frac{-3}{4}", -0.75],
    ["(0.5)", 0.5],
    ["((.5))", 0.5],
    ["-(0.05)", -0.05],
    ["- (0.05)", -0.05],
    ["-(-0.05)", 0.05],
    ["(−0.5)", -0.5],
    ["(3/4)", 0.75],
    ["(3)/(4)", 0.75],
    ["(5)%", 0.05],
    ["+.5", 0.5],
    ["1’234.5", 1234.5],
    ["1'234'567", 1234567],
    ["1_000", 1000],
    ["1\\,234.5", 1234.5],
    ["1{,}5", 1.5],
    ["$0.01$", 0.01],
    ["$$-0.01$$", -0.01],
    ["\\(0.01\\)", 0.01],
    ["0。01", 0.01],
    ["0．01", 0.01],
    ["0、01", 0.01],
    ["0，01", 0.01],
    ["5\\%", 0.05],
    ["10^{-3}", 0.001],
    ["2\\cdot10^{-3}", 0.002],
    ["1.2e−3", 0.0012],
    ["1.2e- 3", 0.0012],
    ["189 e-3", 0.189],
    ["189 x 10^-3", 0.189],
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
    ["(1,234)", "Did you mean 1234 or 1.234?"],
    ["1，234", "Did you mean 1234 or 1.234?"],
  ])("%s is asked about", (typed, question) => {
    expect(message(typed)).toContain(question);
  });
});

it("asks whether 1\\frac{1}{2} is a sum or a product", () => {
  expect(message("1\\frac{1}{2}")).toContain("a sum or a product");
});

describe("what is no number is told with the sign that no number has", () => {
  it.each([
    ["0.5O", "“O” is a letter; did you mean 0?"],
    ["O.5", "“O” is a letter; did you mean 0?"],
    ["0.О5", "“О” is a letter; did you mean 0?"],
    ["l.5", "“l” is a letter; did you mean 1?"],
    ["NaN", "“NaN” is a word."],
    ["-Infinity", "“Infinity” is a word."],
    ["0.5 or so", "“or” is a word."],
    ["x", "“x” is a letter."],
    ["5e", "after “e” comes a power of ten, as in 1.2e-3."],
    ["e5", "“e” is a letter."],
    ["0.5#", "“#” is not part of one."],
    ["0.5\\alpha", "“\\alpha” is not part of one."],
    ["p = 0.5", "type only what’s to the right of the =."],
    ["0.5 0.3", "there are two numbers in it."],
    ["1..2", "it has two points."],
    ["(0.5", "one of its brackets has no partner."],
  ])("%s: %s", (typed, told) => {
    const said = message(typed);
    expect(said.startsWith(`“${typed}” cannot be read as a number: ${told}`), said).toBe(true);
  });

  it.each([
    ...["1,2,3", "1,23,456.7", "1.2.3,4,5", "--1", "1-2", "1/2/3", "/2", "1/", "%", "2^10"],
    ...[".", ",", "-", "1'23", "1_0", "5e + 1", "1 1/2", "0.5%%", "0x10"],
  ])("%s is quoted back", (typed) => {
    expect(message(typed)).toContain(`“${typed}” cannot be read as a number`);
  });

  it.each([
    ["", "There’s no number here"],
    ["  \t", "There’s no number here"],
    ["1/0", "“1/0” divides by 0"],
    ["1e999", "“1e999” is too large"],
    ["1e-999", "“1e-999” is too small to tell from 0"],
    ["9".repeat(81), `“${"9".repeat(23)}…” is too long`],
    [`${"word ".repeat(8)}`, "“word word word word wor…” cannot be read"],
  ])("%j: %s", (typed, told) => {
    expect(message(typed)).toContain(told);
  });
});
