import type { Position } from "@/lib/exercise";
import { compileText, evaluate, type Scope, texOf } from "@/lib/exercise/language";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import type { Checker } from "./checker";
import type { TexValue } from "./lesson";

interface Tex {
  readonly text: string;
  readonly at: Position;
  readonly display: boolean;
}

/** Compiles every `\val{…}` of a formula, and reports what is wrong in them and in the TeX around them. */
export function checkTex({ text, at, display }: Tex, names: Iterable<string>, checker: Checker) {
  const found: TexValue[] = [];
  for (const { start, end, inner } of placesOf(text)) {
    if (inner === undefined) {
      checker.report(at, "\\val{ is not closed", "Write \\val{expression}.");
      continue;
    }
    const compiled = compileText(inner, placeIn(checker.source, at, inner), { names });
    if ("issues" in compiled) checker.add(...compiled.issues);
    else found.push({ start, end, expr: compiled.expr });
  }
  const shown = filled(text, found, () => "0");
  try {
    texToHtml(shown, { display });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    checker.report(
      at,
      `this formula cannot be read: ${error.reason}`,
      "Mend the TeX; KaTeX's list of functions says what can be used.",
    );
  }
  return found;
}

/** The TeX with each value in its place. Throws LanguageError. */
export function filledTex(text: string, values: readonly TexValue[], scope: Scope): string {
  return filled(text, values, ({ expr }) => `{${texOf(evaluate(expr, scope))}}`);
}

function filled(text: string, values: readonly TexValue[], show: (value: TexValue) => string) {
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
