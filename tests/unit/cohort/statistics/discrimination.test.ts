import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discrimination, discriminationInterval } from "@/lib/cohort/statistics/discrimination";
import { lsat } from "./lsat";

describe("discrimination", () => {
  test("is the item-rest correlation of the LSAT's five items", () => {
    const items = [0, 1, 2, 3, 4].map((i) =>
      discrimination(
        lsat.map((row) => ({ item: row[i]!, rest: row.reduce((sum, x) => sum + x, 0) - row[i]! })),
      ),
    );
    // NumPy's corrcoef of each column with the sum of the other four; ltm's descript(LSAT) calls it "Excluded".
    expect(items).toEqual([
      expect.closeTo(0.11283268892234197, 10),
      expect.closeTo(0.15317812011652976, 10),
      expect.closeTo(0.17277894329108853, 10),
      expect.closeTo(0.14442809524709438, 10),
      expect.closeTo(0.12159640254709614, 10),
    ]);
  });

  // R, example(cor.test): Hunter L measure of lightness of tuna against its quality, Hollander and Wolfe 1973, p. 187.
  const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
  const quality = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
  const tuna = lightness.map((item, i) => ({ item, rest: quality[i]! }));

  test("and its interval are those that R's cor.test prints", () => {
    const r = discrimination(tuna)!;
    expect(r).toBeCloseTo(0.5711816, 7);
    expect(discriminationInterval(r, 9)).toEqual({
      low: expect.closeTo(-0.1497426, 7),
      high: expect.closeTo(0.8955795, 7),
    });
  });

  test("is none where all are alike in one of the two, or there is nobody to compare", () => {
    expect(
      discrimination([
        { item: 0.1, rest: 0 },
        { item: 0.1, rest: 1 },
        { item: 0.1, rest: 0.3 },
      ]),
    ).toBeUndefined();
    expect(discrimination([])).toBeUndefined();
    expect(discrimination([{ item: 1, rest: 1 }])).toBeUndefined();
  });

  test("has no interval below four students, and none to doubt where the two agree in full", () => {
    expect(discriminationInterval(0.5, 3)).toBeUndefined();
    expect(discriminationInterval(1, 10)).toEqual({ low: 1, high: 1 });
    expect(discriminationInterval(-1, 10)).toEqual({ low: -1, high: -1 });
  });

  const students = fc.array(
    fc.record({ item: fc.integer({ min: 0, max: 8 }), rest: fc.integer({ min: 0, max: 60 }) }),
    { minLength: 2, maxLength: 60 },
  );

  test("is the same on any other scale, and turns where a scale is turned round", () => {
    const scale = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(students, scale, fc.integer({ min: -9, max: 9 }), (all, times, shift) => {
        const r = discrimination(all);
        const moved = (sign: number) =>
          discrimination(
            all.map(({ item, rest }) => ({ item: sign * times * item + shift, rest })),
          );
        fc.pre(r !== undefined);
        expect(moved(1)).toBeCloseTo(r!, 10);
        expect(moved(-1)).toBeCloseTo(-r!, 10);
      }),
    );
  });

  test("is the same with the two exchanged, within −1 and 1, and within its interval", () => {
    fc.assert(
      fc.property(students, (all) => {
        const r = discrimination(all);
        fc.pre(r !== undefined && all.length > 3);
        expect(Math.abs(r!)).toBeLessThanOrEqual(1);
        expect(
          discrimination(all.map(({ item, rest }) => ({ item: rest, rest: item }))),
        ).toBeCloseTo(r!, 10);
        const { low, high } = discriminationInterval(r!, all.length)!;
        expect(low).toBeLessThanOrEqual(r! + 1e-12);
        expect(high).toBeGreaterThanOrEqual(r! - 1e-12);
      }),
    );
  });
});
