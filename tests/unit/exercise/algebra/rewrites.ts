import { isPositive, positive } from "./random-tree";
import {
  call,
  changedAt,
  type Dice,
  join,
  minus,
  num,
  partsOf,
  raise,
  sizeOf,
  type Tree,
  turned,
} from "./tree";

/** The same value written otherwise, or the tree itself where this way does not apply. */
type Rewrite = (tree: Tree, dice: Dice) => Tree;

const one = num(1);

const ofNumbers: readonly Rewrite[] = [
  (t) => (t.is === "binary" && t.sign === "/" ? join(t.left, "*", join(one, "/", t.right)) : t),
  (t) => (t.is === "binary" && t.sign === "/" ? join(minus(t.left), "/", minus(t.right)) : t),
  (t, dice) => common(t, positive(dice, 1)),
  (t) => {
    if (t.is !== "binary" || (t.sign !== "+" && t.sign !== "-")) return t;
    const { left, right } = t;
    if (!isFraction(left) || !isFraction(right)) return t;
    const above = join(
      join(left.left, "*", right.right),
      t.sign,
      join(right.left, "*", left.right),
    );
    return join(above, "/", join(left.right, "*", right.right));
  },
  (t) => {
    if (!isFraction(t) || t.left.is !== "binary") return t;
    const { sign, left, right } = t.left;
    if (sign !== "+" && sign !== "-") return t;
    return join(join(left, "/", t.right), sign, join(right, "/", t.right));
  },
  (t) => (t.is === "power" && t.n > 1 ? join(t.of, "*", t.n > 2 ? raise(t.of, t.n - 1) : t.of) : t),
  (t) => (t.is === "power" && t.n < 0 ? join(one, "/", raise(t.of, -t.n)) : t),
  (t) => {
    if (t.is !== "power" || t.n !== 2 || t.of.is !== "binary" || t.of.sign !== "+") return t;
    const { left, right } = t.of;
    const twice = join(num(2), "*", join(left, "*", right));
    return join(join(raise(left, 2), "+", twice), "+", raise(right, 2));
  },
  (t) => (isCall(t, "exp") ? join(one, "/", call("exp", minus(t.of))) : t),
  (t) => (isCall(t, "exp") ? raise(call("exp", join(t.of, "/", num(2))), 2) : t),
  (t) => {
    if (!isCall(t, "exp") || t.of.is !== "binary" || t.of.sign !== "+") return t;
    return join(call("exp", t.of.left), "*", call("exp", t.of.right));
  },
  (t) => {
    if (!isCall(t, "ln") || t.of.is !== "binary") return t;
    const { sign, left, right } = t.of;
    if ((sign !== "*" && sign !== "/") || !isPositive(left) || !isPositive(right)) return t;
    return join(call("ln", left), sign === "*" ? "+" : "-", call("ln", right));
  },
  (t) => (isCall(t, "ln") ? minus(call("ln", join(one, "/", t.of))) : t),
  (t) => (isCall(t, "ln") ? join(num(2), "*", call("ln", call("sqrt", t.of))) : t),
  (t) => (isCall(t, "sigmoid") ? join(one, "/", join(one, "+", call("exp", minus(t.of)))) : t),
  (t) =>
    isCall(t, "sigmoid") ? join(call("exp", t.of), "/", join(one, "+", call("exp", t.of))) : t,
  (t) => (isCall(t, "sigmoid") ? join(one, "-", call("sigmoid", minus(t.of))) : t),
  (t) => {
    if (!isCall(t, "sigmoid")) return t;
    return join(join(one, "+", call("tanh", join(t.of, "/", num(2)))), "/", num(2));
  },
  (t) => {
    if (!isCall(t, "tanh")) return t;
    return join(join(num(2), "*", call("sigmoid", join(num(2), "*", t.of))), "-", one);
  },
  (t) => {
    if (!isCall(t, "tanh")) return t;
    const [up, down] = [call("exp", t.of), call("exp", minus(t.of))];
    return join(join(up, "-", down), "/", join(up, "+", down));
  },
  (t) => (isCall(t, "tanh") ? minus(call("tanh", minus(t.of))) : t),
  (t) => (t.is === "number" ? join(num(t.value + 1), "-", one) : t),
  (t) => (t.is === "number" && t.value === 0.5 ? join(one, "/", num(2)) : t),
  (t) => call("ln", call("exp", t)),
  (t) => distributed(t),
];

