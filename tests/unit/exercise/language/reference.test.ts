import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { referencePage, show } from "@/lib/exercise/language";
import { functions } from "@/lib/exercise/language/functions";
import { evaluateText } from "./evaluate-text";

it.each([...functions])("%s: its example comes to the value the page shows", (_, listed) => {
  expect(show(evaluateText(listed.example))).toBe(listed.value);
});

it.each([...functions])("%s: its signature and example call it", (name, listed) => {
  expect(listed.signature).toContain(`${name}(`);
  expect(listed.example).toContain(`${name}(`);
});

it("docs/language.md is the page made from the table of functions", () => {
  expect(readFileSync("docs/language.md", "utf8")).toBe(referencePage());
});
