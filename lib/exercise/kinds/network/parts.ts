import type { Attributes } from "@/lib/exercise/kinds/attributes";
import type { PartElement } from "@/lib/exercise/kinds/kind";
import type { Expr } from "@/lib/exercise/language/expr";

/** An expression that may use givens and must not draw: the same blanks must come out whenever a key is made anew. */
export function noDrawing(
  name: string,
  expr: Expr | undefined,
  attributes: Attributes,
): Expr | undefined {
  if (!expr?.draws) return expr;
  const mend = `Draw in a <Given>, and write ${name}={[given, "p"]} with its name.`;
  return attributes.report(`${name} draws`, mend, attributes.at(name));
}

/** Reports what stands between the tags. */
export function noChildren({ children }: PartElement, attributes: Attributes): void {
  for (const { tag, at } of children) {
    attributes.report(`<${tag}> does not belong in a <NetworkBlanks>`, "Close it with />.", at);
  }
}
