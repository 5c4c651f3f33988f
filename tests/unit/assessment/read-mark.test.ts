import { describe, expect, test } from "vitest";
import { readMark, shownPoints } from "@/lib/assessment/gradebook/read-mark";

describe("a mark for 20 points", () => {
  test.each([
    ["17.5", 0.875],
    [" 17,5 ", 0.875],
    ["85 %", 0.85],
    ["85%", 0.85],
    ["0", 0],
    ["20", 1],
    ["100 %", 1],
  ])("%j is %s of it", (typed, share) => {
    expect(readMark(typed, 20)).toEqual({ status: "read", share });
  });

  test.each(["", "  "])("%j is none", (typed) => {
    expect(readMark(typed, 20)).toEqual({ status: "none" });
  });

  test.each(["excused", "Excused", "EX"])("%j excuses", (typed) => {
    expect(readMark(typed, 20)).toEqual({ status: "excused" });
  });

  test.each([
    ["20.5", /at most 20 points/],
    ["101 %", /at most 100 %/],
    ["-1", /“-1” is no mark/],
    ["1e3", /no mark/],
    ["17.5 of 20", /no mark/],
    ["=1+1", /no mark/],
    ["x".repeat(500), /“x{40}…” is no mark/],
  ])("%j cannot be read", (typed, message) => {
    expect(readMark(typed, 20)).toEqual({
      status: "unreadable",
      message: expect.stringMatching(message),
    });
  });
});

test("where there are no points, there is nothing to mark", () => {
  expect(readMark("0", 0)).toMatchObject({ status: "unreadable" });
});

test("points shown are read back as the same points", () => {
  for (let points = 1; points <= 20; points++) {
    for (let k = 0; k <= 7; k++) {
      const shown = shownPoints(k / 7, points);
      const read = readMark(String(shown), points);
      expect(read.status === "read" && shownPoints(read.share, points)).toBe(shown);
    }
  }
});
