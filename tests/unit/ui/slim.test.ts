import katex from "katex";
import { expect, test } from "vitest";
import { slim } from "@/lib/ui/formula-html/slim";

const formulas = [
  "x",
  "W^{[1]} = \\begin{bmatrix} 0.5 & -0.4 \\\\ 1 & 2 \\end{bmatrix}",
  "\\frac{\\partial L}{\\partial w_{11}} = \\left( \\sum_{i=1}^n \\hat y_i \\right)^2",
  "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
  "\\sqrt{\\binom{n}{k}} \\xrightarrow{a} \\underbrace{b}_c",
  "\\begin{aligned} a &= b \\\\ &< 1 \\end{aligned}",
];

const full = (tex: string) => katex.renderToString(tex, { displayMode: true });

test.each(formulas)("%s says and shows the same, in fewer bytes", (tex) => {
  const [before, after] = [full(tex), slim(full(tex))];
  expect(after.replace(/<[^>]*>/g, "")).toBe(before.replace(/<[^>]*>/g, ""));
  expect(after.length).toBeLessThan(before.length);
  for (const [opens, closes] of [
    ["<span", "</span>"],
    ["<mrow", "</mrow>"],
    ["<mo", "</mo"],
  ]) {
    expect(after.split(opens!).length).toBe(after.split(closes!).length);
  }
  expect(slim(after)).toBe(after);
});

test("every element that lays out or draws stays", () => {
  for (const tex of formulas) {
    const [before, after] = [full(tex), slim(full(tex))];
    const of = (html: string, name: string) =>
      html.match(new RegExp(`class="(?:[^"]* )?${name}[ "]`, "g"))?.length ?? 0;
    for (const name of [
      "vlist",
      "pstrut",
      "mspace",
      "mathnormal",
      "mfrac",
      "frac-line",
      "mtable",
    ]) {
      expect(of(after, name), `${name} in ${tex}`).toBe(of(before, name));
    }
  }
});

test("MathML keeps its structure: a fraction has two parts, an index its base", () => {
  const html = slim(full("\\dfrac{a + b}{c_{11}}"));
  expect(html).toContain(
    "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msub><mi>c</mi><mn>11</mn></msub></mfrac>",
  );
});

test("what is not well-formed stays as it is", () => {
  expect(slim("<span>a")).toBe("<span>a");
  expect(slim("a < b")).toBe("a < b");
});
