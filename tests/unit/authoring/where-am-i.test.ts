import { expect, test } from "vitest";
import { whereAmI } from "@/lib/authoring/editor/where-am-i";

test.each([
  ["Some words", { is: "prose" }],
  ["Some words <Nu", { is: "tag" }],
  ["</Exer", { is: "tag" }],
  ['<Numeric name="a" la', { is: "attribute", tag: "Numeric", written: ["name", "la"] }],
  ['<Numeric name="a" answer={2 * a} sig', { tag: "Numeric", written: ["name", "answer", "sig"] }],
  ['<Numeric name="a', { is: "text", tag: "Numeric", attribute: "name" }],
  ["<Numeric answer={2 * ", { is: "expression" }],
  ["<Given value={uniform(-1, 1, { step: 0.1 }) + ", { is: "expression" }],
  ['<Given value={pick("a > b", ', { is: "expression" }],
  ['<Given name="a" value={1} />\n\nIts value is {', { is: "expression" }],
  ['<Given name="a" value={1} />\n\nIts value is {a} and', { is: "prose" }],
  ["The value $a = \\val{", { is: "expression" }],
  ["The value $\\frac{1}{", { is: "prose" }],
  ["The value $\\frac{1}{2}$ and {", { is: "expression" }],
  ["$$\nx = \\val{x} \\\\\n$$\n\nThen {", { is: "expression" }],
  ["A literal \\{ and \\< are text", { is: "prose" }],
  ["[biases](glossary#bi", { is: "glossary" }],
  ['<Explore figure="', { is: "text", tag: "Explore", attribute: "figure" }],
])("%j", (before, where) => {
  expect(whereAmI(before)).toMatchObject(where);
});
