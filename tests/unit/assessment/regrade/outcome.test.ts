import { expect, test } from "vitest";
import { directionOf, outcomeOf } from "@/lib/assessment/regrade/outcome";

const change = { before: 0.5, after: 0.5, voided: 0, lost: null };
const lost = { ...change, lost: "The given a is drawn in another way." };
const keep = { treatment: "keep", keepsHigher: true } as const;
const apply = { treatment: "keep", keepsHigher: false } as const;

test.each([
  ["more stands", { ...change, after: 0.75 }, keep, { share: 0.75, atLeast: 0, excused: false }],
  [
    "less does not, where the higher are kept",
    { ...change, after: 0.25 },
    keep,
    { share: 0.5, atLeast: 0.5, excused: false },
  ],
  [
    "less stands, where they are not",
    { ...change, after: 0.25 },
    apply,
    { share: 0.25, atLeast: 0, excused: false },
  ],
  [
    "void takes nothing, where the higher are kept",
    lost,
    { ...keep, treatment: "void" },
    { share: 0.5, atLeast: 0.5, excused: false },
  ],
  [
    "void leaves the rest, where they are not",
    lost,
    { ...apply, treatment: "void" },
    { share: 0, atLeast: 0, excused: false },
  ],
  [
    "who has lost nothing is not excused",
    change,
    { ...keep, treatment: "excuse" },
    { share: 0.5, atLeast: 0, excused: false },
  ],
  ["who has is", lost, { ...keep, treatment: "excuse" }, { share: 0.5, atLeast: 0, excused: true }],
] as const)("%s", (_, planned, choice, outcome) => {
  expect(outcomeOf(planned, choice)).toEqual(outcome);
});

test.each([
  ["up", { ...change, after: 0.75 }, apply],
  ["down", { ...change, after: 0.25 }, apply],
  ["same", { ...change, after: 0.25 }, keep],
  ["same", change, apply],
  ["lost", lost, apply],
] as const)("it counts as %s", (direction, planned, choice) => {
  expect(directionOf(planned, choice)).toBe(direction);
});
