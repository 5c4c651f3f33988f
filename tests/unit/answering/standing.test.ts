import { describe, expect, test } from "vitest";
import { advance, earnedOf, scoreOf, sharesOf } from "@/lib/answering/standing";
import { pointsOf } from "@/lib/catalogue/points";
import { type GradedPart, type Result, sumOf } from "@/lib/exercise";

const graded = (points: Readonly<Record<string, number>>): Result => ({
  status: "graded",
  score: { earned: 0, possible: 0 },
  parts: Object.entries(points).map(
    ([part, earned]): GradedPart => ({
      part,
      status: "graded",
      verdict: "partly",
      earned,
      possible: 10,
      feedback: [],
    }),
  ),
});

const aPart = {
  name: "a",
  kind: "numeric",
  label: ["a"],
  followThrough: 1,
  mayBeZero: false,
  settings: {},
  at: { line: 1, column: 1 },
} as const;

const unreadable: Result = {
  status: "unreadable",
  parts: [{ part: "a", status: "unreadable", message: "?" }],
};

describe("the standing in a variant", () => {
  test("has each part as it was first graded and at its best", () => {
    const standing = [graded({ a: 1, b: 2 }), graded({ a: 3 }), graded({ a: 0, b: 1, c: 4 })];
    expect(standing.reduce(advance, {})).toEqual({
      a: { first: 1, best: 3 },
      b: { first: 2, best: 2 },
      c: { first: 4, best: 4 },
    });
  });

  test("is not moved by what could not be read", () => {
    const before = { a: { first: 1, best: 2 } };
    expect(advance(before, unreadable)).toBe(before);
  });

  test("is a new value each time: the old one is left as it was", () => {
    const before = Object.freeze({ a: Object.freeze({ first: 1, best: 1 }) });
    expect(advance(before, graded({ a: 5 }))).toEqual({ a: { first: 1, best: 5 } });
    expect(before).toEqual({ a: { first: 1, best: 1 } });
  });

  test("a first answer that earned nothing stays the first", () => {
    expect([graded({ a: 0 }), graded({ a: 2 })].reduce(advance, {})).toEqual({
      a: { first: 0, best: 2 },
    });
  });

  test("comes to the points of each part at its best", () => {
    expect(earnedOf({})).toBe(0);
    expect(earnedOf({ a: { first: 0, best: 1.5 }, b: { first: 2, best: 2 } })).toBe(3.5);
  });
});

describe("shares of the points", () => {
  test("are what was earned at first and at best, of all that could be", () => {
    const standing = { a: { first: 1, best: 3 }, b: { first: 0, best: 2 } };
    expect(sharesOf(standing, 20)).toEqual({ first: 0.05, best: 0.25 });
  });

  test("are none before anything was answered, and where there are no points", () => {
    expect(sharesOf({}, 5)).toEqual({ first: 0, best: 0 });
    expect(sharesOf({ a: { first: 0, best: 0 } }, 0)).toEqual({ first: 0, best: 0 });
  });

  test("are full when every part is, in whatever order fractions are added up", () => {
    const full = (points: number) => ({ first: points, best: points });
    const parts = [0.1, 0.2, 0.3].map((points) => ({ ...aPart, points }));
    const standing = { c: full(0.3), b: full(0.2), a: full(0.1) };
    expect(sharesOf(standing, pointsOf({ parts }))).toEqual({ first: 1, best: 1 });
    expect(sumOf([1 / 3, 1 / 3, 1 / 3])).toBe(1);
  });
});

describe("the score in an exercise", () => {
  const variant = (number: number, ...results: Result[]) => ({ number, possible: 4, results });

  test("is none before anything was graded", () => {
    expect(scoreOf([])).toBeNull();
    expect(scoreOf([variant(1), variant(2, unreadable, unreadable)])).toBeNull();
  });

  test("is the best variant's share, and the first one's as first graded", () => {
    const first = variant(1, graded({ a: 1 }), graded({ a: 2, b: 0 }));
    const second = variant(2, graded({ a: 2, b: 2 }));
    expect(scoreOf([first, second])).toEqual({ best: 1, first: 0.25, firstNumber: 1, attempts: 3 });
  });

  test("takes the best of one variant, not the best parts of several", () => {
    const score = scoreOf([variant(1, graded({ a: 2, b: 0 })), variant(2, graded({ a: 0, b: 2 }))]);
    expect(score?.best).toBe(0.5);
  });

  test("begins with the variant that was graded first, whatever its number", () => {
    const score = scoreOf([variant(3, graded({ a: 1 })), variant(1, graded({ a: 2 }))]);
    expect(score).toEqual({ best: 0.5, first: 0.25, firstNumber: 3, attempts: 2 });
  });

  test("counts attempts that were graded, and passes over those that could not be read", () => {
    const score = scoreOf([variant(1, unreadable), variant(2, unreadable, graded({ a: 1 }))]);
    expect(score).toEqual({ best: 0.25, first: 0.25, firstNumber: 2, attempts: 1 });
  });

  test("compares variants by their shares where a newer text has other points", () => {
    const old = { number: 1, possible: 2, results: [graded({ a: 2 })] };
    const now = { number: 2, possible: 10, results: [graded({ a: 5 })] };
    expect(scoreOf([old, now])).toMatchObject({ best: 1, first: 1 });
  });
});
