import type * as estree from "estree";
import { newMeter, spend } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { finiteLaid } from "@/lib/exercise/language/finite";
import { functions } from "@/lib/exercise/language/functions";
import type { LanguageFunction, LayTools, Turn } from "@/lib/exercise/language/functions/function";
import { type Laid, laidOf, toValue } from "@/lib/exercise/language/laid";
import { layOpaque } from "@/lib/exercise/language/opaque";
import { suggest } from "@/lib/exercise/language/suggest";
import { ofList, readsList, writtenHere } from "@/lib/exercise/language/synonyms";
import type { Value } from "@/lib/exercise/value";
import { type TurnRun, turnNode } from "./turn";

type Arguments = estree.SimpleCallExpression["arguments"];

/** A call of a listed function by its bare name. */
export function callNode(compiler: Compiler, node: estree.SimpleCallExpression): Run {
  const name = node.callee.type === "Identifier" ? node.callee.name : "";
  const listed = functions.get(name);
  const args = node.arguments.map((argument, i) =>
    listed && "repeat" in listed && listed.turn.at === i
      ? turnNode(compiler, argument, { name, listed })
      : compiler.value(argument),
  );
  if (node.optional || node.callee.type !== "Identifier") {
    return compiler.refuse(
      node,
      "only listed functions can be called",
      mendOfMember(compiler, node),
    );
  }
  if (!listed) return refuseUnknown(compiler, node.callee, node.arguments);
  const [least, most] = listed.arity;
  if (args.length < least || args.length > most) {
    const message = `${name} does not take ${args.length} ${args.length === 1 ? "value" : "values"}`;
    const written = compiler.written(node.arguments) ?? ["a", "b"];
    const list = `Put them into a list: ${ofList(name, written)}.`;
    const isList = readsList.has(name) && args.length > most;
    return compiler.refuse(node, message, isList ? list : `Write ${listed.signature}.`);
  }
  if (listed.draws?.(args.length)) compiler.draws = true;
  if (name === "grad") compiler.gradients.push(node);
  return compiler.placed(node, callOf(name, listed, args));
}

function refuseUnknown(compiler: Compiler, callee: estree.Identifier, args: Arguments): Run {
  const { name } = callee;
  if (compiler.known.includes(name)) {
    const mend = `Write ${name} by itself, or ${name} * (…) for a product.`;
    return compiler.refuse(callee, `${name} is a value and no function`, mend);
  }
  return compiler.refuse(
    callee,
    `there is no function ${name}`,
    mendOf(name, compiler.written(args)),
  );
}

function mendOf(name: string, args: readonly string[] = []): string {
  const here = writtenHere(name, args);
  if (here) return `Did you mean ${here}?`;
  const near = suggest(name, functions.keys());
  return near ? `Did you mean ${near}?` : "The docs list all of them under /docs/language.";
}

/** How to mend a call of something's function, as in Math.max(…) and np.exp(…): they stand by themselves here. */
function mendOfMember(compiler: Compiler, node: estree.SimpleCallExpression): string {
  const { callee } = node;
  const property = callee.type === "MemberExpression" ? callee.property : undefined;
  const name = property?.type === "Identifier" ? property.name : "";
  const args = compiler.written(node.arguments) ?? [];
  const here = callHere(name, args) ?? writtenHere(name, args);
  if (here) return `Functions stand by their names alone: did you mean ${here}?`;
  return "Call one of the listed functions by its name, such as sum(x).";
}

/** A call of a listed function with these arguments; its signature where it takes more or fewer. */
function callHere(name: string, args: readonly string[]): string | undefined {
  const listed = functions.get(name);
  if (!listed) return undefined;
  const [least, most] = listed.arity;
  if (args.length >= least && args.length <= most) return `${name}(${args.join(", ")})`;
  return readsList.has(name) && args.length > most ? ofList(name, args) : listed.signature;
}

function callOf(name: string, listed: LanguageFunction, args: readonly (Run | TurnRun)[]): Run {
  return (laying) => {
    const { graph, meter, generator } = laying;
    spend(meter, 1);
    const laid = args.map((arg) => arg(laying));
    const tools = { lay: graph.lay, graph, meter, ...(generator ? { generator } : {}) };
    const from = graph.nodes.length;
    const made = called(name, listed, laid, tools);
    if (listed.whole) laying.onWhole?.({ called: listed.whole, from, to: graph.nodes.length });
    return listed.mayBeInfinite ? made : finiteLaid(made, name);
  };
}

/** What a function makes of what is laid down: nodes of its own where it is a walk of ops, a calculation where it is none. */
function called(
  name: string,
  listed: LanguageFunction,
  values: readonly (Laid | Turn)[],
  tools: LayTools,
): Laid {
  if ("repeat" in listed) {
    const rest = values.filter((_, i) => i !== listed.turn.at) as Laid[];
    return listed.repeat(rest, values[listed.turn.at] as Turn, tools);
  }
  const args = values as readonly Laid[];
  if ("lay" in listed) return listed.lay(args, tools);
  if (listed.draws?.(args.length)) return laidOf(listed.call(args.map(toValue), tools), tools.lay);
  const again = (others: Value) => listed.call(others as readonly Value[], { meter: newMeter() });
  let isFirst = true;
  const compute = (others: Value) => {
    if (!isFirst) return again(others);
    isFirst = false;
    return listed.call(others as readonly Value[], tools);
  };
  return layOpaque(name, args, compute, tools.lay);
}
