import { expect, test } from "vitest";
import { durationText } from "@/lib/ui/duration-text";

test.each([
  [0, "0 s"],
  [44.6, "45 s"],
  [59.7, "1 min"],
  [60, "1 min"],
  [89 * 60, "1 h 29 min"],
  [2 * 3600 + 10, "2 h"],
  [26 * 3600, "1 day"],
  [3 * 86_400, "3 days"],
])("%f seconds are %s", (seconds, words) => {
  expect(durationText(seconds)).toBe(words);
});
