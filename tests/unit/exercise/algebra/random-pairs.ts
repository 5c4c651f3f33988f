import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import {
  Answer,
  defaultTex,
  Names,
  type Relation,
  readFormula,
  sameShape,
  shapeOf,
  type Variable,
} from "@/lib/exercise/algebra";
import { mutated } from "./mutations";
import { differAt, type Point } from "./oracle";
import { randomMatrix, shapes } from "./random-matrix-tree";
import { domain, randomTree } from "./random-tree";
import { rewritten, rewrittenMatrix } from "./rewrites";
import { Dice, type Tree } from "./tree";
import { typed } from "./typed";

/** Two formulas as typed, over these variables. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly variables: readonly Variable[];
}

const ofNumbers: readonly Variable[] = Object.entries(domain).map(([name, [from, to]]) => ({
  name,
  tex: defaultTex(name),
  from,
  to,
}));

const ofMatrices: readonly Variable[] = Object.entries(shapes).map(([name, shape]) => ({
  name,
  tex: defaultTex(name, shape),
  shape,
  from: -2,
  to: 2,
}));

/** A generator of pairs; the same seed gives the same pairs. */
export const diceFor = (seed: number): Dice => new Dice(xoroshiro128plus(seed));

/** A formula and a rewriting of it, one in four of matrices. The oracle has seen that the rewriting has a value. */
export function equalPair(dice: Dice): Pair {
  for (;;) {
    const { tree, matrices } = formula(dice);
    const times = 1 + dice.below(8);
    const other = (matrices ? rewrittenMatrix : rewritten)(tree, times, dice);
    const differ = differAt(tree, other, pointFor(matrices, dice));
    if (differ)
      throw new Error(`a rewrite is none: ${typed(tree, dice)} and ${typed(other, dice)}`);
    if (differ === false) return pairOf(tree, other, matrices, dice);
  }
}

/** A formula and another with a slip in it, rewritten or not. The oracle has seen them differ. */
export function unequalPair(dice: Dice): Pair {
  for (;;) {
    const { tree, matrices } = formula(dice);
    const names = matrices ? ["h", "k"] : Object.keys(domain);
    const slipped = mutated(tree, names, dice);
    const times = dice.below(4);
    const other = (matrices ? rewrittenMatrix : rewritten)(slipped, times, dice);
    if (differAt(tree, other, pointFor(matrices, dice))) return pairOf(tree, other, matrices, dice);
  }
}

/** What the product says of a pair: how the second stands to the first, or that it cannot be read. */
export function relationOf({ a, b, variables }: Pair): Relation | string {
  const names = new Names(variables);
  const [first, second] = [readFormula(a, names), readFormula(b, names)];
  if (first.status === "unreadable") return `unreadable: ${a}: ${first.message}`;
  if (second.status === "unreadable") return `unreadable: ${b}: ${second.message}`;
  const [one, other] = [shapeOf(first.formula, variables), shapeOf(second.formula, variables)];
  if ("message" in one || "message" in other) return "different";
  if (!sameShape(one.shape, other.shape)) return "different";
  return new Answer(first.formula, variables).relationTo(second.formula);
}

function formula(dice: Dice): { tree: Tree; matrices: boolean } {
  const matrices = dice.chance(0.25);
  const shape = dice.one([
    [2, 3],
    [3, 1],
    [2, 2],
    [1, 3],
  ] as const);
  const tree = matrices ? randomMatrix(dice, shape, 3) : randomTree(dice, 4);
  return { tree, matrices };
}

function pairOf(a: Tree, b: Tree, matrices: boolean, dice: Dice): Pair {
  return { a: typed(a, dice), b: typed(b, dice), variables: matrices ? ofMatrices : ofNumbers };
}

function pointFor(matrices: boolean, dice: Dice): Point {
  const entries = matrices
    ? Object.entries(shapes).map(([name, [rows, cols]]) => [
        name,
        Array.from({ length: rows }, () => Array.from({ length: cols }, () => dice.between(-2, 2))),
      ])
    : Object.entries(domain).map(([name, [from, to]]) => [name, dice.between(from, to)]);
  return Object.fromEntries(entries);
}
