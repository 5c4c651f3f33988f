import { describe, expect, test } from "vitest";
import { type Grading, gradingOf, letterFor } from "@/lib/assessment/gradebook/grading";
import { shownPercent } from "@/lib/assessment/gradebook/shown-percent";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { termsOf } from "@/lib/assessment/terms/terms";
import {
  lessonShares,
  type Mark,
  markOf,
  type PlacedMark,
  sumExercises,
  totalOf,
} from "@/lib/assessment/terms/totals";

// Every figure here was worked out by hand.

const exercise = (points: number, share: number, more = {}) => ({
  points,
  share,
  override: null,
  excused: false,
  ...more,
});

describe("the points of exercises", () => {
  test("are shares of each one's points, with what staff gave in place of what was earned", () => {
    // 2 × 0.5 + 3 × 1 + 5 × 0.2 = 5 of 10.
    const all = [exercise(2, 0.5), exercise(3, 0.1, { override: 1 }), exercise(5, 0.2)];
    expect(sumExercises(all)).toEqual({ earned: 5, possible: 10 });
  });

  test("leave out what is excused, earned or not", () => {
    const all = [exercise(2, 0.5), exercise(8, 1, { excused: true, override: 1 })];
    expect(sumExercises(all)).toEqual({ earned: 1, possible: 2 });
  });
});

describe("an assignment", () => {
  const at = (day: number, hour = 12) => new Date(Date.UTC(2027, 2, day, hour));
  const terms = termsOf(
    {
      opensAt: at(1),
      dueAt: at(10),
      closesAt: at(12),
      policy: startingPolicies.homework,
      timeZone: "UTC",
    },
    1,
    [],
  );
  const nothing = { begunAt: null, handedInAt: null, override: null, excused: false };
  const begun = { ...nothing, begunAt: at(3) };
  const four = { earned: 4, possible: 10 };

  test.each([
    ["never begun, before it is due", nothing, 0, at(9), ["not-yet", null]],
    ["never begun, due and not closed", nothing, 0, at(11), ["not-yet", null]],
    ["never begun, at its closing", nothing, 0, at(12), ["not-yet", null]],
    ["never begun, closed", nothing, 0, at(12, 13), ["counts", 0]],
    ["begun, before it is due", begun, 4, at(9), ["not-yet", 0.4]],
    ["begun, once it is due", begun, 4, at(10, 13), ["counts", 0.4]],
    ["handed in early", { ...begun, handedInAt: at(4) }, 4, at(5), ["counts", 0.4]],
    ["given 0.9 for the whole", { ...begun, override: 0.9 }, 4, at(5), ["counts", 0.9]],
    ["given 0 for the whole", { ...nothing, override: 0 }, 0, at(2), ["counts", 0]],
  ] as const)("%s", (_, work, earned, now, [status, share]) => {
    expect(markOf(work, { earned, possible: 10 }, terms, now)).toMatchObject({
      status,
      share,
      possible: 10,
    });
  });

  test("is closed for nobody who was given longer", () => {
    const longer = termsOf({ ...terms, closesAt: at(12) }, 1, [
      { dueAt: at(20), closesAt: null, extraAttempts: 0, extraMinutes: 0, lateDays: 0 },
    ]);
    expect(markOf(nothing, four, longer, at(15)).status).toBe("not-yet");
    expect(markOf(nothing, four, longer, at(21)).status).toBe("counts");
  });

  test("counts once the time limit of who began it is over, also before it is due", () => {
    const exam = { ...terms, minutes: 60 };
    expect(markOf(begun, four, exam, at(3, 13)).status).toBe("not-yet");
    expect(markOf(begun, four, exam, at(3, 14)).status).toBe("counts");
  });

  test("is excused where it is said, or where each of its exercises is", () => {
    expect(markOf({ ...begun, excused: true, override: 1 }, four, terms, at(15))).toEqual({
      status: "excused",
    });
    expect(markOf(begun, { earned: 0, possible: 0 }, terms, at(15))).toEqual({ status: "excused" });
  });
});

const counts = (
  assignmentId: string,
  share: number,
  possible: number,
  category: string | null = null,
): PlacedMark => ({ assignmentId, category, mark: { status: "counts", share, possible } });

const other = (category: string | null, mark: Mark): PlacedMark => ({
  assignmentId: "other",
  category,
  mark,
});

