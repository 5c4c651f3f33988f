import type { Node } from "@/lib/engine";
import type { Definitions } from "@/lib/exercise/language/definitions";
import type { Scope } from "@/lib/exercise/language/expr";
import { passesOf } from "@/lib/exercise/solution/passes";
import { symbolOf } from "@/lib/exercise/solution/symbols";
import { nameOf } from "@/lib/exercise/solution/write-for";

/** What the page calls a node, as TeX; undefined where it has no name for it, or one that is none to a reader, such as
 *  "steps[0].h". */
export interface BoxLetter {
  (node: Node): string | undefined;
  ofName(name: string): string;
}

/** The letters of what these names stand for. */
export function lettersOf(definitions: Definitions, scope: Scope): BoxLetter {
  const givens = [...definitions].flatMap(([name, { expr, isPart }]) =>
    isPart ? [] : [{ name, expr, at: expr.at }],
  );
  const page = { givens, parts: [] };
  const passes = passesOf(page, scope);
  const ofName = (name: string) => symbolOf(name, { exercise: page, passes, scope });
  const of = (node: Node) => {
    const name = nameOf(node);
    const isLetter = name !== undefined && !/\[\d+\]\./.test(name);
    return isLetter ? ofName(name) : undefined;
  };
  return Object.assign(of, { ofName });
}
