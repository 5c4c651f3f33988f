import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facility, facilityInterval } from "@/lib/cohort/statistics/facility";
import { lsat } from "./lsat";

const of = (right: number, n: number) => Array.from({ length: n }, (_, i) => (i < right ? 1 : 0));

describe("facility", () => {
  test("is the share of right answers that is published for the LSAT's items", () => {
    const items = [0, 1, 2, 3, 4].map((i) => facility(lsat.map((row) => row[i]!)));
    // Bock and Lieberman 1970.
    expect(items).toEqual([0.924, 0.709, 0.553, 0.763, 0.87].map((p) => expect.closeTo(p, 12)));
  });

  test("is the mean where there are points for parts", () => {
    expect(facility([1, 0.5, 0.25, 0.25])).toBe(0.5);
  });

  test("of nobody is none, and so is its interval", () => {
    expect(facility([])).toBeUndefined();
    expect(facilityInterval([])).toBeUndefined();
  });
});

describe("its interval", () => {
  // Newcombe 1998, doi 10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, its method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("for %i of %i is as published", (right, n, low, high) => {
    const interval = facilityInterval(of(right, n))!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("holds the facility, stays within 0 and 1, and always has a width", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(shares, (all) => {
        const { low, high } = facilityInterval(all)!;
        const mean = facility(all)!;
        expect(low).toBeLessThanOrEqual(mean + 1e-12);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0.01);
      }),
    );
  });

  test("of what is missed is that of what is hit, turned round", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (right, wrong) => {
        fc.pre(right + wrong > 0);
        const [hit, missed] = [right, wrong].map((k) => facilityInterval(of(k, right + wrong))!);
        expect(missed!.low).toBeCloseTo(1 - hit!.high, 12);
        expect(missed!.high).toBeCloseTo(1 - hit!.low, 12);
      }),
    );
  });
});
