import type * as estree from "estree";
import { spend } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { finite } from "@/lib/exercise/language/finite";
import { functions } from "@/lib/exercise/language/functions";
import type { LanguageFunction } from "@/lib/exercise/language/functions/function";
import { suggest } from "@/lib/exercise/language/suggest";
import { idiomOf } from "./idioms";

/** A call of a listed function by its bare name. */
export function callNode(compiler: Compiler, node: estree.SimpleCallExpression): Run {
  const args = node.arguments.map((argument) => compiler.value(argument));
  if (node.optional || node.callee.type !== "Identifier") {
    const mend = "Call one of the listed functions by its name, such as sum(x).";
    return compiler.refuse(node, "only listed functions can be called", mend);
  }
  const { name } = node.callee;
  const listed = functions.get(name);
  if (!listed) {
    const near = suggest(name, functions.keys());
    const mend = near ? `Did you mean ${near}?` : "docs/language.md lists the functions.";
    return compiler.refuse(node.callee, `there is no function ${name}`, mend);
  }
  const [least, most] = listed.arity;
  if (args.length < least || args.length > most) {
    const message = `${name} does not take ${args.length} ${args.length === 1 ? "value" : "values"}`;
    return compiler.refuse(node, message, `Write ${listed.signature}.`);
  }
  if (listed.draws?.(args.length)) compiler.draws = true;
  if (listed.ruled) compiler.ruled = true;
  const call = callOf(name, listed, args);
  const [left, right] = args;
  const [leftNode, rightNode] = node.arguments;
  if (!left || !right || !leftNode || !rightNode) return compiler.placed(node, call);
  const sides = {
    operator: name,
    left: { node: leftNode, run: left },
    right: { node: rightNode, run: right },
    runOf: (inner: estree.Node) => compiler.runOf(inner),
  };
  return compiler.placed(node, compiler.underRules(call, idiomOf(sides)));
}

function callOf(name: string, listed: LanguageFunction, args: readonly Run[]): Run {
  return (context) => {
    spend(context.meter, 1);
    const values = args.map((arg) => arg(context));
    return finite(listed.call(values, context), name);
  };
}
