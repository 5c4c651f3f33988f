import { describe, expect, test } from "vitest";
import { isAllowedFrom } from "@/lib/assessment/setting/addresses";
import { type ShowTime, showTimes, startingPolicies } from "@/lib/assessment/terms/policy";
import { progressOf } from "@/lib/assessment/terms/progress";
import { shownPart, showsOf } from "@/lib/assessment/terms/shown";
import { latenessInWords, rulesInWords } from "@/lib/assessment/terms/student-words";
import { termsOf } from "@/lib/assessment/terms/terms";

const moments = {
  "while working": { done: false, closed: false },
  "attempts used up": { done: true, closed: false },
  closed: { done: false, closed: true },
} as const;

/** By hand: what each word in a policy means at each moment. */
const due: Record<ShowTime, readonly (keyof typeof moments)[]> = {
  "at-once": ["while working", "attempts used up", "closed"],
  "after-attempts": ["attempts used up", "closed"],
  "after-closing": ["closed"],
  never: [],
};

describe.each(Object.entries(moments))("%s", (name, progress) => {
  test.each(showTimes)("what is shown %s", (time) => {
    const isDue = due[time].includes(name as keyof typeof moments);
    const all = { verdict: time, diagnosis: time, hints: time, solution: time, score: time };
    expect(Object.values(showsOf(all, progress))).toEqual(Array(5).fill(isDue));
  });
});

test("no diagnosis tells a verdict that is withheld", () => {
  const policy = { ...startingPolicies.exam.shows, diagnosis: "at-once" } as const;
  expect(showsOf(policy, { done: false, closed: false }).diagnosis).toBe(false);
});

describe("a part", () => {
  const graded = {
    part: "a",
    status: "graded",
    verdict: "wrong",
    earned: 0,
    possible: 1,
    feedback: ["Your sign is flipped."],
    marks: ["wrong"],
  } as const;
  const result = { ...graded, feedback: [...graded.feedback], marks: [...graded.marks] };
  const all = { verdict: true, diagnosis: true, hints: true, solution: true, score: true };

  test("says nothing but that it was received where its verdict is withheld", () => {
    expect(shownPart(result, { ...all, verdict: false })).toEqual({ part: "a", status: "saved" });
  });

  test("keeps its points, or its words, to itself where they are withheld", () => {
    expect(shownPart(result, all)).toEqual(result);
    expect(shownPart(result, { ...all, diagnosis: false })).toEqual({ ...result, feedback: [] });
    const { earned, possible, ...unscored } = result;
    expect(shownPart(result, { ...all, score: false })).toEqual(unscored);
    expect([earned, possible]).toEqual([0, 1]);
  });

  test("tells which attempt counts where points are shown alone", () => {
    const kept = { ...result, counts: 1 };
    expect(shownPart(kept, all)).toEqual(kept);
    expect(shownPart(kept, { ...all, score: false })).not.toHaveProperty("counts");
  });

  test("keeps a step of the solution to itself where the solution is withheld, and its author's words not", () => {
    const why = (by: "author" | "solution") => ({ ...result, why: { html: "Because.", by } });
    const held = { ...all, solution: false };
    expect(shownPart(why("solution"), all)).toHaveProperty("why");
    expect(shownPart(why("solution"), held)).not.toHaveProperty("why");
    expect(shownPart(why("author"), held)).toHaveProperty("why");
    expect(shownPart(why("author"), { ...all, diagnosis: false })).not.toHaveProperty("why");
  });

  test("marks single ticks only where diagnoses are told", () => {
    const quiet = { ...all, diagnosis: false };
    expect(shownPart(result, quiet, true)).not.toHaveProperty("marks");
    expect(shownPart(result, all, true)).toHaveProperty("marks");
  });

  test("that cannot be read is told whatever the policy says", () => {
    const unread = { part: "a", status: "unreadable", message: "No number." } as const;
    expect(shownPart(unread, { ...all, verdict: false })).toEqual(unread);
  });
});

describe("progress", () => {
  const parts = [
    { name: "a", points: 1 },
    { name: "b", points: 2 },
  ];
  const at = new Date("2027-01-01");
  const termsWith = (policy: object) =>
    termsOf(
      {
        opensAt: at,
        dueAt: at,
        closesAt: at,
        timeZone: "UTC",
        policy: { ...startingPolicies.homework, ...policy },
      },
      1,
      [],
    );
  const earned = (tried: Record<string, [tries: number, best: number]>, number = 1) => ({
    share: 0,
    attempts: 0,
    answeredAt: null,
    variants: [
      {
        number,
        share: 0,
        parts: Object.fromEntries(
          Object.entries(tried).map(([part, [tries, best]]) => [
            part,
            { tries, best, worth: best },
          ]),
        ),
      },
    ],
  });

  test("a part is done by its own attempts or points", () => {
    const tried = earned({ a: [1, 1], b: [1, 0] });
    expect(progressOf(termsWith({ attempts: 2 }), tried, 1, parts)).toEqual({
      done: { a: true, b: false },
      left: { a: 1, b: 1 },
      allDone: false,
      renewable: false,
    });
    expect(progressOf(termsWith({ attempts: 1 }), tried, 1, parts).allDone).toBe(true);
    expect(progressOf(termsWith({}), tried, 1, parts).left).toEqual({ a: null, b: null });
  });

  test("with new numbers the last attempt alone uses them up, and each is used before the next", () => {
    const terms = termsWith({ attempts: 2, numbers: "new" });
    expect(progressOf(terms, earned({}), 1, parts).renewable).toBe(false);
    const first = progressOf(terms, earned({ a: [1, 0] }), 1, parts);
    expect(first).toMatchObject({ done: { a: false }, left: { a: 0, b: 1 }, renewable: true });
    const last = progressOf(terms, earned({ a: [1, 0] }, 2), 2, parts);
    expect(last).toMatchObject({ done: { a: true }, renewable: false });
  });

  test("what an assignment asks is told in words", () => {
    const terms = termsWith({ attempts: 3, credit: [1, 0.8, 0.5] });
    expect(rulesInWords({ kind: "homework", terms })).toEqual([
      "You have 3 attempts at each part. The best one counts.",
      "The first attempt at a part can earn 100 % of its points, the next 80 %, then 50 %.",
    ]);
    expect(latenessInWords({ terms })).toBe(
      "Each day late takes off 10 % of the points, and never less than 50 % is left.",
    );
  });
});

describe("addresses", () => {
  test.each([
    [[], "unknown", true],
    [["10.0.0.0/8"], "10.255.0.1", true],
    [["10.0.0.0/8"], "11.0.0.1", false],
    [["10.0.0.0/8"], "::ffff:10.0.0.1", true],
    [["192.0.2.9"], "192.0.2.9", true],
    [["192.0.2.9"], "192.0.2.10", false],
    [["2001:db8::/32"], "2001:db8:1::1", true],
    [["2001:db8::/32"], "2001:db9::1", false],
    [["2001:db8::/32", "10.0.0.1"], "10.0.0.1", true],
    [["nonsense"], "10.0.0.1", false],
    [["10.0.0.0/8"], "nonsense", false],
  ])("of %j, %s: %s", (allowed, address, isAllowed) => {
    expect(isAllowedFrom(allowed, address)).toBe(isAllowed);
  });
});
