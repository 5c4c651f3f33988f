/** A run of signs of a symbol, as SVG writes it: a letter in italics, or words and figures upright. */
export interface Run {
  readonly text: string;
  readonly italic?: true;
  /** Below or above the line. */
  readonly at?: "sub" | "sup";
}

const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ϵ",
  varepsilon: "ε",
  eta: "η",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
};

/** The runs of a symbol as pages call their quantities in TeX, `W^{[1]}` or `\text{mask}`: a letter or a word with what stands
 *  below and above it. */
export function runsOf(tex: string): Run[] {
  const [, head = "", rest = ""] =
    /^\{*(\\text\{[^}]*\}|\\hat \w|\\[a-z]+|[A-Za-z0-9]+)(.*)$/s.exec(tex) ?? [];
  return [headOf(head), ...indicesOf(rest)];
}

function headOf(head: string): Run {
  const words = /^\\text\{(.*)\}$/.exec(head)?.[1];
  if (words !== undefined) return { text: words.replaceAll("\\_", "_") };
  const [, hatted] = /^\\hat (\w)$/.exec(head) ?? [];
  // The sign above stands over the letter before it.
  if (hatted) return { text: `${hatted}\u0302`, italic: true };
  return { text: greek[head.slice(1)] ?? head, italic: true };
}

function indicesOf(rest: string): Run[] {
  return [...rest.matchAll(/([_^])(?:\{([^{}]*)\}|(\w))/g)].map(([, sign, group, one]) => ({
    text: group ?? one ?? "",
    at: sign === "_" ? "sub" : "sup",
  }));
}

/** About how wide runs are at a font size of 1. */
export function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, at }) => sum + (at ? 0.38 : 0.54) * text.length, 0);
}
