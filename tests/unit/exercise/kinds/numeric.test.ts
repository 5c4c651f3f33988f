import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeric } from "@/lib/exercise/kinds/numeric";
import { inWords } from "@/lib/exercise/kinds/precision";
import { drawn, element, issuesOf } from "./a-part";

const answering = (answer: string, precision: Record<string, string> = {}) =>
  drawn(numeric, element({ answer: `{${answer}}`, ...precision }));

describe("a number to three significant figures, which is what is asked unless the author says more", () => {
  it.each([
    ["0.331706", "0.332"],
    ["0.331706", "0.3317"],
    ["0.331706", "0.331706233397628"],
    ["0.331706", "33.2%"],
    ["-0.00123456", "-1.23e-3"],
    ["123456", "123000"],
    ["2", "2"],
    ["2", "2.00"],
    ["9.996", "10.0"],
    ["0.1 + 0.2", "0.3"],
    ["0.125 - 0.0005", "0.1245"],
    ["0.1 + 0.2 - 0.3", "0"],
    ["1e-9", "0.000000001"],
  ])("%s: %s is right", (answer, response) => {
    expect(answering(answer).grade(response)).toEqual({ earned: 1, feedback: [] });
  });

  it.each([
    ["0.331706", "0.33"],
    ["0.331706", "0.331"],
    ["0.331706", "0.3"],
    ["0.331706", "-0.332"],
    ["0.331706", "0"],
    ["1e-9", "0"],
    ["123456", "124000"],
    ["0", "0.01"],
  ])("%s: %s earns nothing", (answer, response) => {
    expect(answering(answer).grade(response).earned).toBe(0);
  });

  it("takes either side of a tie, since float64 may stand on either", () => {
    for (const response of ["0.122", "0.123"]) {
      expect(answering("0.1225").grade(response).earned).toBe(1);
    }
  });
});

describe("a near miss", () => {
  it("with the wrong sign is told so", () => {
    expect(answering("0.5").grade("-0.5").miss).toEqual([
      "The size is right, but the sign is wrong.",
    ]);
  });

  it("from rounding is told so, once", () => {
    expect(answering("0.331706").grade("0.33").miss).toEqual([
      "Close: check your rounding. Keep every digit while you work, and round once, at the end.",
    ]);
  });

  it("of a whole number is told to go through it again, not to round", () => {
    const weights = answering("81", { decimals: "{0}" });
    expect(weights.grade("82").miss).toEqual(["Close, but not quite: go over it once more."]);
    expect(weights.grade("60.5").miss).toEqual(["The answer is a whole number."]);
    const mean = answering("81.4", { decimals: "{0}" });
    expect(mean.grade("82").miss?.[0]).toMatch(/rounding/);
  });

  it("is not what a far miss is called", () => {
    expect(answering("0.331706").grade("0.7").miss?.[0]).toMatch(
      /^The order of magnitude is right/,
    );
    expect(answering("0").grade("-1").miss).toEqual([]);
  });
});

describe("a far miss", () => {
  it.each([
    ["-0.7", "The sign is wrong; the order of magnitude is right."],
    ["-7", "The sign is wrong, and the size isn’t right either."],
    ["-70", "The sign is wrong, and the number is more than ten times too large."],
    ["70", "The number is more than ten times too large."],
    ["0.003", "The number is more than ten times too small."],
    ["0", "It isn’t 0."],
  ])("%s for 0.331706 is told: %s", (typed, said) => {
    expect(answering("0.331706").grade(typed).miss).toEqual([said]);
  });

  it("says the same to all answers of one sign and power of ten, so that no halving finds the key", () => {
    const part = answering("0.331706");
    for (const exponent of [-3, -2, -1, 0, 1, 2]) {
      for (const sign of [1, -1]) {
        const said = [1.001, 2, 4.9, 5.1, 7.5, 9.999]
          .map((digits) => sign * digits * 10 ** exponent)
          .filter((answer) => Math.abs(Math.abs(answer) - 0.331706) > 0.02)
          .map((answer) => part.grade(String(answer)).miss?.join());
        expect(new Set(said).size, `${sign}e${exponent}`).toBe(1);
      }
    }
  });
});

