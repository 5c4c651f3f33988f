import { describe, expect, it } from "vitest";
import { readArithmetic } from "@/lib/exercise/algebra";
import { workToRead } from "@/lib/exercise/algebra/work";

function worked(typed: string): number {
  const read = readArithmetic(typed);
  if (read.status === "read") return read.value;
  throw new Error(`${typed}: ${read.message}`);
}

describe("arithmetic in a number's place is worked out", () => {
  it.each([
    ["-ln(0.4)", 0.916290731874155],
    ["7*8 + 8*2", 72],
    ["1.7/sqrt(25)", 0.34],
    ["e^(-0.7)", 0.4965853037914095],
    ["2(3 + 4)", 14],
    ["-3^2", -9],
    ["2^3^2", 512],
    ["\\frac{3}{4}", 0.75],
    ["1/(1+e^(-1.2))", 0.7685247834990176],
    ["2 pi", 6.283185307179586],
    ["(1 − 0,25) · 4", 3],
  ])("%s is %d", (typed, value) => {
    expect(worked(typed)).toBeCloseTo(value, 12);
  });

  it.each(["0.1 + 0.2 - 0.3", "sqrt(2)^2 - 2", "ln(e^3) - 3", "1e20 + 0 - 1e20"])(
    "%s is 0, and not what float64 leaves",
    (typed) => {
      expect(worked(typed)).toBe(0);
    },
  );

  it("is shown as it is read", () => {
    expect(readArithmetic("-ln(0.4)/2")).toMatchObject({
      tex: "\\frac{-\\ln\\left(0.4\\right)}{2}",
    });
  });
});

describe("arithmetic without a value says why", () => {
  it.each([
    ["3 + 1/(2-2)", "1 / (2 - 2) divides by 0. Change what’s below the /."],
    ["1/(0.1+0.2-0.3)", "1 / (0.1 + 0.2 - 0.3) divides by 0. Change what’s below the /."],
    ["ln(1-1)", "ln(1 - 1) has no value: ln needs a number above 0."],
    ["2 sqrt(-2)", "sqrt(-2) is not a real number: sqrt needs a number that isn’t below 0."],
    ["e^1000", "e^(1000) is too large or too small to work out."],
    ["e^(-1000)", "e^(-1000) is too large or too small to work out."],
    ["9^9^9^9", "9^(9^9) is too large or too small to work out."],
    ["0^(-1)", "0^(-1) has no value: 0 can’t be raised to it."],
    ["3'", "A transpose or an entrywise sign needs a matrix, and this is one number."],
    ["2 .* 3", "A transpose or an entrywise sign needs a matrix, and this is one number."],
    ["1 + 2".repeat(60), "This is too long to work out as one number."],
    ["3x", "x isn’t a name here; there are none, only numbers."],
    ["2 3", "There’s nothing between 2 and 3: write * to multiply."],
    ["", "There’s no formula here."],
  ])("%s: %s", (typed, message) => {
    expect(readArithmetic(typed)).toEqual({ status: "unreadable", message });
  });

  it.each([
    `${"e^(".repeat(45)}2${")".repeat(45)}`,
    "9^".repeat(99),
    `${"sqrt(".repeat(33)}2${")".repeat(33)}`,
    "ln(2)+".repeat(33),
  ])(
    "or comes to one at once, however it is built: %s",
    (typed) => {
      expect(readArithmetic(typed).status).toBeDefined();
    },
    1_000,
  );
});

describe("numbers that are read together", () => {
  const hard = "sin(sin(sin(pi))) + ln(e^3) - 3";

  it("share their work, so that many take no more than one may", () => {
    const work = workToRead();
    const read = Array.from({ length: 500 }, () => readArithmetic(hard, work));
    expect(read[0]).toMatchObject({ status: "read", value: 0 });
    expect(read.at(-1)).toEqual({
      status: "unreadable",
      message:
        "This takes too long to work out here. Work some of it out yourself and type the numbers.",
    });
  });

  it("leave none over for the search for what has no value", () => {
    const work = workToRead();
    const most = work.left;
    readArithmetic(Array.from({ length: 24 }, () => "9^9^9^9").join("+"), work);
    expect(most - work.left).toBeLessThan(2 * most);
  });
});
