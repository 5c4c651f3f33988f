import { expect, test } from "vitest";
import { withMinus } from "@/lib/ui/number-text";

test.each([
  ["-2.30", "−2.30"],
  ["vector([-1, 0.5, -0.25])", "vector([−1, 0.5, −0.25])"],
  ["1e-9", "1e−9"],
  ["step-1,leaky-relu", "step-1,leaky-relu"],
])("%s is read as %s", (text, read) => {
  expect(withMinus(text)).toBe(read);
});
