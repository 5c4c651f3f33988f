import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { changedRules } from "@/lib/engine";
import { lessonAt } from "./a-lesson";

const lessons = readdirSync("content/backpropagation", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => lessonAt("backpropagation", name));

it("every misconception has a section of the course to read on in", () => {
  const taught = lessons.flatMap(({ teaches }) => teaches.flatMap((section) => section.teaches));
  const lost = changedRules(1).filter(({ name }) => !taught.includes(name));
  expect(lost.map(({ name }) => name)).toEqual([]);
});

it("every lesson says how long it takes", () => {
  for (const { title, minutes } of lessons) expect(minutes, title).toBeGreaterThan(0);
});
