import { describe, expect, test } from "vitest";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import {
  daysLate,
  endOf,
  type GivenExtension,
  latenessFactor,
  laterBy,
  termsOf,
} from "@/lib/assessment/terms/terms";

const none = { dueAt: null, closesAt: null, extraAttempts: 0, extraMinutes: 0, lateDays: 0 };

const dates = (due: string, timeZone: string, policy: Partial<Policy> = {}, closes = due) => ({
  opensAt: new Date("2020-01-01T00:00Z"),
  dueAt: new Date(due),
  closesAt: new Date(closes),
  policy: { ...startingPolicies.homework, ...policy },
  timeZone,
});

const terms = (
  due: string,
  timeZone: string,
  { policy, extensions = [] }: { policy?: Partial<Policy>; extensions?: GivenExtension[] } = {},
) => termsOf(dates(due, timeZone, policy), 1, extensions);

const noGrace = { perDay: 0.1, floor: 0.5, graceMinutes: 0, takesLateDays: true };

/** What clocks on the wall say, and when that is, worked out by hand from the zones' rules: Berlin goes forward on 28 March
 *  2027 at 2:00, back on 31 October at 3:00; New York forward on 14 March at 2:00, back on 7 November at 2:00. */
const nights = [
  // 23:00 on the wall both times: 23 hours, since an hour is left out.
  ["Berlin, forward", "Europe/Berlin", "2027-03-27T22:00Z", "2027-03-28T21:00Z"],
  ["Berlin, back", "Europe/Berlin", "2027-10-30T21:00Z", "2027-10-31T22:00Z"],
  ["New York, forward", "America/New_York", "2027-03-14T04:00Z", "2027-03-15T03:00Z"],
  ["New York, back", "America/New_York", "2027-11-07T03:00Z", "2027-11-08T04:00Z"],
  // Half and quarter hours, without a change.
  ["Kolkata", "Asia/Kolkata", "2027-03-27T18:29Z", "2027-03-28T18:29Z"],
  ["Kathmandu", "Asia/Kathmandu", "2027-03-27T18:14Z", "2027-03-28T18:14Z"],
  // Lord Howe goes back by half an hour on 4 April at 2:00: from 11 hours ahead to 10:30.
  [
    "Lord Howe, back by half an hour",
    "Australia/Lord_Howe",
    "2027-04-03T12:00Z",
    "2027-04-04T12:30Z",
  ],
] as const;

describe.each(nights)("%s", (_, zone, due, dayAfter) => {
  test("a day later is the same time on the wall", () => {
    expect(laterBy(new Date(due), 1, zone)).toEqual(new Date(dayAfter));
  });

  test("a late day moves the due date on to it", () => {
    const extensions = [{ ...none, lateDays: 1 }];
    expect(terms(due, zone, { extensions }).dueAt).toEqual(new Date(dayAfter));
  });

  test("the first day late ends then, to the millisecond", () => {
    const one = terms(due, zone, { policy: { late: noGrace } });
    const end = new Date(dayAfter).getTime();
    expect(daysLate(one, new Date(due))).toBe(0);
    expect(daysLate(one, new Date(new Date(due).getTime() + 1))).toBe(1);
    expect(daysLate(one, new Date(end))).toBe(1);
    expect(daysLate(one, new Date(end + 1))).toBe(2);
  });
});

test("a time of day that the clocks skip comes an hour later that day, and as it was the day after", () => {
  // 2:30 in Berlin; on 28 March there is none.
  const due = new Date("2027-03-27T01:30Z");
  expect(laterBy(due, 1, "Europe/Berlin")).toEqual(new Date("2027-03-28T01:30Z"));
  expect(laterBy(due, 2, "Europe/Berlin")).toEqual(new Date("2027-03-29T00:30Z"));
});

test("two late days over the change are two days on the wall", () => {
  const extensions = [
    { ...none, lateDays: 1 },
    { ...none, lateDays: 1 },
  ];
  expect(terms("2027-10-30T21:00Z", "Europe/Berlin", { extensions }).dueAt).toEqual(
    new Date("2027-11-01T22:00Z"),
  );
});

