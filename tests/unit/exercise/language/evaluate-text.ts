import { generatorFor, type Issue, type Value } from "@/lib/exercise";
import { type Compiled, compileText, type Expr, evaluate } from "@/lib/exercise/language";

type Names = Readonly<Record<string, Value>>;

export function compiled(text: string, names: Iterable<string> = []): Compiled {
  return compileText(text, { line: 1, column: 1 }, { names });
}

/** The expression of a text that is right; throws what is wrong with one that is not. */
export function exprOf(text: string, names: Iterable<string> = []): Expr {
  const result = compiled(text, names);
  if ("expr" in result) return result.expr;
  throw new Error(result.issues.map(({ message, mend }) => `${message}. ${mend}`).join("\n"));
}

/** The value of an expression among `scope`, drawn with `seed`. */
export function evaluateText(text: string, scope: Names = {}, seed = "example"): Value {
  return evaluate(
    exprOf(text, Object.keys(scope)),
    new Map(Object.entries(scope)),
    generatorFor(seed),
  );
}

export function issuesOf(text: string, names: Iterable<string> = []): readonly Issue[] {
  const result = compiled(text, names);
  return "issues" in result ? result.issues : [];
}