describe("what is asked for", () => {
  it("is told without what float64 adds, and is never more than what counts", () => {
    const within = (amount: number) => inWords({ rule: "tolerance", amount });
    expect(within(0.0005755000000001172)).toBe("Within 0.0005755.");
    expect(within(0.0125)).toBe("Within 0.0125.");
    expect(within(0.05 / 3)).toBe("Within 0.016.");
    expect(inWords({ rule: "decimals", amount: 0 })).toBe("A whole number.");
  });
});

describe("precision", () => {
  it("in decimals takes what is rounded to them, and finer", () => {
    const part = answering("2.34567", { decimals: "{2}" });
    expect(["2.35", "2.346", "2.34567"].map((response) => part.grade(response).earned)).toEqual([
      1, 1, 1,
    ]);
    expect(["2.34", "2.3", "2.36"].map((response) => part.grade(response).earned)).toEqual([
      0, 0, 0,
    ]);
    expect(part.response).toBe("2.35");
  });

  it("as a tolerance takes what is within it, the bound included", () => {
    const part = answering("1", { tolerance: "{0.1}" });
    expect(["0.9", "1.1", "1"].map((response) => part.grade(response).earned)).toEqual([1, 1, 1]);
    expect(part.grade("1.11").earned).toBe(0);
  });

  it("takes every right rounding and every finer one, and no other last digit", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (size, digits, negative) => {
          const key = negative ? -size : size;
          const part = answering(String(key), { significant: `{${digits}}` });
          for (const more of [0, 1, 3]) {
            expect(part.grade(key.toPrecision(digits + more)).earned).toBe(1);
          }
          const unit = 10 ** (Number(key.toExponential(digits - 1).split("e")[1]) - digits + 1);
          const next = Number(key.toPrecision(digits)) + 1.01 * unit;
          expect(part.grade(String(next)).earned).toBe(0);
        },
      ),
    );
  });
});

describe("an author's mistake", () => {
  it.each<[Record<string, string | true>, string]>([
    [{}, "3:5 <Numeric> has no answer. Write answer={expression}."],
    [{ answer: "0.5" }, "3:15 answer is not an expression. Write answer={expression}."],
    [
      { answer: "{1}", decimals: "{2}", significant: "{3}" },
      "3:35 decimals and significant cannot go together. Keep one of decimals, significant.",
    ],
    [
      { answer: "{1}", significant: "{0}" },
      "3:25 significant cannot be “0”. Write significant={3}, a whole number from 1 to 12.",
    ],
    [
      { answer: "{1}", tolerance: "0.1" },
      "3:25 tolerance cannot be “0.1”. Write tolerance={0.01}, a number above 0.",
    ],
    [
      { answer: "{1}", tolerence: "{1}" },
      "3:25 <Numeric> has no attribute tolerence. Did you mean tolerance?",
    ],
  ])("%j: %s", (written, issue) => {
    expect(issuesOf(numeric, element(written))).toEqual([issue]);
  });

  it("of an answer that is no number shows when it is drawn, with what it is", () => {
    expect(() => answering("[1, 2]")).toThrow("the answer is a list of 2");
  });
});

it("matches the value an author foresaw, to the part's precision", () => {
  const part = answering("0.5");
  expect(part.matches(-0.33170623, "-0.332")).toBe(true);
  expect(part.matches(-0.33170623, "-0.34")).toBe(false);
  expect(part.matches("text", "1")).toBe(false);
});

