import { describe, expect, test } from "vitest";
import { checksPerMinute, triesPerPart } from "@/lib/auth/allowed.mjs";

describe("how much is allowed", () => {
  test("is what a person needs, unless it is set", () => {
    expect([checksPerMinute({}), triesPerPart({ TRIES_PER_PART: " " })]).toEqual([60, 40]);
    expect(checksPerMinute({ CHECKS_PER_MINUTE: "90" })).toBe(90);
    expect(triesPerPart({ TRIES_PER_PART: " 5 " })).toBe(5);
  });

  test.each(["0", "-1", "many", "1.5", "1e3", "60/min"])("cannot be set to %s", (said) => {
    expect(() => checksPerMinute({ CHECKS_PER_MINUTE: said })).toThrow(
      `CHECKS_PER_MINUTE must be a whole number from 1 on, and it is ${said}.`,
    );
    expect(() => triesPerPart({ TRIES_PER_PART: said })).toThrow(/^TRIES_PER_PART must be/);
  });
});
