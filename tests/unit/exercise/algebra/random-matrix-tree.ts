import { call, type Dice, join, minus, name, num, type Tree, turned } from "./tree";

type Shape = readonly [number, number];

/** The shapes of the names that random formulas of matrices are made of. */
export const shapes: Readonly<Record<string, Shape>> = {
  W: [2, 3],
  V: [2, 3],
  U: [2, 2],
  h: [3, 1],
  k: [3, 1],
  d: [2, 1],
};

/** A formula of this shape, as deep as this at most. */
export function randomMatrix(dice: Dice, shape: Shape, depth: number): Tree {
  const below = (of: Shape) => randomMatrix(dice, of, depth - 1);
  if (depth <= 0) return leaf(dice, shape);
  const inner = dice.one([1, 2, 3]);
  return dice.one([
    () => join(below([shape[0], inner]), "*", below([inner, shape[1]])),
    () => join(below(shape), dice.one(["+", "-"] as const), below(shape)),
    () => join(below(shape), "⊙", below(shape)),
    () => turned(below([shape[1], shape[0]])),
    () => join(num(dice.one([2, 3, 0.5])), "*", below(shape)),
    () => minus(below(shape)),
    () => join(num(1), "-", below(shape)),
    () => call(dice.one(["sigmoid", "tanh"] as const), leaf(dice, shape)),
    () => leaf(dice, shape),
  ])();
}

/** A name of this shape, turned or not, or a product of two where there is none. */
function leaf(dice: Dice, [rows, cols]: Shape): Tree {
  const fitting = Object.entries(shapes).flatMap(([of, [r, c]]) => {
    if (r === rows && c === cols) return [name(of)];
    return r === cols && c === rows ? [turned(name(of))] : [];
  });
  if (fitting.length > 0) return dice.one(fitting);
  const side = rows === 1 ? "left" : "right";
  if (rows === 1 && cols === 1) return join(turned(name("h")), "*", name("k"));
  return side === "left"
    ? join(turned(name("d")), "*", leaf(dice, [2, cols]))
    : join(leaf(dice, [rows, 2]), "*", leaf(dice, [2, cols]));
}
