import type { Position } from "@/lib/exercise";
import { type Expr, evaluate, LanguageError, type Scope } from "@/lib/exercise/language";
import { valueTex } from "@/lib/exercise/wording";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import type { Checker } from "./checker";
import { depthOf } from "./depth-of";
import type { TexValue } from "./lesson";
import { limits } from "./limits";

interface Tex {
  readonly text: string;
  readonly at: Position;
  readonly display: boolean;
}

/** TeX that leads out of the page or brings HTML in, which KaTeX would print in red. */
const outward = /\\(href|url|includegraphics|html(?:Class|Id|Style|Data))(?![A-Za-z])/;

/** Compiles every `\val{…}` of a formula, and reports what is wrong in them and in the TeX around them. */
export function checkTex(
  { text, at, display }: Tex,
  names: readonly string[],
  checker: Checker,
): TexValue[] {
  if (text.length > limits.formula) {
    const message = `this formula is longer than ${limits.formula} characters`;
    checker.report(at, message, "Split it into several formulas.");
    return [];
  }
  if (depthOf(text, "{", "}") > limits.braces) {
    const message = `this formula has more than ${limits.braces} braces inside each other`;
    checker.report(at, message, "Give a part of it a name, and write that part separately.");
    return [];
  }
  const places = [...placesOf(text)];
  const found: TexValue[] = [];
  for (const { start, end, inner } of places) {
    const expr = valueIn(inner, at, names, checker);
    if (expr) found.push({ start, end, expr });
  }
  const mend = "Mend the TeX; KaTeX's list of functions says what can be used.";
  const command = outward.exec(text)?.[0];
  if (command) checker.report(at, `${command} is not part of a lesson's formulas`, mend);
  const reason = reasonAgainst(
    filled(text, places, () => "0"),
    display,
  );
  if (reason) checker.report(at, `this formula cannot be read: ${reason}`, mend);
  return found;
}

/** The expression in a `\val{…}`; undefined after an issue. */
export function valueIn(
  inner: string | undefined,
  at: Position,
  names: readonly string[],
  checker: Checker,
): Expr | undefined {
  if (inner === undefined) {
    checker.report(at, "\\val{ is not closed", "Write \\val{expression}.");
    return undefined;
  }
  return checker.drawnText(inner, names, at);
}

function reasonAgainst(tex: string, display: boolean): string | undefined {
  try {
    texToHtml(tex, { display });
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.reason;
    if (error instanceof RangeError) return "it is nested too deep";
    throw error;
  }
}

/** The TeX with each value in its place. Throws LanguageError, also where that would be too long to set. */
export function filledTex(text: string, values: readonly TexValue[], scope: Scope): string {
  const tex = filled(text, values, ({ expr }) => `{${shownTex(expr, scope)}}`);
  const [first] = values;
  if (!first || tex.length <= limits.filled) return tex;
  throw new LanguageError(
    `with its numbers this formula is longer than ${limits.filled} characters`,
    "Show a smaller matrix, or a part of it.",
    first.expr.at,
  );
}

/** The value of an expression as TeX. Throws LanguageError, also for a value that has none. */
export const shownTex = (expr: Expr, scope: Scope): string => valueTex(expr, evaluate(expr, scope));

function filled<P extends { readonly start: number; readonly end: number }>(
  text: string,
  values: readonly P[],
  show: (value: P) => string,
): string {
  let done = 0;
  let tex = "";
  for (const value of values) {
    tex += text.slice(done, value.start) + show(value);
    done = value.end;
  }
  return tex + text.slice(done);
}

/** Each `\val{…}`, its braces balanced; `inner` is undefined where they are not. */
export function* placesOf(text: string): Generator<{ start: number; end: number; inner?: string }> {
  const opening = /\\val\s*\{/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = opening.lastIndex;
    const to = closingBrace(text, from);
    if (to < 0) return yield { start: match.index, end: text.length };
    yield { start: match.index, end: to + 1, inner: text.slice(from, to) };
    opening.lastIndex = to + 1;
  }
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "{") depth += 1;
    if (text[i] === "}") depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}
