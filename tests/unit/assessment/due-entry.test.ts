import { describe, expect, test } from "vitest";
import { type DueRow, readDue } from "@/lib/assessment/due/due-entry";
import { startingPolicies } from "@/lib/assessment/terms/policy";

const at = (time: string) => new Date(`2027-03-${time}Z`);

const row: DueRow = {
  id: "a",
  title: "Gradients",
  kind: "homework",
  opensAt: at("01T08:00"),
  dueAt: at("10T22:00"),
  closesAt: at("12T22:00"),
  policy: startingPolicies.homework,
  createdAt: at("01T00:00"),
  updatedAt: at("02T00:00"),
  timeFactor: 1,
  now: at("05T00:00"),
  section: { id: "s", name: "A", course: "Maths", timeZone: "Europe/Berlin" },
  exercises: 3,
  points: 8,
  extensions: [],
  extendedAt: null,
  answered: 0,
  earned: 0,
  excusedPoints: 0,
  begunAt: null,
  handedInAt: null,
  override: null,
  excused: false,
};

const extension = {
  dueAt: null,
  closesAt: null,
  extraAttempts: 0,
  extraMinutes: 0,
  lateDays: 0,
};

describe("an assignment, seen at", () => {
  test.each([
    ["01T07:59", "not-open"],
    ["01T08:00", "open"],
    ["10T22:00", "open"],
    // Fifteen minutes of grace.
    ["10T22:15", "open"],
    ["10T22:16", "late"],
    ["12T22:00", "late"],
    ["12T22:01", "closed"],
  ])("%s is %s", (time, phase) => {
    expect(readDue({ ...row, now: at(time) }).phase).toBe(phase);
  });

  test("a time after it was handed in is so until it closes", () => {
    const handedIn = { ...row, begunAt: at("02T00:00"), handedInAt: at("03T00:00") };
    expect(readDue(handedIn).phase).toBe("handed-in");
    expect(readDue({ ...handedIn, now: at("12T22:01") }).phase).toBe("closed");
  });
});

test("a late day that was spent moves the date on by a day of the section, also where a night has 23 hours", () => {
  const dueAt = at("27T22:00"); // 23:00 in Berlin; clocks go forward that night
  const spent = { ...row, dueAt, closesAt: dueAt, extensions: [{ ...extension, lateDays: 1 }] };
  expect(readDue(spent).dueAt).toEqual(at("28T21:00"));
});

test("who has begun against the clock is due when their time is up", () => {
  const exam = { ...row, policy: startingPolicies.exam, timeFactor: 1.5 };
  expect(readDue(exam).dueAt).toEqual(row.dueAt);
  expect(readDue({ ...exam, begunAt: at("05T09:00") }).dueAt).toEqual(at("05T10:30"));
  expect(readDue({ ...exam, begunAt: at("10T21:30") }).dueAt).toEqual(row.dueAt);
  const over = { ...exam, begunAt: at("05T09:00"), now: at("05T10:31"), answered: 1, earned: 4 };
  expect(readDue(over).phase).toBe("closed");
  // Others may still be at it.
  expect(readDue(over).state.score).toBeNull();
});

test("points that are shown after closing are told once it has closed, and never those that are never shown", () => {
  const answered = { ...row, policy: startingPolicies.exam, answered: 1, earned: 4 };
  expect(readDue(answered).state.score).toBeNull();
  const closed = { ...answered, now: at("20T00:00") };
  expect(readDue(closed).state.score).toEqual({ earned: 4, possible: 8 });
  const shows = { ...startingPolicies.exam.shows, score: "never" as const };
  const secret = { ...closed, policy: { ...startingPolicies.exam, shows } };
  expect(readDue(secret).state.score).toBeNull();
  expect(readDue({ ...closed, excused: true }).state).toMatchObject({
    status: "excused",
    score: null,
  });
});

test("an extension given later counts as the last change", () => {
  expect(readDue(row).changedAt).toEqual(row.updatedAt);
  expect(readDue({ ...row, extendedAt: at("03T00:00") }).changedAt).toEqual(at("03T00:00"));
});
