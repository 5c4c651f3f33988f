import { type Expression, parseExpressionAt } from "acorn";
import type * as estree from "estree";
import type { Issue, Position } from "@/lib/exercise/issue";
import { newMeter } from "./budget";
import { Compiler, type Located } from "./compiler";
import { type Expr, LanguageError } from "./expr";
import { toValue } from "./laid";
import { layingIn } from "./laying-in";
import { compileNode } from "./nodes";
import { plainKey } from "./nodes/record";

/** An expression ready to run, or everything that is wrong with it. */
export type Compiled = { readonly expr: Expr } | { readonly issues: readonly Issue[] };

export interface CompileOptions {
  /** The names that will be in scope: the givens and parts so far. */
  readonly names: Iterable<string>;
  /** Names of parts that are none of these: their values are answers, which a text would give away. */
  readonly answers?: Iterable<string> | undefined;
  /** Names that come later than this place, where they have no value yet. */
  readonly later?: Iterable<string> | undefined;
  /** Where a node stands in the author's file; by default, what the node says of itself. */
  readonly locate?: (node: estree.Node) => Position;
  /** The text that the nodes' offsets count in, to quote from. */
  readonly text?: string;
}

/** Checks an ESTree expression against the language and compiles it to a closure. Reports all its issues at once. */
export function compile(node: estree.Expression, options: CompileOptions): Compiled {
  const compiler = new Compiler(
    compileNode,
    new Set(options.names),
    options.locate ?? ownPosition,
    { answers: new Set(options.answers), later: new Set(options.later) },
    options.text,
  );
  const lay = compiler.value(node);
  if (compiler.issues.length > 0) return { issues: compiler.issues };
  const { start = 0, end = 0 } = node as Located;
  const expr: Expr = {
    at: compiler.locate(node),
    source: options.text?.slice(start, end) ?? "",
    names: [...compiler.reads],
    draws: compiler.draws,
    node,
    lay,
    run: (context) => toValue(lay(layingIn(context, compiler.gradients))),
  };
  return expr.names.length > 0 || expr.draws ? { expr } : withConstant(expr);
}

/** Compiles each property of `{{ a: …, b: … }}` by itself. */
export function compileRecord(
  node: estree.Expression,
  options: CompileOptions,
): { readonly exprs: Readonly<Record<string, Expr>> } | { readonly issues: readonly Issue[] } {
  const locate = options.locate ?? ownPosition;
  if (node.type !== "ObjectExpression") {
    return { issues: [issueAt(locate(node), "this is not a record", "Write {{ name: value }}.")] };
  }
  const exprs: Record<string, Expr> = {};
  const issues: Issue[] = [];
  for (const property of node.properties) {
    const key = plainKey(property);
    if (typeof key !== "string") {
      issues.push(issueAt(locate(property), key.message, key.mend));
      continue;
    }
    const compiled = compile((property as estree.Property).value as estree.Expression, options);
    if ("expr" in compiled) exprs[key] = compiled.expr;
    else issues.push(...compiled.issues);
  }
  return issues.length > 0 ? { issues } : { exprs };
}

/** Compiles an expression from its text, which starts at `position` in the author's file. */
export function compileText(
  text: string,
  position: Position,
  options: Pick<CompileOptions, "names" | "answers" | "later">,
): Compiled {
  const place = (line: number, column: number, start: number): Position => ({
    line: position.line + line - 1,
    column: line === 1 ? position.column + column : column + 1,
    ...(position.offset === undefined ? {} : { offset: position.offset + start }),
  });
  const parsed = parse(text);
  if ("error" in parsed) {
    const { loc, pos } = parsed.error;
    const at = loc ? place(loc.line, loc.column, pos ?? 0) : position;
    const message = `this is not an expression: ${parsed.error.message.replace(/ \(\d+:\d+\)$/, "")}`;
    return { issues: [issueAt(at, message, "Write one expression, such as 2 * x + 1.")] };
  }
  return compile(parsed.node as estree.Expression, {
    ...options,
    text,
    locate: (node) =>
      place(node.loc?.start.line ?? 1, node.loc?.start.column ?? 0, (node as Located).start ?? 0),
  });
}

interface ParseError extends Error {
  readonly loc?: { readonly line: number; readonly column: number };
  readonly pos?: number;
}

function parse(text: string): { node: Expression } | { error: ParseError } {
  try {
    const node = parseExpressionAt(text, 0, { ecmaVersion: 2022, locations: true });
    const rest = text.slice(node.end).search(/\S/);
    if (rest < 0) return { node };
    const before = text.slice(0, node.end + rest).split("\n");
    const loc = { line: before.length, column: before.at(-1)?.length ?? 0 };
    return { error: Object.assign(new Error("Unexpected text"), { loc, pos: node.end + rest }) };
  } catch (error) {
    if (error instanceof SyntaxError) return { error };
    if (error instanceof RangeError) return { error: new Error("it is nested too deep") };
    throw error;
  }
}

/** Literals and sums of literals have their value now, so that their mistakes show now too. */
function withConstant(expr: Expr): Compiled {
  try {
    return { expr: { ...expr, constant: expr.run({ scope: new Map(), meter: newMeter() }) } };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return { issues: [issueAt(error.position, error.message, error.mend)] };
  }
}

function ownPosition(node: estree.Node): Position {
  const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
  return { line, column: column + 1, offset: (node as Located).start };
}

function issueAt({ line, column }: Position, message: string, mend: string): Issue {
  return { line, column, message, mend };
}
