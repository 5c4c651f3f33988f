import type { Node } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { toldOf } from "@/lib/engine/told";
import type { Formula, Write } from "@/lib/engine/told/told";
import type { Named } from "@/lib/exercise/algebra";
import { short } from "@/lib/exercise/language/digits";

/** Writes the nodes of a formula in the letters of its part. `writing` is told of each node that is written. */
export function writeNames(
  variables: readonly Named[],
  writing: (node: Node) => void = () => undefined,
): Write {
  const texts = new Map(variables.map(({ name, tex }) => [name, tex]));
  const of = (node: Node): Formula => {
    writing(node);
    const tex = node.names.map((name) => texts.get(name)).find((found) => found);
    if (tex !== undefined) return { tex, binds: 4 };
    if (node.op === (constant as Node["op"])) return numberOf(node);
    return toldOf(node.op)?.tex(node, write) ?? { tex: "\\ldots", binds: 4 };
  };
  const write: Write = { of, inline: (node) => `$${of(node).tex}$` };
  return write;
}

function numberOf({ data }: Node): Formula {
  const tex = short(data[0] ?? 0, 4);
  return { tex, binds: tex.startsWith("-") ? 1 : 4 };
}
