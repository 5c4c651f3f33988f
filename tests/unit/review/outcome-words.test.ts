import { expect, test } from "vitest";
import { outcomeInWords } from "@/lib/review/outcome-words";

const words = (right: number, missed: number, skipped = 0) =>
  outcomeInWords({
    of: right + missed + skipped,
    right,
    skipped,
    missed: Array.from({ length: missed }, (_, i) => ({ title: `${i}`, path: `/${i}` })),
  });

test("a sitting that is all right is praised", () => {
  expect(words(3, 0)).toBe("All 3 right. Well done.");
  expect(words(1, 0)).toBe("Right. Well done.");
});

test("one that went wrong, wholly or in part, is not, and says what comes of it", () => {
  for (const [right, missed, skipped] of [
    [0, 1, 0],
    [0, 3, 0],
    [2, 1, 0],
    [1, 2, 1],
    [0, 1, 1],
  ] as const) {
    expect(words(right, missed, skipped)).not.toContain("Well done");
    expect(words(right, missed, skipped)).toMatch(/back soon\. To go over (it|them) now:$/);
  }
  expect(words(2, 1)).toContain("2 of 3 right. You missed 1.");
  expect(words(0, 2)).toContain("None of the 2 was right.");
});

test("what was skipped stays due", () => {
  expect(words(0, 0, 2)).toBe("You skipped everything this time. What was due stays due.");
  expect(words(1, 0, 1)).toBe("1 of 2 right. You skipped 1.");
});
