import { expect, test } from "vitest";
import { hasClosed, phaseOf } from "@/lib/assessment/terms/phase";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { termsOf } from "@/lib/assessment/terms/terms";

const at = (time: string) => new Date(`2027-06-01T${time}Z`);

/** Opens at 10, is due at 12 with 15 minutes of grace, closes at 14; an hour from the beginning. */
const terms = termsOf(
  {
    opensAt: at("10:00"),
    dueAt: at("12:00"),
    closesAt: at("14:00"),
    timeZone: "UTC",
    policy: { ...startingPolicies.homework, minutes: 60 },
  },
  1,
  [],
);

const phaseAt = (now: string, begun?: string, handedIn?: string) =>
  phaseOf({
    terms,
    begunAt: begun ? at(begun) : null,
    handedInAt: handedIn ? at(handedIn) : null,
    now: at(now),
  });

test.each([
  ["09:59:59.999", undefined, "not-open"],
  ["10:00", undefined, "open"],
  ["12:15", undefined, "open"],
  ["12:15:00.001", undefined, "late"],
  ["14:00", undefined, "late"],
  ["14:00:00.001", undefined, "closed"],
  ["11:30", "10:30", "open"],
  ["11:30:00.001", "10:30", "closed"],
  ["14:00", "13:30", "late"],
  ["14:00:00.001", "13:30", "closed"],
])("at %s, begun at %s, it is %s", (now, begun, phase) => {
  expect(phaseAt(now, begun)).toBe(phase);
});

test("what is handed in stays so, whatever the clock says", () => {
  expect(phaseAt("10:40", "10:30", "10:35")).toBe("handed-in");
  expect(phaseAt("23:00", "10:30", "10:35")).toBe("handed-in");
});

test("what shows after closing waits for the student's own closing, not for the end of their time", () => {
  expect(hasClosed(terms, at("14:00"))).toBe(false);
  expect(hasClosed(terms, at("14:00:00.001"))).toBe(true);
});