describe("a total", () => {
  const plain = gradingOf({});
  const graded: Grading = gradingOf({
    categories: [
      { id: "hw", name: "Homework", weight: 40, dropLowest: 1 },
      { id: "ex", name: "Exams", weight: 60, dropLowest: 0 },
    ],
  });

  test("adds up points where there are no categories", () => {
    // (0.5 × 10 + 0.8 × 20 + 1 × 10) / 40 = 31 / 40.
    const marks = [counts("a", 0.5, 10), counts("b", 0.8, 20), counts("c", 1, 10)];
    expect(totalOf(plain, marks).share).toBeCloseTo(0.775, 12);
  });

  test("leaves out what is excused and what does not count yet", () => {
    const marks = [
      counts("a", 0.5, 10),
      other(null, { status: "excused" }),
      other(null, { status: "not-yet", share: 0.1, possible: 10 }),
    ];
    expect(totalOf(plain, marks).share).toBe(0.5);
  });

  test("weighs categories and drops the lowest in each", () => {
    // Homework: 0.2 dropped, (0.6 + 1) / 2 = 0.8. Exams: 0.7. (40 × 0.8 + 60 × 0.7) / 100 = 0.74.
    const marks = [
      counts("a", 0.6, 10, "hw"),
      counts("b", 0.2, 10, "hw"),
      counts("c", 1, 10, "hw"),
      counts("d", 0.7, 50, "ex"),
    ];
    const total = totalOf(graded, marks);
    expect(total.share).toBeCloseTo(0.74, 12);
    expect(total.categories[0]?.dropped).toEqual(["b"]);
  });

  test("shares out the weight of a category in which nothing counts yet", () => {
    const marks = [
      counts("a", 0.6, 10, "hw"),
      counts("b", 0.9, 10, "hw"),
      other("ex", { status: "not-yet", share: null, possible: 50 }),
    ];
    expect(totalOf(graded, marks).share).toBeCloseTo(0.9, 12);
  });

  test("never drops the only one that counts", () => {
    expect(totalOf(graded, [counts("a", 0.3, 10, "hw")]).share).toBeCloseTo(0.3, 12);
  });

  test("drops what costs the student most where points are unequal, and not the lowest share", () => {
    // Without a (1 of 5): 60 + 9 of 110 = 0.627. Without b (60 of 100): 10 of 15 = 0.667.
    const marks = [
      counts("a", 0.2, 5, "hw"),
      counts("b", 0.6, 100, "hw"),
      counts("c", 0.9, 10, "hw"),
    ];
    const total = totalOf(graded, marks);
    expect(total.categories[0]?.dropped).toEqual(["b"]);
    expect(total.share).toBeCloseTo(10 / 15, 12);
  });

  test("drops the best set of two, as trying all pairs finds it", () => {
    const two = gradingOf({ categories: [{ id: "q", name: "Quizzes", weight: 1, dropLowest: 2 }] });
    const all = [
      [80, 100],
      [20, 40],
      [1, 24],
      [0, 8],
      [5, 20],
    ] as const;
    const marks = all.map(([earned, of], i) => counts(String(i), earned / of, of, "q"));
    // The ten choices of three: the best keeps 80/100, 20/40 and 0/8, 100 of 148.
    expect(totalOf(two, marks).share).toBeCloseTo(100 / 148, 12);
  });

  test("counts nothing outside the categories, where there are some", () => {
    const marks = [counts("a", 0.6, 10, "ex"), counts("b", 1, 90), counts("c", 1, 90, "gone")];
    expect(totalOf(graded, marks).share).toBeCloseTo(0.6, 12);
  });

  test("is none while nothing counts, or where all that counts weighs nothing", () => {
    expect(totalOf(graded, []).share).toBeNull();
    const free = gradingOf({ categories: [{ id: "p", name: "P", weight: 0, dropLowest: 0 }] });
    expect(totalOf(free, [counts("a", 1, 1, "p")]).share).toBeNull();
  });
});

describe("a letter", () => {
  const { letters } = gradingOf({
    letters: [
      { name: "C", from: 0.7 },
      { name: "A", from: 0.9 },
      { name: "B", from: 0.8 },
    ],
  });

  test.each([
    [1, "A"],
    [0.9, "A"],
    // Shown as 90.0 %.
    [0.8996, "A"],
    // Shown as 89.9 %.
    [0.8994, "B"],
    [0.7, "C"],
    [0.69, null],
  ])("for %s is %s", (total, letter) => {
    expect(letterFor({ letters }, total)).toBe(letter);
  });

  test("is the same for the same total, however floats came to it", () => {
    // 0.1 + 0.2 + 0.6 is 0.8999999999999999.
    expect(letterFor({ letters }, 0.1 + 0.2 + 0.6)).toBe("A");
    expect(shownPercent(0.1 + 0.2 + 0.6)).toBe(90);
  });
});

test("a lesson's share is of its own points in all assignments", () => {
  const all = [
    { lessonId: "one", earned: 1, possible: 2 },
    { lessonId: "two", earned: 1, possible: 4 },
    { lessonId: "one", earned: 6, possible: 6 },
    { lessonId: "three", earned: 0, possible: 0 },
  ];
  // One: (1 + 6) / 8. Two: 1 / 4. Three: nothing counts.
  expect(Object.fromEntries(lessonShares(all))).toEqual({ one: 0.875, two: 0.25 });
});
