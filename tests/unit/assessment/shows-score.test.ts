import { expect, test } from "vitest";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { showsScore } from "@/lib/assessment/terms/shows-score";

const closesAt = new Date("2027-03-01T12:00:00Z");
const before = new Date("2027-03-01T12:00:00Z");
const after = new Date("2027-03-01T12:00:01Z");
const handedIn = { handedInAt: new Date("2027-02-01T12:00:00Z") };

test.each([
  ["at-once", null, before, true],
  ["after-attempts", null, before, false],
  ["after-attempts", handedIn, before, true],
  ["after-attempts", null, after, true],
  ["after-closing", handedIn, before, false],
  ["after-closing", null, after, true],
  ["never", handedIn, after, false],
] as const)("%s, handed in: %j, at %s: %s", (score, work, now, shown) => {
  const { shows } = startingPolicies.homework;
  expect(showsScore({ shows: { ...shows, score } }, { closesAt }, work, now)).toBe(shown);
});
