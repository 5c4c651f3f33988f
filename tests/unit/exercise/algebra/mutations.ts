import { changedAt, type Dice, join, minus, name, num, sizeOf, type Tree } from "./tree";

/** A tree with one thing in it changed, as by a slip of the pen: a number a little off, a sign turned, another name, a
 *  term or a factor dropped, a power too many. It may still be equal by chance; the oracle tells. */
export function mutated(tree: Tree, names: readonly string[], dice: Dice): Tree {
  for (;;) {
    const next = changedAt(tree, dice.below(sizeOf(tree)), (part) => slip(part, names, dice));
    if (next !== tree) return next;
  }
}

function slip(tree: Tree, names: readonly string[], dice: Dice): Tree {
  switch (tree.is) {
    case "number":
      return num(dice.one([tree.value * 1.01, tree.value + 1, tree.value * 0.999, -tree.value]));
    case "name":
      return dice.chance(0.3) ? minus(tree) : name(dice.one(names));
    case "negated":
    case "transposed":
      return tree.of;
    case "called":
      return tree.fn === "sigmoid" || tree.fn === "tanh"
        ? { ...tree, fn: tree.fn === "tanh" ? "sigmoid" : "tanh" }
        : { ...tree, of: join(num(1.01), "*", tree.of) };
    case "power":
      return dice.chance(0.5) ? { ...tree, n: tree.n + 1 } : tree.of;
    case "binary":
      return slipBetween(tree, dice);
  }
}

function slipBetween(tree: Extract<Tree, { is: "binary" }>, dice: Dice): Tree {
  if (dice.chance(0.3)) return dice.one([tree.left, tree.right]);
  const { sign } = tree;
  if (sign === "+" || sign === "-") return { ...tree, sign: sign === "+" ? "-" : "+" };
  return dice.chance(0.5) ? minus(tree) : { ...tree, left: join(num(1.01), "*", tree.left) };
}
