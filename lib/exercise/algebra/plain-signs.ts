import { otherShape } from "./variables";

const above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ";
const aboveAs = "0123456789+-T";
const below = "₀₁₂₃₄₅₆₇₈₉";

const greekLetters: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  η: "eta",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
};

/** One spelling for what looks alike: minus signs, dots and crosses, raised and lowered digits, Greek letters, and
 *  the sizes that TeX gives to brackets. */
export function plainSigns(typed: string): string {
  return typed
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(
      /[⁰¹²³⁴-⁹⁺⁻ᵀ]+/g,
      (run) => `^{${[...run].map((c) => aboveAs[above.indexOf(c)]).join("")}}`,
    )
    .replace(/[₀-₉]+/g, (run) => `_{${[...run].map((c) => below.indexOf(c)).join("")}}`)
    .replace(/[α-ω]/g, (c) => (greekLetters[c] ? `\\${greekLetters[c]} ` : c))
    .replace(otherShape, "\\")
    .replace(/ŷ/g, "\\hat{y}")
    .replace(/[−–—‒﹣‐‑]/g, "-")
    .replace(/[·×⋅∙∗•@]/g, "*")
    .replace(/[÷∕⁄]/g, "/")
    .replace(/\*\*/g, "^")
    .replace(/\.\*|∘/g, "⊙")
    .replace(/\.\//g, "⊘")
    .replace(/[′’‘`]/g, "'")
    .replace(/√/g, " sqrt ")
    .replace(/[⊤⟙]/g, "\\top ")
    .replace(/\{,\}/g, ",")
    .replace(/\\(?:left|right|mleft|mright|bigl|bigr|Bigl|Bigr)(?![A-Za-z])/g, "")
    .replace(/\\operatorname\*?\{\\math\w+\{(\w+)\}\}/g, "\\mathrm{$1}")
    .replace(/\\lbrack(?![A-Za-z])/g, "[")
    .replace(/\\rbrack(?![A-Za-z])/g, "]");
}
