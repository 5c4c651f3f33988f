import { expect, test } from "vitest";
import { percent } from "@/lib/ui/percent";

test.each([
  [0, "0 %"],
  [1, "100 %"],
  [0.5, "50 %"],
  [1 / 3, "33 %"],
  [2 / 3, "67 %"],
  [0.004, "1 %"],
  [1e-12, "1 %"],
  [0.996, "99 %"],
  [1 - 1e-12, "99 %"],
])("a share of %d reads %s, so that only nothing is 0 and only all is 100", (share, text) => {
  expect(percent(share)).toBe(text);
});
