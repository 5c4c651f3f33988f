import { expect, test } from "vitest";
import {
  dueInWords,
  forecastOf,
  type Memory,
  ratingOf,
  recallOf,
  reviewed,
} from "@/lib/answering/schedule";

const start = new Date("2026-03-01T09:00:00Z");
const later = (days: number, from = start) => new Date(from.getTime() + days * 86_400_000);
const daysTo = (date: Date, from = start) => (date.getTime() - from.getTime()) / 86_400_000;

/** The memory after these ratings, each this many days after the one before. */
function after(...reviews: (readonly [1 | 2 | 3, number])[]): Memory {
  let now = start;
  let memory: Memory | null = null;
  for (const [rating, wait] of reviews) {
    now = later(wait, now);
    memory = reviewed(memory, rating, now) ?? memory;
  }
  return memory!;
}

test("all right without help is good, most of it or with hints is hard, less than half is again", () => {
  expect(ratingOf(1, 0)).toBe(3);
  expect(ratingOf(0.1 + 0.2 + 0.7, 0)).toBe(3);
  expect(ratingOf(1, 1)).toBe(2);
  expect(ratingOf(0.9, 2)).toBe(2);
  expect(ratingOf(0.5, 0)).toBe(2);
  expect(ratingOf(0.49, 0)).toBe(1);
  expect(ratingOf(0, 0)).toBe(1);
});

test("what was wrong at first is due the next morning, what was right two days on", () => {
  const wrong = reviewed(null, 1, start)!;
  expect(daysTo(wrong.due)).toBeCloseTo(1 - 8 / 24);
  const right = reviewed(null, 3, start)!;
  expect(daysTo(right.due)).toBeCloseTo(2 - 8 / 24);
  expect(right).toMatchObject({ rating: 3, reps: 1, reviewedAt: start });
});

test("the initial stability is FSRS 6's own: 0.212 days after again, 2.3065 after good", () => {
  expect(reviewed(null, 1, start)?.stability).toBeCloseTo(0.212, 4);
  expect(reviewed(null, 3, start)?.stability).toBeCloseTo(2.3065, 4);
});

test("each good review on its day brings the next one later", () => {
  let memory = reviewed(null, 3, start)!;
  const waits: number[] = [];
  for (let i = 0; i < 5; i++) {
    memory = reviewed(memory, 3, memory.due)!;
    waits.push(daysTo(memory.due, memory.reviewedAt));
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(60);
  expect(memory.reps).toBe(6);
});

test("forgetting brings it back the next morning, and makes the skill harder", () => {
  const before = after([3, 0], [3, 2], [3, 8]);
  const forgotten = reviewed(before, 1, later(30))!;
  expect(forgotten.stability).toBeLessThan(before.stability);
  expect(forgotten.difficulty).toBeGreaterThan(before.difficulty);
  expect(daysTo(forgotten.due, later(30))).toBeLessThan(4);
});

test("many right answers in one sitting count once", () => {
  const first = after([3, 0]);
  for (const hours of [0, 0.1, 1, 5, 11]) {
    expect(reviewed(first, 3, later(hours / 24)), `${hours} hours`).toBeNull();
  }
  expect(reviewed(first, 3, later(0.7))).not.toBeNull();
});

test("a sitting counts by its worst answer, and that once", () => {
  const right = after([3, 0]);
  const wrong = reviewed(right, 1, later(0.01))!;
  expect(wrong).toMatchObject({ rating: 1, reps: 2 });
  expect(wrong.stability).toBeLessThan(right.stability);
  expect(reviewed(wrong, 3, later(0.02))).toBeNull();
  expect(reviewed(wrong, 1, later(0.02))).toBeNull();
});

test("practising ahead of time gains little", () => {
  const memory = after([3, 0], [3, 3], [3, 12]);
  const early = reviewed(memory, 3, later(16))!;
  const onTime = reviewed(memory, 3, memory.due)!;
  expect(early.stability).toBeGreaterThanOrEqual(memory.stability);
  expect(early.stability - memory.stability).toBeLessThan(
    (onTime.stability - memory.stability) / 5,
  );
});

test("a clock that went backwards is no reason to fail", () => {
  expect(reviewed(after([3, 0]), 1, later(-1))).toMatchObject({ rating: 1 });
  expect(recallOf(after([3, 0]), later(-1))).toBe(1);
});

test("recall is whole at once, nine in ten after the stability's days, and falls from there", () => {
  const memory = after([3, 0]);
  expect(recallOf(memory, start)).toBe(1);
  expect(recallOf(memory, later(memory.stability))).toBeCloseTo(0.9, 3);
  expect(recallOf(memory, later(30))).toBeLessThan(0.75);
});

test("the forecast counts what is due now, within a day, within two, and leaves out what comes later", () => {
  const due = [
    later(-3),
    start,
    later(0.2),
    later(1),
    later(1.1),
    later(6.5),
    later(7),
    later(7.1),
  ];
  expect(forecastOf(due, start)).toEqual([2, 2, 1, 0, 0, 0, 0, 2]);
});

test("when something is due is told without a calendar", () => {
  const words = [-1, 0, 1 / 24, 0.2, 0.9, 1.2, 3, 44, 61].map((days) =>
    dueInWords(later(days), start),
  );
  expect(words).toEqual([
    "now",
    "now",
    "in 1 hour",
    "in 5 hours",
    "in a day",
    "in a day",
    "in 3 days",
    "in 44 days",
    "in 2 months",
  ]);
});
