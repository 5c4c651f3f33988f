import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "@/lib/cohort/statistics/benjamini-hochberg";
import { fisherExact } from "@/lib/cohort/statistics/fisher-exact";
import { quartiles } from "@/lib/cohort/statistics/quartiles";

describe("Fisher's exact test", () => {
  test.each([
    // R, example(fisher.test): Fisher's convicted twins, "p-value = 0.0005367".
    ["the convicted twins", [2, 10], [15, 3], 0.0005367],
    // By hand: of 70 orders, 1 + 16 right or better and 16 + 1 as wrong or worse.
    ["the lady tasting tea", [3, 1], [1, 3], 34 / 70],
    // scipy.stats.fisher_exact, 1.17.1.
    ["two groups of different sizes", [10, 20], [30, 15], 0.008824760272675987],
    ["a group with none right", [0, 7], [9, 4], 0.004721362229102168],
    ["two groups of a thousand", [700, 300], [640, 360], 0.005001529322327826],
  ])("of %s", (_, [right, wrong], [others, wrongOthers], p) => {
    const found = fisherExact(
      { right: right!, wrong: wrong! },
      { right: others!, wrong: wrongOthers! },
    );
    expect(found).toBeCloseTo(p, 7);
  });

  test("finds nothing where a group is empty or all are alike", () => {
    expect(fisherExact({ right: 0, wrong: 0 }, { right: 3, wrong: 4 })).toBeCloseTo(1, 12);
    expect(fisherExact({ right: 5, wrong: 0 }, { right: 7, wrong: 0 })).toBeCloseTo(1, 12);
  });

  test("is the same for the groups exchanged, and for right and wrong exchanged", () => {
    const tally = fc.record({ right: fc.nat(40), wrong: fc.nat(40) });
    const turned = ({ right, wrong }: { right: number; wrong: number }) => ({
      right: wrong,
      wrong: right,
    });
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const p = fisherExact(a, b);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(b, a)).toBeCloseTo(p, 9);
        expect(fisherExact(turned(a), turned(b))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe("Benjamini and Hochberg's adjustment", () => {
  test("calls the four differences of their own example, of fifteen tests, differences", () => {
    // Benjamini and Hochberg 1995, section 3.2; the adjusted values are those of scipy.stats.false_discovery_control.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(ps);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486,
      0.58118182, 0.714875, 0.75323077, 0.81321429, 1,
    ];
    expect(adjusted).toEqual(expected.map((p) => expect.closeTo(p, 7)));
  });

  test("leaves a single test as it is, and of several makes none likelier or out of order", () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]!).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]!).toBeLessThanOrEqual(1);
          for (const [j, q] of ps.entries()) {
            if (p <= q) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
          }
        }
      }),
    );
  });
});

describe("quartiles", () => {
  test("are those of R's quantile", () => {
    // R: quantile(c(1:9, 100), c(.25, .5, .75)) is 3.25, 5.50, 7.75; NumPy says the same.
    expect(quartiles([100, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({
      lower: 3.25,
      median: 5.5,
      upper: 7.75,
    });
    expect(quartiles([3])).toEqual({ lower: 3, median: 3, upper: 3 });
    expect(quartiles([])).toBeUndefined();
  });
});
