const signs: Readonly<Record<string, string>> = {
  ...{
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ε",
    eta: "η",
    lambda: "λ",
    mu: "μ",
  },
  ...{ nabla: "∇", phi: "φ", rho: "ρ", sigma: "σ", tau: "τ", theta: "θ" },
  ...{ partial: "∂", sum: "Σ", cdot: "·", times: "×", odot: "⊙", circ: "∘", sqrt: "√", pm: "±" },
  ...{ le: "≤", ge: "≥", leq: "≤", geq: "≥", ne: "≠", neq: "≠", approx: "≈", infty: "∞", in: "∈" },
  ...{
    to: "→",
    mapsto: "↦",
    ldots: "…",
    dots: "…",
    mid: "|",
    top: "T",
    log: "log",
    ln: "ln",
    exp: "exp",
  },
};

/** A formula as a line of text: \\alpha is α, a fraction has a slash, what only arranges is left out. */
export function plainTex(tex: string): string {
  return tex
    .replace(/[\^_]\{([^{}]*)\}/g, "$1")
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => signs[name] ?? "")
    .replace(/\\[^A-Za-z]/g, " ")
    .replace(/[{}^_]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
