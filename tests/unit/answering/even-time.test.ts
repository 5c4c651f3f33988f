import { expect, test } from "vitest";
import { waitAfter } from "@/lib/answering/even-time";

test("whether grading took a moment or thirty milliseconds, the reply comes at the same time", () => {
  for (const spent of [0.1, 3, 31.9, 180]) expect(spent + waitAfter(spent)).toBeCloseTo(250, 9);
  expect(260 + waitAfter(260)).toBeCloseTo(500, 9);
});