describe("arithmetic in the number's place", () => {
  it.each([
    ["0.916290731874155", "-ln(0.4)"],
    ["72", "7*8+8*2"],
    ["0.34", "1.7/sqrt(25)"],
    ["0.4965853", "e^(-0.7)"],
    ["7/12", "⅓ + ¼"],
    ["12", "٣*٤"],
    ["2/3", "\\frac{1+1}{3}"],
  ])("%s: %s is right", (answer, response) => {
    expect(answering(answer).grade(response).earned).toBe(1);
  });

  it("worked out to another number is wrong", () => {
    expect(answering("0.916290731874155").grade("ln(0.4)").earned).toBe(0);
  });

  it.each([
    ["0.5O", "“O” is a letter; did you mean 0?"],
    ["3 - 0.5O", "“O” is a letter; did you mean 0?"],
    ["1,234*2", "Did you mean 1234 or 1.234?"],
    ["5e", "It isn’t clear what e means in “5e”"],
    ["5e + 1", "It isn’t clear what e means in “5e”"],
    ["ln(0)", "ln needs a number above 0"],
    ["1/(1-1)", "divides by 0"],
    ["x+1", "“x+1” cannot be read as a number: “x” is a letter."],
    ["2*|3|", "write abs(x)"],
    ["0.5 0.3", "there are two numbers in it"],
    ["9*".repeat(150), "too long"],
  ])("%s is not guessed at: %s", (typed, message) => {
    const read = answering("1").read(typed);
    expect(read.status === "unreadable" ? read.message : read).toContain(message);
  });

  it("is asked to be worked out where the author says arithmetic={false}", () => {
    const part = answering("72", { arithmetic: "{false}" });
    expect(part.read("7*8+8*2")).toEqual({
      status: "unreadable",
      message: "“7*8+8*2” isn’t worked out yet: type the number it comes to.",
    });
    expect(part.grade("144/2").earned).toBe(1);
    expect(part.view).toMatchObject({ arithmetic: false });
    expect(issuesOf(numeric, element({ answer: "{1}", arithmetic: "no" }))[0]).toContain(
      "arithmetic cannot be “no”. Write arithmetic={false}, or leave it out.",
    );
  });
});

describe("what stands beside the field", () => {
  it.each([
    ["-0.5", []],
    ["−.5", []],
    ["1.2e-3", []],
    ["0,5", ["0.5"]],
    ["50%", ["0.5"]],
    ["3/4", ["0.75"]],
    ["1.2×10⁻⁹", ["1.2 \\times 10^{-9}"]],
    ["-ln(0.4)", ["-\\ln\\left(0.4\\right) \\approx 0.916290731874155"]],
    ["7*8", ["7 \\cdot 8 = 56"]],
  ])("of %s is %j", (typed, reading) => {
    expect(answering("1").readBack(typed)).toEqual({ status: "read", reading });
  });
});

describe("a number behind an equals sign", () => {
  it.each([
    ["=5", 5],
    ["= -0,5", -0.5],
    ["dz = 5", 5],
    ["x=5", 5],
    ["＝5", 5],
    ["dL/dp := 3/4", 0.75],
    ["\\hat{y} = 1.2e-3", 0.0012],
    ["loss = -ln(1)", 0],
  ])("%j is read as what follows", (typed, number) => {
    expect(answering("1").read(typed)).toEqual({ status: "read", reading: number });
  });

  it("is shown as it is taken", () => {
    const { readBack } = numeric;
    const { view, settings } = answering("1");
    expect(readBack?.("dz = 5", view, settings)).toEqual({ status: "read", reading: ["5"] });
  });

  it.each(["3 + 4 = 7", "a = b = 5", "2x = 5", "== 5", "=", "5 ="])(
    "%j says more than one thing, or nothing",
    (typed) => {
      expect(answering("1").read(typed).status).toBe("unreadable");
    },
  );
});

describe("a key that rounding on the way may have moved over a power of ten", () => {
  const { settings, view } = answering("1");
  const earned = (reading: number) =>
    numeric.grade(0.09996, reading, settings, view, { bound: [0.000195] }).earned;

  it.each([0.1, 0.1001, 0.1005, 0.0998, 0.0999])("takes %f for right", (reading) => {
    expect(earned(reading)).toBe(1);
  });

  it.each([0.0996, 0.0995, 0.0997, 0.101, -0.1])(
    "takes %f for wrong: figures count as before on this side of it",
    (reading) => {
      expect(earned(reading)).toBe(0);
    },
  );
});
