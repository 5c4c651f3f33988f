import { commonSigns } from "./algebra/common-signs";

/** A number in the fewest signs: `1.2*10^-3` for `1.2 × 10⁻³` and `1{,}2\cdot10^{-3}`, `(3)/(4)` for `\frac{3}{4}`;
 *  spaces only where they group thousands. */
export function numberSigns(typed: string): string {
  return (
    commonSigns(typed)
      .replace(/\\[dtc]?frac\s*(\{[^{}]*\}|\d)\s*(\{[^{}]*\}|\d)/g, quotient)
      .replace(/\\(?:mathrm|mathbf|text)\s*\{([^{}]*)\}/g, "$1")
      .replace(/\\[,;:! ]|~|\\q?quad(?![A-Za-z])/g, " ")
      .replace(/\\%/g, "%")
      .replace(/\\(?:times|cdot|ast)(?![A-Za-z])/g, "*")
      .replace(/\\div(?![A-Za-z])/g, "/")
      .replace(/\^[{(]([^(){}]*)[)}]/g, "^$1")
      .replace(/\s+/g, " ")
      .replace(/(?<=\d) ?([eE])(?:([-+]) ?)?(?=\d)/g, "$1$2")
      // What 5e - 3 is, is asked.
      .replace(/(?<!\d[eE]) ?(?<!\d[eE] )([-+*^/%]) ?/g, "$1")
      .replace(/ ?[xX] ?(?=10(?!\d))/, "*")
      .trim()
  );
}

function quotient(_: string, above: string, below: string): string {
  const bare = (side: string) => side.replace(/[{}]/g, "");
  return `(${bare(above)})/(${bare(below)})`;
}
