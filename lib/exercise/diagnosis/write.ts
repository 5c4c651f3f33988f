import type { Node } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { toldOf } from "@/lib/engine/told";
import type { Formula, Write } from "@/lib/engine/told/told";
import type { Exercise } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { short } from "@/lib/exercise/language/digits";
import type { Scope } from "@/lib/exercise/language/expr";
import { toValue } from "@/lib/exercise/language/laid";
import { texOf } from "@/lib/exercise/language/tex";
import { passesOf } from "@/lib/exercise/solution/passes";
import { symbolOf } from "@/lib/exercise/solution/symbols";

/** Writes the nodes of an exercise in the letters of its page. */
export function writeFor(exercise: Exercise, { names }: LaidExercise): Write {
  const scope: Scope = new Map([...names].map(([name, laid]) => [name, toValue(laid)]));
  const passes = passesOf(exercise, scope);
  const of = (node: Node): Formula => {
    const name = node.names.toSorted((a, b) => a.length - b.length)[0];
    if (name !== undefined) return { tex: symbolOf(name, exercise, passes), binds: 4 };
    if (node.op === (constant as Node["op"])) return written(node);
    return toldOf(node.op)?.tex(node, write) ?? { tex: "\\ldots", binds: 4 };
  };
  const write: Write = { of, inline: (node) => `$${of(node).tex}$` };
  return write;
}

function written(node: Node): Formula {
  const lone = node.data.length === 1;
  const tex = lone ? short(node.data[0] ?? 0, 4) : texOf(toValue(node));
  return { tex, binds: tex.startsWith("-") ? 1 : 4 };
}
