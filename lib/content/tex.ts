import type { Position } from "@/lib/exercise";
import {
  compileText,
  type Expr,
  evaluate,
  LanguageError,
  placeOf,
  Refusal,
  type Scope,
  texOf,
} from "@/lib/exercise/language";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import type { Checker } from "./checker";
import { depthOf } from "./depth-of";
import type { TexValue } from "./lesson";
import { limits } from "./limits";
import type { Speaks } from "./speaks";

interface Tex {
  readonly text: string;
  readonly at: Position;
  readonly display: boolean;
}

/** TeX that leads out of the page or brings HTML in, which KaTeX would print in red. */
const outward = /\\(href|url|includegraphics|html(?:Class|Id|Style|Data))(?![A-Za-z])/;

/** Compiles every `\val{…}` of a formula, and reports what is wrong in them and in the TeX around them. */
export function checkTex({ text, at, display }: Tex, names: Speaks, checker: Checker): TexValue[] {
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

function valueIn(inner: string | undefined, at: Position, names: Speaks, checker: Checker) {
  if (inner === undefined) {
    checker.report(at, "\\val{ is not closed", "Write \\val{expression}.");
    return undefined;
  }
  if (names === "none") {
    const mend = "Put the value into the text of the exercise.";
    checker.report(at, "no value reaches this text, so \\val has none", mend);
    return undefined;
  }
  const compiled = compileText(inner, placeIn(checker.source, at, inner), { names });
  if ("issues" in compiled) {
    checker.add(...compiled.issues);
    return undefined;
  }
  checker.checkShown(compiled.expr);
  return compiled.expr;
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

/** A value as TeX; what `tex(…)` wrote stands as it is. Throws LanguageError, also for a value that has none. */
export function shownTex(expr: Expr, scope: Scope): string {
  const { node } = expr;
  const written = node.type === "CallExpression" && placeOf(node.callee) === "tex";
  try {
    const value = evaluate(expr, scope);
    return written && typeof value === "string" ? value : texOf(value);
  } catch (error) {
    if (error instanceof Refusal) throw new LanguageError(error.message, error.mend, expr.at);
    throw error;
  }
}

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
function* placesOf(text: string): Generator<{ start: number; end: number; inner?: string }> {
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

/** Where `inner` stands in the file, at or after the formula's own place. */
function placeIn(source: string, at: Position, inner: string): Position {
  const offset = at.offset === undefined ? -1 : source.indexOf(inner, at.offset);
  if (offset < 0) return at;
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}
