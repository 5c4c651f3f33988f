import { expect, test } from "vitest";
import { withDecimalComma } from "@/lib/ui/decimal-comma";

test.each([
  ["The loss is 0.25.", "The loss is 0,25."],
  ["−0.468", "−0,468"],
  ["1.2×10⁻⁷, 1.2e-3 and 0.5x", "1,2×10⁻⁷, 1,2e-3 and 0,5x"],
  ["x = (0.5, −1.25, 3)", "x = (0,5; −1,25, 3)"],
  ["49.5 % of 3.5 points", "49,5 % of 3,5 points"],
  ["Read section 3. 5 more follow.", "Read section 3. 5 more follow."],
])("%j reads %j with a decimal comma", (text, comma) => {
  expect(withDecimalComma(text)).toBe(comma);
  expect(withDecimalComma(comma)).toBe(comma);
});

test.each([
  "version 1.2.3",
  "192.0.2.17",
  "h1.5",
  "“0.5.x” cannot be read",
  "1,234.5",
  "W.2",
  "v2.0",
])("%j is no decimal number, or was typed, and stays", (text) => {
  expect(withDecimalComma(text)).toBe(text);
});
