import {
  type Call,
  call,
  type Dice,
  join,
  minus,
  name,
  num,
  raise,
  type Sign,
  type Tree,
} from "./tree";

/** What the random formulas of numbers are made of. */
export const domain = { p: [0.05, 0.95], y: [0, 1], x: [-2, 2], a: [0.5, 3] } as const;

const names = Object.keys(domain) as (keyof typeof domain)[];
const numbers = [1, 2, 3, 4, 5, 0.5, 0.1, 10, 0.25, 7];

/** A formula of numbers as deep as this at most. */
export function randomTree(dice: Dice, depth: number): Tree {
  if (depth === 0 || dice.chance(0.1)) return leaf(dice);
  const below = () => randomTree(dice, depth - 1);
  if (dice.chance(0.72)) {
    return join(below(), dice.one<Sign>(["+", "-", "*", "*", "/", "+"]), below());
  }
  if (dice.chance(0.25)) return minus(below());
  if (dice.chance(0.35)) return raise(below(), dice.one([2, 3, 2, -1, -2]));
  const fn = dice.one<Call>(["exp", "ln", "sigmoid", "tanh", "sqrt", "exp"]);
  return call(fn, fn === "ln" || fn === "sqrt" ? positive(dice, depth - 1) : below());
}

function leaf(dice: Dice): Tree {
  return dice.chance(0.65) ? name(dice.one(names)) : num(dice.one(numbers));
}

/** A formula above 0 all over the domain. */
export function positive(dice: Dice, depth: number): Tree {
  const any = () => randomTree(dice, Math.max(0, depth - 1));
  const below = () => positive(dice, depth - 1);
  if (depth <= 0) {
    return dice.one([name("p"), name("a"), join(num(1), "-", name("p")), num(dice.one(numbers))]);
  }
  return dice.one([
    () => join(below(), dice.one<Sign>(["+", "*", "/"]), below()),
    () => call(dice.one<Call>(["exp", "sigmoid"]), any()),
    () => join(num(1), "+", raise(any(), 2)),
    () => call("sqrt", below()),
  ])();
}

/** Whether a tree is above 0 by its looks. */
export function isPositive(tree: Tree): boolean {
  switch (tree.is) {
    case "number":
      return tree.value > 0;
    case "name":
      return tree.name === "p" || tree.name === "a";
    case "called":
      return (
        tree.fn === "exp" || tree.fn === "sigmoid" || (tree.fn === "sqrt" && isPositive(tree.of))
      );
    case "power":
      return isPositive(tree.of);
    case "binary":
      if (tree.sign === "-") return isOneMinusP(tree);
      return isPositive(tree.left) && (isPositive(tree.right) || isEvenPower(tree.right));
    default:
      return false;
  }
}

const isEvenPower = (tree: Tree) => tree.is === "power" && tree.n === 2;

function isOneMinusP({ left, right }: { left: Tree; right: Tree }): boolean {
  return left.is === "number" && left.value >= 1 && right.is === "name" && right.name === "p";
}
