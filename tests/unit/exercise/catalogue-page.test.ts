import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rules } from "@/lib/engine/told/rules";
import { cataloguePage } from "@/lib/exercise/diagnosis/catalogue-page";
import { texToHtml } from "@/lib/ui/maths";

it("docs/misconceptions.md is the page made from the rules", () => {
  expect(readFileSync("docs/misconceptions.md", "utf8")).toBe(cataloguePage());
});

it("tells each of a hundred mistakes and more in words of its own", () => {
  const said = Object.values(rules).map(({ says }) => says);
  expect(said.length).toBeGreaterThan(100);
  expect(new Set(said).size).toBe(said.length);
});

it("writes formulas that can be set", () => {
  for (const { says, instead } of Object.values(rules)) {
    for (const [, tex] of `${says} ${instead}`.matchAll(/\$([^$]+)\$/g)) {
      expect(() => texToHtml(tex!, { display: false }), tex).not.toThrow();
    }
  }
});
