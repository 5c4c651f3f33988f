import type { Node } from "@/lib/engine";
import { identity } from "@/lib/engine/ops/identity";
import { boxNameOf } from "@/lib/engine/told/box-names";
import { formulaOf, inLetters } from "@/lib/engine/told/write";
import { isInput, isReading, sourcesOf } from "@/lib/exercise/boxes/sources-of";
import { digits, type Letter, nameOf } from "@/lib/exercise/solution/write-for";

/** A step of an ordering as a graph has it: the node that it comes to, by its name, and in Markdown how. */
export interface GraphStep {
  readonly name: string;
  readonly node: Node;
  readonly text: string;
  /** The steps that it builds on directly, by their places among the steps. */
  readonly after: readonly number[];
}

/** The named quantities that somebody works out to come to these nodes, in the order in which the graph does. What is known
 *  already is none of them, nor what is drawn or only read off. */
export function stepsOf(
  targets: readonly Node[],
  { known, letter }: { known: readonly Node[]; letter: Letter },
): GraphStep[] {
  const below = new Map<Node, readonly Node[]>();
  const visit = (node: Node) => {
    if (below.has(node) || known.includes(node)) return;
    below.set(node, readBy(node, letter));
    below.get(node)!.forEach(visit);
  };
  targets.forEach(visit);
  const isStep = (node: Node) =>
    isWorkedOut(node) && !isAlias(node, letter) && letter(node) !== undefined;
  const steps = [...below.keys()].filter(isStep).toSorted((a, b) => a.id - b.id);
  return steps.map((node) => ({
    name: nameOf(node)!,
    node,
    text: textOf(node, letter),
    after: placesBelow(node, steps, below),
  }));
}

/** Whether somebody works a node out, who has the givens. */
const isWorkedOut = (node: Node): boolean =>
  !isInput(node) && !(isReading(node) && sourcesOf(node).every(({ source }) => isInput(source)));

/** Whether a node only has another name for a quantity that has one: a part that asks for a place of a pass. */
const isAlias = ({ op, inputs }: Node, letter: Letter): boolean =>
  op === identity && letter(inputs[0]!) !== undefined;

/** The named quantities that a node is worked out from, as far as its formula speaks of them: h(1 − h) needs no z. */
function readBy(node: Node, letter: Letter): Node[] {
  if (isInput(node)) return [];
  if (isAlias(node, letter)) return [...node.inputs];
  const { tex, read } = rightSide(node, letter);
  return tex === undefined ? lettersBelow(node, letter) : read;
}

/** The nearest nodes below that have letters. */
function lettersBelow(node: Node, letter: Letter): Node[] {
  const found = new Set<Node>();
  const seen = new Set<Node>();
  const look = (one: Node) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const input of one.inputs) {
      if (letter(input)) found.add(input);
      else look(input);
    }
  };
  look(node);
  return [...found];
}

/** The nearest steps below a node, past what is none. */
function placesBelow(
  node: Node,
  steps: readonly Node[],
  below: ReadonlyMap<Node, readonly Node[]>,
): number[] {
  const places = (below.get(node) ?? []).flatMap((one) => {
    const place = steps.indexOf(one);
    return place >= 0 ? [place] : placesBelow(one, steps, below);
  });
  return [...new Set(places)];
}

/** What a quantity is worked out with, in Markdown: its formula in letters, or else the name of what is done. */
function textOf(node: Node, letter: Letter): string {
  const left = letter(node)!.tex;
  const { tex } = rightSide(node, letter);
  return tex === undefined ? `$${left}$: ${boxNameOf(workedAt(node))}` : `$${left} = ${tex}$`;
}

/** The node that a part's answer is worked out at; what stands for it to later parts comes after. */
export const workedAt = (node: Node): Node => (node.op === identity ? node.inputs[0]! : node);

/** A node's formula in letters, and the nodes that it has letters for; no formula where a value would have to stand in it. */
export function rightSide(node: Node, letter: Letter): { tex?: string; read: Node[] } {
  const read: Node[] = [];
  let hasValue = false;
  const onValue = () => {
    hasValue = true;
  };
  const reading: Letter = (one) => {
    const found = letter(one);
    if (found) read.push(one);
    return found;
  };
  const write = inLetters({ letter: reading, digits, hidesValues: true, onValue });
  const tex = formulaOf(workedAt(node), write)?.tex;
  // A formula too long to be read has dots, and tells no step.
  const isWhole = tex !== undefined && !hasValue && !tex.includes("\\ldots");
  return isWhole ? { tex, read } : { read };
}
