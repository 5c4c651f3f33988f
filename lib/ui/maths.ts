import katex, { ParseError } from "katex";
import { LRUCache } from "lru-cache";
import { slim } from "./formula-html/slim";
import { isOutOfPlace } from "./formula-sizes";
import { inRuns } from "./runs";

/** A formula KaTeX could not read: `reason` in KaTeX's words, `position` counted from 0 in `tex` where it is known. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";

  constructor(
    readonly tex: string,
    readonly reason: string,
    readonly position: number | undefined,
  ) {
    const place = position === undefined ? "" : ` (at character ${position + 1})`;
    super(`The formula “${tex}” cannot be read${place}: ${reason}`);
  }
}

const rendered = new LRUCache<string, string>({ max: 5_000 });

/** TeX as KaTeX's HTML together with MathML, so that no KaTeX script is needed in the page and a screen reader
 *  reads the formula. Links, images and raw HTML are refused (`trust: false`). Formulas asked for again are
 *  remembered, unless each is asked for `once`. Throws FormulaError. */
export function texToHtml(
  tex: string,
  { display = false, once = false }: { display?: boolean; once?: boolean } = {},
): string {
  if (once) return render(tex, display);
  const key = `${display} ${tex}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = render(tex, display);
  rendered.set(key, html);
  return html;
}

/** "a = b = c" with each equals sign on a line of its own, which a phone has room for; so too "a ← b = c". */
export function onLines(tex: string): string {
  const [, left, sign, right] = /^(.*?) (=|\\leftarrow) (.*)$/s.exec(tex) ?? [];
  const sides = right?.split(" = ") ?? [];
  if (sides.length < 2) return tex;
  return `\\begin{aligned} ${left} &${sign} ${sides.join(" \\\\ &= ")} \\end{aligned}`;
}

const careful = {
  output: "htmlAndMathml",
  trust: false,
  strict: "ignore",
  throwOnError: true,
  // Someone else's TeX must not paint a rule over the whole page.
  maxSize: 40,
  // Macros that grow by doubling end here.
  maxExpand: 500,
} as const;

const outOfPlace =
  "its sizes lead too far from its place: each may be 40em at most, and all below 0 together too";

function render(tex: string, display: boolean): string {
  try {
    const options = { ...careful, displayMode: display };
    if (isOutOfPlace(tex, options)) throw new FormulaError(tex, outOfPlace, undefined);
    const html = katex.renderToString(tex, options);
    return slim(display ? html : inRuns(html));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new FormulaError(tex, error.rawMessage, error.position);
  }
}
