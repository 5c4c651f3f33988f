import { expect, it } from "vitest";
import { texToHtml } from "@/lib/ui/maths";

/** What stands side by side in a formula, in a browser's eyes. */
const pieces = (tex: string) => {
  const html = texToHtml(tex);
  return {
    runs: html.match(/class="run"/g)?.length ?? 0,
    bases: html.match(/class="katex-base"/g)?.length ?? 0,
    balanced: html.match(/<span\b/g)?.length === html.match(/<\/span>/g)?.length,
  };
};

it("a formula of one side is left as it is", () => {
  expect(pieces("x")).toEqual({ runs: 0, bases: 1, balanced: true });
  expect(pieces("p = y")).toEqual({ runs: 0, bases: 2, balanced: true });
});

it("what stands between two relations is one run, which breaks last", () => {
  expect(pieces("z = w_1 x_1 + w_2 x_2 + b")).toEqual({ runs: 1, bases: 4, balanced: true });
  expect(pieces("a + b = c \\cdot d = \\frac{e + f}{g}")).toEqual({
    runs: 2,
    bases: 5,
    balanced: true,
  });
});
