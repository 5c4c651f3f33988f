import katex, { ParseError } from "katex";

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

/** TeX as KaTeX's HTML together with MathML, so that no KaTeX script is needed in the page and a screen reader
 *  reads the formula. Links, images and raw HTML are refused (`trust: false`). Throws FormulaError. */
export function texToHtml(tex: string, { display = false }: { display?: boolean } = {}): string {
  try {
    return katex.renderToString(tex, {
      displayMode: display,
      output: "htmlAndMathml",
      trust: false,
      strict: "ignore",
      throwOnError: true,
      // Someone else's TeX must not paint a rule over the whole page.
      maxSize: 40,
    });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new FormulaError(tex, error.rawMessage, error.position);
  }
}
