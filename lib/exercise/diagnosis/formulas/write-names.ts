import type { Node } from "@/lib/engine";
import type { Write } from "@/lib/engine/told/told";
import { inLetters } from "@/lib/engine/told/write";
import type { Named } from "@/lib/exercise/algebra";

/** Figures of the numbers that stand in a key. */
const digits = 4;

/** Writes the nodes of a formula in the letters of its part. `writing` is told of each node that is written. */
export function writeNames(
  variables: readonly Named[],
  writing: (node: Node) => void = () => undefined,
): Write {
  const texts = new Map(variables.map(({ name, tex }) => [name, tex]));
  const letter = (node: Node) => {
    writing(node);
    const tex = node.names.map((name) => texts.get(name)).find((found) => found);
    return tex === undefined ? undefined : { tex, binds: 4 as const };
  };
  return inLetters({ letter, digits, hidesValues: true });
}
