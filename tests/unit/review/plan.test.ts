import { expect, test } from "vitest";
import { minutesOf } from "@/lib/review/minutes";
import { type Candidate, minutesIn, planSitting } from "@/lib/review/plan";

/** An exercise of a lesson with these skills, two minutes long and never done, unless told otherwise. */
const exercise = (
  exerciseId: string,
  lessonId: string,
  skills: readonly string[],
  more: Partial<Candidate> = {},
): Candidate => ({
  exerciseId,
  lessonId,
  skills,
  minutes: 1.5,
  number: 1,
  doneAt: null,
  halfDone: false,
  unchanging: false,
  place: 0,
  ...more,
});

const planned = (
  wanted: readonly string[],
  candidates: readonly Candidate[],
  known: readonly string[] = wanted,
) =>
  planSitting(wanted, new Set(known), candidates).map(({ exercise: { exerciseId } }) => exerciseId);

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

test("nothing wanted, or nothing to ask, is no sitting", () => {
  expect(planned([], [exercise("e", "1", ["a"])])).toEqual([]);
  expect(planned(["a"], [exercise("e", "1", ["b"])])).toEqual([]);
});

test("what is remembered least comes first, and is asked once each", () => {
  const all = [
    exercise("a", "1", ["a"]),
    exercise("b", "2", ["b"]),
    exercise("b again", "3", ["b"], { place: 1 }),
  ];
  expect(planned(["b", "a"], all)).toEqual(["b", "a"]);
});

test("after an exercise of one lesson comes one of another, where there is one", () => {
  const all = [
    exercise("a", "1", ["a"]),
    exercise("b", "1", ["b"]),
    exercise("c", "2", ["c"]),
    exercise("d", "1", ["d"]),
  ];
  expect(planned(["a", "b", "c", "d"], all)).toEqual(["a", "c", "b", "d"]);
});

test("within a lesson, an exercise of other skills comes before one that shares a skill", () => {
  const all = [
    exercise("a", "1", ["a", "x"]),
    exercise("b", "1", ["b", "x"]),
    exercise("c", "1", ["c"]),
  ];
  expect(planned(["a", "b", "c"], all)).toEqual(["a", "c", "b"]);
});

test("an exercise that practises two of the due skills answers for both", () => {
  const both = exercise("both", "1", ["a", "b"], { doneAt: null });
  const one = exercise("one", "2", ["b"], { doneAt: day(1) });
  expect(planned(["a", "b"], [both, one])).toEqual(["both"]);
});

test("it takes at most four exercises and about five minutes, but always one", () => {
  const skills = ["a", "b", "c", "d", "e", "f"];
  const short = skills.map((skill, i) => exercise(skill, String(i), [skill], { minutes: 1 }));
  expect(planned(skills, short)).toEqual(["a", "b", "c", "d"]);
  const longer = skills.map((skill, i) => exercise(skill, String(i), [skill], { minutes: 2.5 }));
  expect(planned(skills, longer)).toEqual(["a", "b"]);
  expect(minutesIn(planSitting(skills, new Set(skills), longer))).toBe(5);
  expect(planned(["a"], [exercise("whole", "1", ["a"], { minutes: 14 })])).toEqual(["whole"]);
});

test("what does not fit any more leaves its place to something shorter", () => {
  const all = [
    exercise("a", "1", ["a"], { minutes: 3 }),
    exercise("b", "2", ["b"], { minutes: 4 }),
    exercise("c", "3", ["c"], { minutes: 2 }),
  ];
  expect(planned(["a", "b", "c"], all)).toEqual(["a", "c"]);
});

test("of a skill's exercises the one done the longest ago is taken, and before it one never done", () => {
  const all = [
    exercise("new", "1", ["a"], { doneAt: day(9) }),
    exercise("old", "1", ["a"], { doneAt: day(2) }),
  ];
  expect(planned(["a"], all)).toEqual(["old"]);
  expect(planned(["a"], [...all, exercise("never", "1", ["a"])])).toEqual(["never"]);
});

test("an exercise that needs a skill not met yet comes last", () => {
  const all = [
    exercise("ahead", "5", ["a", "unmet"]),
    exercise("met", "1", ["a"], { doneAt: day(9), minutes: 5, halfDone: true }),
  ];
  expect(planned(["a"], all)).toEqual(["met"]);
  expect(planned(["a"], all.slice(0, 1))).toEqual(["ahead"]);
});

test("an exercise without numbers of its own is asked once, and then only where nothing else practises the skill", () => {
  const other = exercise("other", "2", ["a"], { doneAt: day(9) });
  const fixed = (doneAt: Date | null) =>
    exercise("fixed", "1", ["a"], { unchanging: true, doneAt });
  expect(planned(["a"], [fixed(null), other])).toEqual(["fixed"]);
  expect(planned(["a"], [fixed(day(1)), other])).toEqual(["other"]);
  expect(planned(["a"], [fixed(day(1))])).toEqual(["fixed"]);
});

test("an exercise longer than a sitting waits until nothing else is due", () => {
  const whole = exercise("whole", "1", ["a"], { minutes: 14 });
  expect(planned(["a", "b"], [whole, exercise("b", "2", ["b"])])).toEqual(["b"]);
  expect(planned(["a"], [whole])).toEqual(["whole"]);
});

test("an exercise half answered in its lesson is left alone where another serves", () => {
  const half = exercise("half", "1", ["a"], { halfDone: true });
  const other = exercise("other", "1", ["a"], { doneAt: day(9) });
  expect(planned(["a"], [half, other])).toEqual(["other"]);
  expect(planned(["a"], [half])).toEqual(["half"]);
});

test("a long exercise is taken only where no short one practises the skill", () => {
  const long = exercise("long", "1", ["a"], { minutes: 8 });
  const short = exercise("short", "1", ["a"], { doneAt: day(9) });
  expect(planned(["a"], [long, short])).toEqual(["short"]);
});

test("minutes are counted by what is to be answered", () => {
  const parts = (...kinds: string[]) =>
    ({ parts: kinds.map((kind) => ({ kind })) }) as unknown as Parameters<typeof minutesOf>[0];
  expect(minutesOf(parts("choice"))).toBe(1);
  expect(minutesOf(parts("numeric", "numeric", "matrix"))).toBe(4);
});
