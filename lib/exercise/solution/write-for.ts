import type { Node } from "@/lib/engine";
import { assemble } from "@/lib/engine/ops/assemble";
import { batch } from "@/lib/engine/ops/batched-product";
import { entry } from "@/lib/engine/ops/entry";
import type { Formula, Write } from "@/lib/engine/told/told";
import { inLetters } from "@/lib/engine/told/write";
import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Scope } from "@/lib/exercise/language/expr";
import { toValue } from "@/lib/exercise/language/laid";
import { passesOf } from "./passes";
import { symbolOf } from "./symbols";

/** The letters of an exercise's page: what it calls a node; undefined where it has no name for it. */
export type Letter = (node: Node) => Formula | undefined;

/** Figures of the numbers that stand in formulas. */
export const digits = 6;

type Views = Readonly<Record<string, unknown>>;

/** Writes the nodes of an exercise in the letters of its page, and no value that is worked out. `views` has the drawn parts,
 *  for what their blanks are called. */
export function writeFor(exercise: Exercise, laid: LaidExercise, views: Views = {}): Write {
  return inLetters({ letter: lettersOf(exercise, laid, views), digits, hidesValues: true });
}

/** What the page of an exercise calls its nodes. `views` has the drawn parts, for what their blanks are called. */
export function lettersOf(exercise: Exercise, laid: LaidExercise, views: Views = {}): Letter {
  const scope: Scope = new Map([...laid.names].map(([name, one]) => [name, toValue(one)]));
  const passes = passesOf(exercise, scope);
  const blank = ({ op, inputs: [of], settings }: Node) => {
    if (op !== (entry as Node["op"])) return undefined;
    const part = exercise.parts.find(({ name }) => of?.names.includes(name));
    const blanks = part && views[part.name] ? kinds[part.kind].entryNames?.(views[part.name]) : [];
    return blanks?.[settings as number];
  };
  return (node) => {
    const name = nameOf(node) ?? listOf(node, laid);
    const tex = name === undefined ? blank(node) : symbolOf(name, { exercise, passes, scope });
    if (tex === undefined) return undefined;
    return { tex: name === undefined ? `{${tex}}` : tex, binds: 4 };
  };
}

/** Of several names the shortest; of a gradient that is of the weighted sums as well, theirs. The losses of a pass's examples
 *  have no letter: they are told with their mean. */
export function nameOf({ names: all }: Node): string | undefined {
  const names = all.filter((name) => !name.endsWith(".losses"));
  const ofSums = names.find((name) => /\.dz\[\d+\]$/.test(name));
  const isAlias = names.some((name) => !/[.[]/.test(name));
  if (ofSums && !isAlias) return ofSums;
  return names.toSorted((a, b) => a.length - b.length)[0];
}

/** The given whose numbers or matrices, all of them, a node has put together. */
function listOf({ op, inputs }: Node, laid: LaidExercise): string | undefined {
  const [name] = inputs[0]?.names ?? [];
  const isTogether = op === (assemble as Node["op"]) || op === batch;
  if (!isTogether || name === undefined) return undefined;
  const base = name.split("[")[0]!;
  const all = laid.nodesOfName(base);
  const isWhole = all.length === inputs.length && all.every((one, i) => one === inputs[i]);
  return isWhole ? base : undefined;
}