const ofBoth: readonly Rewrite[] = [
  (t) => (t.is === "binary" && t.sign === "+" ? join(t.right, "+", t.left) : t),
  (t) => (t.is === "binary" && t.sign === "-" ? minus(join(t.right, "-", t.left)) : t),
  (t) => (t.is === "binary" && t.sign === "-" ? join(t.left, "+", minus(t.right)) : t),
  (t) => (t.is === "binary" && t.sign === "⊙" ? join(t.right, "⊙", t.left) : t),
  (t) => {
    if (t.is !== "binary" || t.right.is !== "binary" || t.sign !== t.right.sign) return t;
    if (t.sign !== "+" && t.sign !== "*" && t.sign !== "⊙") return t;
    return join(join(t.left, t.sign, t.right.left), t.sign, t.right.right);
  },
  (t) => minus(minus(t)),
  (t) => (t.is === "binary" && t.sign === "*" ? minus(join(minus(t.left), "*", t.right)) : t),
];

const ofMatrices: readonly Rewrite[] = [
  // In a matrix product the 1 of 1 − h stands for a whole matrix of them.
  (t) => (partsOf(t).some(holdsNumber) ? t : distributed(t)),
  (t) => turned(turned(t)),
  (t) => {
    if (t.is !== "binary" || t.sign === "/") return t;
    const [left, right] = [turned(t.left), turned(t.right)];
    return turned(t.sign === "*" ? join(right, "*", left) : join(left, t.sign, right));
  },
  (t) => join(join(num(2), "*", t), "-", t),
];

const commuted: Rewrite = (t) =>
  t.is === "binary" && t.sign === "*" ? join(t.right, "*", t.left) : t;

/** A formula of numbers, rewritten at so many places. */
export function rewritten(tree: Tree, times: number, dice: Dice): Tree {
  return many(tree, times, [...ofNumbers, ...ofBoth, commuted], dice);
}

/** A formula of matrices, rewritten at so many places. */
export function rewrittenMatrix(tree: Tree, times: number, dice: Dice): Tree {
  return many(tree, times, [...ofBoth, ...ofMatrices], dice);
}

function many(tree: Tree, times: number, rewrites: readonly Rewrite[], dice: Dice): Tree {
  let now = tree;
  for (let done = 0, tries = 0; done < times && tries < 200; tries++) {
    const rewrite = dice.one(rewrites);
    const next = changedAt(now, dice.below(sizeOf(now)), (part) => rewrite(part, dice));
    if (next === now || sizeOf(next) > 120) continue;
    now = next;
    done += 1;
  }
  return now;
}

function isFraction(tree: Tree): tree is Extract<Tree, { is: "binary" }> {
  return tree.is === "binary" && tree.sign === "/";
}

function isCall(tree: Tree, fn: string): tree is Extract<Tree, { is: "called" }> {
  return tree.is === "called" && tree.fn === fn;
}

function holdsNumber(tree: Tree): boolean {
  return partsOf(tree).some((part) => part.is === "number");
}

function common(tree: Tree, factor: Tree): Tree {
  return join(join(tree, "*", factor), "/", factor);
}

function distributed(tree: Tree): Tree {
  if (tree.is !== "binary" || (tree.sign !== "*" && tree.sign !== "⊙")) return tree;
  const { sign, left, right } = tree;
  if (right.is === "binary" && (right.sign === "+" || right.sign === "-")) {
    return join(join(left, sign, right.left), right.sign, join(left, sign, right.right));
  }
  if (left.is === "binary" && (left.sign === "+" || left.sign === "-")) {
    return join(join(left.left, sign, right), left.sign, join(left.right, sign, right));
  }
  return tree;
}
