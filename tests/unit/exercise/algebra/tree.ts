import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

export type Call = "exp" | "ln" | "sigmoid" | "tanh" | "sqrt";
export type Sign = "+" | "-" | "*" | "/" | "⊙";

/** A formula as the tests know it, apart from how the product reads or holds one. */
export type Tree =
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "negated" | "transposed"; readonly of: Tree }
  | { readonly is: "called"; readonly fn: Call; readonly of: Tree }
  | { readonly is: "power"; readonly of: Tree; readonly n: number }
  | { readonly is: "binary"; readonly sign: Sign; readonly left: Tree; readonly right: Tree };

export const num = (value: number): Tree => ({ is: "number", value });
export const name = (of: string): Tree => ({ is: "name", name: of });
export const minus = (of: Tree): Tree => ({ is: "negated", of });
export const turned = (of: Tree): Tree => ({ is: "transposed", of });
export const call = (fn: Call, of: Tree): Tree => ({ is: "called", fn, of });
export const raise = (of: Tree, n: number): Tree => ({ is: "power", of, n });
export const join = (left: Tree, sign: Sign, right: Tree): Tree => ({
  is: "binary",
  sign,
  left,
  right,
});

/** A choice and other draws from one generator. */
export class Dice {
  constructor(readonly generator: RandomGenerator) {}

  below(n: number): number {
    return uniformInt(this.generator, 0, n - 1);
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  chance(probability: number): boolean {
    return uniformFloat64(this.generator) < probability;
  }

  between(from: number, to: number): number {
    return from + (to - from) * uniformFloat64(this.generator);
  }
}

export function partsOf(tree: Tree): readonly Tree[] {
  if ("of" in tree) return [tree.of];
  return tree.is === "binary" ? [tree.left, tree.right] : [];
}

export function sizeOf(tree: Tree): number {
  return partsOf(tree).reduce((sum, part) => sum + sizeOf(part), 1);
}

/** The tree with the node at this place, counted from the root, put through `change`. */
export function changedAt(tree: Tree, place: number, change: (part: Tree) => Tree): Tree {
  if (place === 0) return change(tree);
  if ("of" in tree) return { ...tree, of: changedAt(tree.of, place - 1, change) };
  if (tree.is !== "binary") return tree;
  const left = sizeOf(tree.left);
  return place <= left
    ? { ...tree, left: changedAt(tree.left, place - 1, change) }
    : { ...tree, right: changedAt(tree.right, place - 1 - left, change) };
}