describe("lateness", () => {
  const late = { perDay: 0.2, floor: 0.5, graceMinutes: 15, takesLateDays: true };
  const one = terms("2027-06-01T12:00Z", "UTC", { policy: { late } });
  test.each([
    ["2027-06-01T12:00Z", 1],
    ["2027-06-01T12:15Z", 1],
    ["2027-06-01T12:15:00.001Z", 0.8],
    ["2027-06-02T12:00Z", 0.8],
    ["2027-06-02T12:00:00.001Z", 0.6],
    ["2027-06-03T12:00Z", 0.6],
    ["2027-06-04T12:00Z", 0.5],
    ["2027-07-04T12:00Z", 0.5],
  ])("at %s leaves %d", (at, left) => {
    expect(latenessFactor(one, new Date(at))).toBeCloseTo(left, 12);
  });
});

describe("extensions", () => {
  const due = "2027-06-01T12:00Z";
  const at = (text: string) => new Date(text);

  test("the latest date given counts, also where it is the assignment's own", () => {
    const extensions = [
      { ...none, dueAt: at("2027-06-03T12:00Z") },
      { ...none, dueAt: at("2027-06-02T12:00Z") },
    ];
    expect(terms(due, "UTC", { extensions }).dueAt).toEqual(at("2027-06-03T12:00Z"));
    const earlier = [{ ...none, dueAt: at("2027-05-02T12:00Z") }];
    expect(terms(due, "UTC", { extensions: earlier }).dueAt).toEqual(at(due));
  });

  test("work is taken at least until it is due", () => {
    const extensions = [{ ...none, dueAt: at("2027-06-03T12:00Z") }];
    expect(terms(due, "UTC", { extensions }).closesAt).toEqual(at("2027-06-03T12:00Z"));
  });

  test("late days come on top of a date that was given", () => {
    const extensions = [
      { ...none, dueAt: at("2027-06-03T12:00Z") },
      { ...none, lateDays: 2 },
    ];
    expect(terms(due, "UTC", { extensions }).dueAt).toEqual(at("2027-06-05T12:00Z"));
  });

  test("extra attempts and minutes add up, and minutes come after the student's factor", () => {
    const extensions = [
      { ...none, extraAttempts: 1, extraMinutes: 5 },
      { ...none, extraAttempts: 2, extraMinutes: 10 },
    ];
    const policy = { attempts: 2, minutes: 60 };
    const one = termsOf(dates(due, "UTC", policy), 1.5, extensions);
    expect(one).toMatchObject({ attempts: 5, minutes: 105 });
    const unlimited = termsOf(dates(due, "UTC", { attempts: null, minutes: null }), 2, extensions);
    expect(unlimited).toMatchObject({ attempts: null, minutes: null });
  });
});

describe("the end of work that was begun", () => {
  const closes = "2027-06-01T12:00Z";
  const one = termsOf(dates(closes, "UTC", { minutes: 60 }), 1, []);
  test.each([
    ["2027-06-01T10:00Z", "2027-06-01T11:00Z"],
    ["2027-06-01T11:00Z", closes],
    ["2027-06-01T11:30Z", closes],
  ])("begun at %s is %s", (begun, end) => {
    expect(endOf(one, new Date(begun))).toEqual(new Date(end));
  });

  test("is when it closes where there is no limit", () => {
    const free = termsOf(dates(closes, "UTC"), 1, []);
    expect(endOf(free, new Date("2027-06-01T10:00Z"))).toEqual(new Date(closes));
  });

  test("is by the clock that runs through, not by the one on the wall", () => {
    // 90 minutes from 1:00 in Berlin, an hour before the clocks go forward.
    const night = termsOf(dates("2027-04-01T00:00Z", "Europe/Berlin", { minutes: 90 }), 1, []);
    expect(endOf(night, new Date("2027-03-28T00:00Z"))).toEqual(new Date("2027-03-28T01:30Z"));
  });
});
