import type { Formula } from "./formula";
import type { Named, Shape } from "./variables";

interface Cost {
  readonly shape: Shape | undefined;
  readonly entries: number;
}

/** How many entries are worked out for the formula's value at one point. Its shapes must fit (`shapeOf`). */
export function costOf(formula: Formula, variables: readonly Named[]): number {
  return cost(formula, new Map(variables.map(({ name, shape }) => [name, shape]))).entries;
}

function cost(formula: Formula, shapes: ReadonlyMap<string, Shape | undefined>): Cost {
  if (formula.is === "name") return { shape: shapes.get(formula.name), entries: 1 };
  if ("of" in formula) {
    const { shape, entries } = cost(formula.of, shapes);
    const turned = formula.is === "transposed" && shape;
    return { shape: turned ? [shape[1], shape[0]] : shape, entries: entries + size(shape) };
  }
  if (formula.is !== "binary") return { shape: undefined, entries: 1 };
  const [left, right] = [cost(formula.left, shapes), cost(formula.right, shapes)];
  const before = left.entries + right.entries;
  if (formula.op === "*" && left.shape && right.shape) {
    const shape: Shape = [left.shape[0], right.shape[1]];
    return { shape, entries: before + 2 * size(shape) * left.shape[1] };
  }
  const wide = size(left.shape) < size(right.shape) ? right.shape : (left.shape ?? right.shape);
  return { shape: wide, entries: before + size(wide) };
}

const size = (shape: Shape | undefined) => (shape ? shape[0] * shape[1] : 1);
