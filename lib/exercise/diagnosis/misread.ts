import { aside, type Node, ShapeError } from "@/lib/engine";
import { rules } from "@/lib/engine/told/rules";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { type Site, siteOf } from "./candidate";

/** Slips of reading at a node: in a step of the author's own formulas, the same quantity of the layer below or above, or another given
 *  of the same shape, in the place of the one that is meant. */
export function misread(laid: LaidExercise, node: Node): Site[] {
  if (!laid.isOwnStep(node)) return [];
  return node.inputs
    .flatMap((input, i) => [
      ...layersBeside(laid, input).map(({ rule, other }) => ({ rule, other, i })),
      ...exchanged(laid, input).map((other) => ({ rule: rules["another-read"], other, i })),
    ])
    .flatMap(({ rule, other, i }) => {
      const inputs = node.inputs.map((input, at) => (at === i ? other : input));
      const by = laidAside(node, inputs);
      const read = node.inputs[i]!;
      if (!by) return [];
      const made = {
        by,
        says: (write: Writes) => `read ${write.inline(other)} instead of ${write.inline(read)}`,
      };
      return [siteOf(rule, node, rule === rules["another-read"] ? made : { by })];
    });
}

interface Writes {
  inline(node: Node): string;
}

/** The same quantity one layer below and one above. */
export function layersBeside(laid: LaidExercise, node: Node) {
  const name = node.names.find((one) => layered.test(one));
  const [, before = "", layer = ""] = layered.exec(name ?? "") ?? [];
  if (name === undefined) return [];
  const at = (l: number) => laid.graph.named(`${before}[${l}]`);
  const [below, above] = [at(Number(layer) - 1), at(Number(layer) + 1)];
  return [
    ...(below && below.data.length > 0 ? [{ rule: rules["layer-below-read"], other: below }] : []),
    ...(above ? [{ rule: rules["layer-above-read"], other: above }] : []),
  ];
}

const layered = /^(\w+\.(?:W|b|z|h|dz|dh|dW|db))\[(\d+)\]$/;

/** Givens and parts with a plain name and the shape of this one, that come before what reads it. */
function exchanged(laid: LaidExercise, node: Node): Node[] {
  if (!node.names.some(isPlainName)) return [];
  return laid.givensByName.filter(
    (other) => other !== node && other.rows === node.rows && other.cols === node.cols,
  );
}

const isPlainName = (name: string) => /^\w+$/.test(name);

function laidAside({ op, settings }: Node, inputs: readonly Node[]): Node | undefined {
  try {
    return aside(op, inputs, settings);
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}
