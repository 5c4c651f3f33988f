/** Rows and columns; a number has no shape. */
export type Shape = readonly [rows: number, cols: number];

/** A name that formulas may use: what it is typed as, and how it is written. */
export interface Named {
  readonly name: string;
  readonly tex: string;
  readonly shape?: Shape;
}

/** A name with the interval that its value, or each of its entries, is taken from. */
export interface Variable extends Named {
  readonly from: number;
  readonly to: number;
}

const greek =
  "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega";

const accents = "hat|bar|tilde";

/** The letters that have a name, in lower case. */
export const greekNames: ReadonlySet<string> = new Set(greek.split(" "));

/** A Greek letter's TeX. Epsilon is written as the lessons write it, ε and not ϵ. */
export const greekTex = (letter: string) => (letter === "epsilon" ? "\\varepsilon" : `\\${letter}`);

/** Another shape of a Greek letter in TeX, as \varepsilon is one of \epsilon. */
export const otherShape = /\\var(?=(?:epsilon|theta|pi|rho|sigma|phi)(?![A-Za-z]))/g;

/** How a name is written when nobody says otherwise: the number at its end is a layer, on top, where it stands for a
 *  matrix, and an index, below, where it stands for a number. */
export function defaultTex(name: string, shape?: Shape): string {
  const [, letters = name, index = ""] = /^([A-Za-z]+)_?(\w*)$/.exec(name) ?? [];
  const accent = new RegExp(`^(\\w+?)_?(${accents})$`).exec(name);
  if (accent) return `\\${accent[2]}{${accent[1]}}`;
  const base = greekNames.has(letters.toLowerCase())
    ? greekTex(letters)
    : letters.length > 2
      ? `\\mathrm{${letters}}`
      : letters;
  if (!index) return base;
  return shape && /^\d+$/.test(index) ? `${base}^{[${index}]}` : `${base}_{${index}}`;
}

/** What is left of a name when it does not matter how its indices are set: `h2` for h_2, h^{[2]} and h2. */
export function bare(name: string): string {
  return name.replaceAll("_", "");
}

/** The bare name that a piece of TeX writes; undefined when it writes no name. */
export function bareTex(tex: string): string | undefined {
  const letters = tex
    .replace(otherShape, "\\")
    .replace(/\\(?:left|right|mathbf|mathrm|boldsymbol|bm|operatorname|text|mathit|mathsf)\b/g, "")
    .replace(/\\[lr]brack\b/g, "")
    .replace(
      new RegExp(`\\\\(?:wide)?(${accents})\\s*(?:\\{\\s*(\\w+)\\s*\\}|(\\w))`, "g"),
      "$2$3$1",
    )
    .replace(/\\([A-Za-z]+)/g, (whole, name: string) =>
      greekNames.has(name.toLowerCase()) ? name : whole,
    )
    .replace(/[\s{}[\]()^_,]/g, "");
  return /^[A-Za-z][A-Za-z0-9]*$/.test(letters) ? letters : undefined;
}
