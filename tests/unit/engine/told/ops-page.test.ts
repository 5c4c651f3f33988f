import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { toldOps } from "@/lib/engine/told";
import { examples } from "@/lib/engine/told/op-examples";
import { opsPage } from "@/lib/engine/told/ops-page";
import { texToHtml } from "@/lib/ui/maths";

const page = readFileSync("docs/ops.md", "utf8");

it("docs/ops.md is the page made from the ops", () => {
  expect(page).toBe(opsPage());
});

it("has letters for every op, and for no other", () => {
  expect(Object.keys(examples).sort()).toEqual(toldOps.map(({ op }) => op.name).sort());
});

it.each([
  ["affine", "$W \\, h + b$", "A gradient goes back to $W$, $h$ and $b$."],
  ["dropout", "$\\frac{h \\odot m}{1 - 0.5}$", "A gradient goes back to $h$."],
  ["standardised", "$\\frac{X - \\mu}{\\sqrt{v + \\varepsilon}}$", "back to $X$, $\\mu$ and $v$."],
  ["argmax", "$\\operatorname{argmax}(x)$", "No gradient goes back through it."],
])("shows what %s comes to, and where a gradient goes", (name, formula, back) => {
  const entry = page.split("\n## ").find((text) => text.startsWith(`\`${name}\``));
  expect(entry).toContain(`\n\n${formula}\n\n`);
  expect(entry).toContain(back);
});

it("writes formulas that can be set", () => {
  for (const [, tex] of page.matchAll(/\$([^$]+)\$/g)) {
    expect(() => texToHtml(tex!, { display: false }), tex).not.toThrow();
  }
});

it("links to headings that docs/misconceptions.md has", () => {
  const misconceptions = readFileSync("docs/misconceptions.md", "utf8");
  for (const [, name] of page.matchAll(/misconceptions\.md#([a-z0-9-]+)/g)) {
    expect(misconceptions).toContain(`\n### \`${name}\`\n`);
  }
});
