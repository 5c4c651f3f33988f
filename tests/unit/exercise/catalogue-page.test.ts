import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { changedRules } from "@/lib/engine";
import { cataloguePage } from "@/lib/exercise/diagnosis/catalogue-page";
import { explanations } from "@/lib/exercise/diagnosis/explanations";
import { texToHtml } from "@/lib/ui/maths";

it("docs/misconceptions.md is the page made from the table of explanations", () => {
  expect(readFileSync("docs/misconceptions.md", "utf8")).toBe(cataloguePage());
});

it("explains every changed rule, at least twenty of them, each in words of its own", () => {
  const names = changedRules(1).map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(20);
  expect(new Set(names.map((name) => explanations[name].says)).size).toBe(names.length);
  expect(Object.keys(explanations).sort()).toEqual([...names].sort());
});

it("writes formulas that can be set", () => {
  for (const { says, instead } of Object.values(explanations)) {
    for (const [, tex] of `${says} ${instead}`.matchAll(/\$([^$]+)\$/g)) {
      expect(() => texToHtml(tex!, { display: false }), tex).not.toThrow();
    }
  }
});
