import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { rules } from "@/lib/engine/told/rules";
import { architectureRules } from "@/lib/engine/told/rules-architectures";
import { formulaRules } from "@/lib/engine/told/rules-of-formulas";
import { orderRules } from "@/lib/engine/told/rules-of-orders";
import { lessonAt } from "./a-lesson";

const lessons = readdirSync("content/backpropagation", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => lessonAt("backpropagation", name));

/** Slips of arithmetic and of reading: no lesson is about them. */
const ofReading = [
  "another-read",
  "another-quantity",
  "another-entry",
  "factor-left-out",
  "sign-lost",
];
const untaught = new Set([
  ...Object.keys(architectureRules),
  ...Object.keys(formulaRules),
  ...Object.keys(orderRules),
  ...ofReading,
  "matrix-product-for-entries",
]);

it("every misconception of a network has a section of the course to read on in", () => {
  const taught = lessons.flatMap(({ teaches }) => teaches.flatMap((section) => section.teaches));
  const names = Object.keys(rules).filter((name) => !untaught.has(name));
  expect(names.filter((name) => !taught.includes(name))).toEqual([]);
});

it("every lesson says how long it takes", () => {
  for (const { title, minutes } of lessons) expect(minutes, title).toBeGreaterThan(0);
});
