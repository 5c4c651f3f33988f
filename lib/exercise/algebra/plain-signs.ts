import { commonSigns } from "./common-signs";
import { otherShape } from "./variables";

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

/** One spelling for what looks alike in a formula: what `commonSigns` makes of it, and Greek letters, accents and the
 *  signs of entrywise products as TeX has them. */
export function plainSigns(typed: string): string {
  return accented(commonSigns(typed))
    .replace(/[α-ω]/g, (c) => (greekLetters[c] ? `\\${greekLetters[c]} ` : c))
    .replace(otherShape, "\\")
    .replace(/@/g, "*")
    .replace(/\.\*|∘/g, "⊙")
    .replace(/\.\//g, "⊘")
    .replace(/√/g, " sqrt ")
    .replace(/[⊤⟙]/g, "\\top ")
    .replace(/\\operatorname\*?\{\\math\w+\{(\w+)\}\}/g, "\\mathrm{$1}")
    .replace(/\\lbrack(?![A-Za-z])/g, "[")
    .replace(/\\rbrack(?![A-Za-z])/g, "]");
}

const accents: Readonly<Record<string, string>> = {
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0304": "bar",
  "\u0305": "bar",
};

/** ŷ, which is y with a sign of its own above it, as \hat{y}. */
function accented(text: string): string {
  return text
    .normalize("NFD")
    .replace(/([A-Za-z])([\u0302-\u0305])/g, (_, letter, sign) => `\\${accents[sign]}{${letter}}`)
    .normalize("NFC");
}
