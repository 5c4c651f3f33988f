import { describe, expect, test } from "vitest";
import type { TriedVariant } from "@/lib/answering/tried";
import { earnedOf } from "@/lib/assessment/terms/earned";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import { type Terms, termsOf } from "@/lib/assessment/terms/terms";

const due = Date.UTC(2027, 0, 10, 12);
const hour = 3_600_000;

const terms = (policy: Partial<Policy>): Terms =>
  termsOf(
    {
      opensAt: new Date(due - 100 * hour),
      dueAt: new Date(due),
      closesAt: new Date(due + 100 * hour),
      policy: { ...startingPolicies.homework, ...policy },
      timeZone: "UTC",
    },
    1,
    [],
  );

/** Tries as [hours after the due date, points by part]. */
const variant = (number: number, ...tries: [number, Record<string, number>][]): TriedVariant => ({
  number,
  versionId: "v",
  tries: tries.map(([hours, earned]) => ({ at: due + hours * hour, earned })),
});

const share = (policy: Partial<Policy>, ...variants: TriedVariant[]) =>
  earnedOf(terms(policy), variants, () => 3).share;

test("nothing tried comes to nothing", () => {
  expect(earnedOf(terms({}), [], () => 3)).toEqual({
    share: 0,
    attempts: 0,
    answeredAt: null,
    variants: [],
  });
});

describe("with the same numbers", () => {
  test("each part counts by its best try, whenever that was", () => {
    const tries = variant(1, [-3, { a: 1, b: 0 }], [-2, { a: 0 }], [-1, { b: 1 }]);
    expect(share({}, tries)).toBeCloseTo(2 / 3, 12);
  });

  test("the n-th try at a part has the n-th credit, and the last credit holds for all after", () => {
    const credit = [1, 0.8, 0.5];
    const [first, second, third, fourth] = [-5, -4, -3, -2] as const;
    // a: right at the second try, 0.8 of 1; b: right at its first, though that is the exercise's third.
    const tries = variant(1, [first, { a: 0 }], [second, { a: 1 }], [third, { b: 2 }]);
    expect(share({ credit }, tries)).toBeCloseTo((0.8 + 2) / 3, 12);
    const late = variant(
      1,
      [first, { a: 0 }],
      [second, { a: 0 }],
      [third, { a: 0 }],
      [fourth, { a: 1 }],
    );
    expect(share({ credit }, late)).toBeCloseTo(0.5 / 3, 12);
  });

  test("a better answer that is worth less after credit changes nothing", () => {
    const tries = variant(1, [-2, { a: 0.6 }], [-1, { a: 1 }]);
    expect(share({ credit: [1, 0.5] }, tries)).toBeCloseTo(0.6 / 3, 12);
  });

  test("lateness is that of each try, so what was earned in time stays", () => {
    const late = { perDay: 0.1, floor: 0.5, graceMinutes: 0, takesLateDays: true };
    // a in time; b 30 hours late, in the second day: 0.8 of 2 points.
    expect(share({ late }, variant(1, [-1, { a: 1, b: 0 }], [30, { b: 2 }]))).toBeCloseTo(
      (1 + 0.8 * 2) / 3,
      12,
    );
    expect(
      share({ late, credit: [1, 0.5] }, variant(1, [-1, { b: 0 }], [30, { b: 2 }])),
    ).toBeCloseTo((0.5 * 0.8 * 2) / 3, 12);
  });
});

describe("with new numbers for each attempt", () => {
  const policy = { numbers: "new" as const, credit: [1, 0.75] };

  test("the best variant counts, its number has the credit, and parts of two are not mixed", () => {
    const first = variant(1, [-3, { a: 1, b: 0 }]);
    const second = variant(2, [-2, { a: 0, b: 2 }]);
    expect(share(policy, first, second)).toBeCloseTo((0.75 * 2) / 3, 12);
    expect(share(policy, first)).toBeCloseTo(1 / 3, 12);
  });

  test("parts that are answered one by one have the credit of their variant", () => {
    expect(share(policy, variant(2, [-3, { a: 1 }], [-2, { b: 2 }]))).toBeCloseTo(0.75, 12);
  });
});

test("tells how often what was tried, and when last", () => {
  const earned = earnedOf(
    terms({}),
    [variant(2, [-1, { a: 0.5 }]), variant(1, [-4, { a: 1 }], [-3, { a: 0, b: 1 }])],
    () => 3,
  );
  expect(earned).toMatchObject({ attempts: 3, answeredAt: new Date(due - hour) });
  expect(earned.variants.map(({ number }) => number)).toEqual([1, 2]);
  expect(earned.variants[0]!.parts).toEqual({
    a: { tries: 2, best: 1, worth: 1 },
    b: { tries: 1, best: 1, worth: 1 },
  });
});

test("the order that variants and tries are given in changes nothing", () => {
  const a = variant(1, [-3, { a: 0 }], [-2, { a: 1 }]);
  const shuffled = { ...a, tries: a.tries.toReversed() };
  expect(share({ credit: [1, 0.5] }, shuffled)).toBe(share({ credit: [1, 0.5] }, a));
});

test("an exercise without points comes to nothing", () => {
  expect(earnedOf(terms({}), [variant(1, [-1, { a: 0 }])], () => 0).share).toBe(0);
});
