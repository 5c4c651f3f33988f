import type * as estree from "estree";
import { limits, spend } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import type { Laying } from "@/lib/exercise/language/expr";
import type { Described, Repeated, Turn } from "@/lib/exercise/language/functions/function";
import type { Laid } from "@/lib/exercise/language/laid";

/** A compiled arrow function: ready to be laid down in a graph, again and again. */
export type TurnRun = (laying: Laying) => Turn;

interface Taker {
  readonly name: string;
  readonly listed: Described & Repeated;
}

/** The arrow function that a call takes, of one expression. Its parameters mean their values in it, whatever a given of the
 *  same name is. */
export function turnNode(
  compiler: Compiler,
  node: estree.Expression | estree.SpreadElement,
  { name, listed }: Taker,
): Run | TurnRun {
  const { signature, turn } = listed;
  if (node.type !== "ArrowFunctionExpression") {
    compiler.value(node);
    const message = `${name} takes an arrow function here`;
    return compiler.refuse(node, message, `Write ${signature}.`);
  }
  if (node.async || node.body.type === "BlockStatement") {
    const message = "an arrow function has one expression";
    return compiler.refuse(
      node,
      message,
      `Write it after the arrow, without braces: ${signature}.`,
    );
  }
  const parameters = node.params.flatMap((one) => (one.type === "Identifier" ? [one.name] : []));
  if (node.params.length !== turn.parameters || parameters.length !== turn.parameters) {
    const count = turn.parameters === 1 ? "one plain name" : `${turn.parameters} plain names`;
    const message = `${name} gives its function ${count}`;
    return compiler.refuse(node, message, `Write ${signature}.`);
  }
  const { run, nodes } = compiler.body(node.body, parameters);
  return (laying) =>
    (...values) => {
      spend(laying.meter, limits.turn * nodes);
      const own = new Map<string, Laid>(parameters.map((one, i) => [one, values[i]!]));
      const get = (one: string) => own.get(one) ?? laying.names.get(one);
      return run({ ...laying, names: { get } });
    };
}
