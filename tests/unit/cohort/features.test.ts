import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFeatures, type FirstNumbers, type Glimpse } from "@/lib/cohort/item/features";

const student = (
  right: boolean,
  key: Record<string, Glimpse>,
  givens: Record<string, Glimpse> = {},
): FirstNumbers => ({
  key,
  givens,
  right,
  partsRight: Object.fromEntries(Object.keys(key).map((name) => [name, right])),
});

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe("a feature of the numbers", () => {
  test("that makes an answer harder than chance accounts for is unfair", () => {
    const students = [
      ...many(12, (i) => student(i < 2, { dz: -0.5 })),
      ...many(18, (i) => student(i < 15, { dz: 0.5 })),
    ];
    expect(compareFeatures(students)).toEqual([
      {
        of: "answer",
        name: "dz",
        trait: "negative",
        having: { right: 2, wrong: 10 },
        lacking: { right: 15, wrong: 3 },
        // Fisher's twins: R's fisher.test gives 0.0005367, and there is one test.
        p: expect.closeTo(0.0005367, 7),
        unfair: true,
      },
    ]);
  });

  test("is not unfair where chance makes such a difference often enough", () => {
    // 3 of 10 against 9 of 12.
    const students = [
      ...many(10, (i) => student(i < 3, { dz: -0.5 })),
      ...many(12, (i) => student(i < 9, { dz: 0.5 })),
    ];
    // scipy.stats.fisher_exact, 1.17.1.
    const p = expect.closeTo(0.0835573, 7);
    expect(compareFeatures(students)).toMatchObject([{ trait: "negative", p, unfair: false }]);
  });

  test("is adjusted for how many are compared", () => {
    // 8 of 10 against 1 of 6: R's fisher.test gives 0.03497. Beside three features that make no difference it is 0.14.
    const base = [
      ...many(10, (i) => ({ right: i < 8, a: -0.5 })),
      ...many(6, (i) => ({ right: i < 1, a: 0.5 })),
    ];
    const alone = base.map(({ right, a }) => student(right, {}, { a }));
    expect(compareFeatures(alone)[0]).toMatchObject({
      p: expect.closeTo(0.034965, 6),
      unfair: true,
    });
    const among = base.map(({ right, a }, i) =>
      student(
        right,
        {},
        {
          a,
          b: i % 2 ? -0.5 : 0.5,
          c: i % 3 ? -0.5 : 0.5,
          d: (i >> 1) % 2 ? -0.5 : 0.5,
        },
      ),
    );
    const [first, ...others] = compareFeatures(among);
    expect(others).toHaveLength(3);
    expect(first).toMatchObject({ name: "a", p: expect.closeTo(4 * 0.034965, 5), unfair: false });
  });

  test("that all students have, or all but four, is not compared", () => {
    const students = [
      ...many(4, () => student(false, { dz: -0.5 })),
      ...many(20, () => student(true, { dz: 0.5 })),
    ];
    expect(compareFeatures(students)).toEqual([]);
  });

  test("is compared once where it is another's opposite", () => {
    // y is 0 or 1: that it is 0 says also that it is near 0, and not near 1.
    const students = many(20, (i) => student(i % 3 === 0, {}, { y: i % 2 }));
    expect(compareFeatures(students).map(({ trait }) => trait)).toEqual(["zero"]);
  });

  test("of a matrix is whether an entry is negative; words and networks have none", () => {
    const students = many(20, (i) => student(i < 9, { dW: i % 2 === 0, order: null }));
    expect(compareFeatures(students)).toMatchObject([{ name: "dW", trait: "negative entry" }]);
  });

  test("of a part says nothing of students who have not answered that part", () => {
    const students = many(20, (i) => ({
      ...student(true, { a: i % 2 ? 1 : -1 }),
      partsRight: (i < 12 ? { a: true } : {}) as Record<string, boolean>,
    }));
    expect(compareFeatures(students)).toMatchObject([
      { having: { right: 6, wrong: 0 }, lacking: { right: 6, wrong: 0 }, p: 1, unfair: false },
    ]);
  });
});

test("numbers that make no difference are called unfair no more often than promised", () => {
  // Whole experiments: in each, 40 students with four features that say nothing. Any call is a false one, and with no true
  // differences Benjamini and Hochberg make one in at most 5 % of the experiments. Fisher's test is stricter still.
  const experiment = fc.array(
    fc.record({
      right: fc.boolean(),
      bits: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    }),
    { minLength: 40, maxLength: 40 },
  );
  const experiments = fc.sample(experiment, { numRuns: 600, seed: 11 });
  const called = experiments.filter((students) =>
    compareFeatures(
      students.map(({ right, bits }) =>
        student(right, {}, Object.fromEntries(bits.map((bit, i) => [`g${i}`, bit]))),
      ),
    ).some(({ unfair }) => unfair),
  );
  expect(called.length / experiments.length).toBeLessThan(0.07);
});
