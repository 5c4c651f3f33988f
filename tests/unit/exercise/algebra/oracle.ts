import { Decimal } from "decimal.js";
import type { Call, Sign, Tree } from "./tree";

const Digits = Decimal.clone({ precision: 60, toExpNeg: -9e15, toExpPos: 9e15 });

/** Rows of decimals; a number is one by one. */
type Rows = readonly (readonly Decimal[])[];

/** Numbers and rows of numbers by name. */
export type Point = Readonly<Record<string, number | readonly (readonly number[])[]>>;

/** Whether two formulas differ at a point, by decimal.js to 60 digits, which knows nothing of the product's own
 *  arithmetic. Undefined when one of them has no value there. */
export function differAt(a: Tree, b: Tree, point: Point): boolean | undefined {
  try {
    const [left, right] = [valuesOf(a, point), valuesOf(b, point)];
    if (!sameShape(left, right)) return true;
    return left.some((row, i) => row.some((x, j) => apart(x, right[i]?.[j] as Decimal)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Twenty digits are left for what cancelling eats; 1e-45 is what it may leave of a zero. */
function apart(x: Decimal, y: Decimal): boolean {
  const noise = Decimal.max(x.abs(), y.abs(), "1e-5").times("1e-40");
  return x.minus(y).abs().greaterThan(noise);
}

function valuesOf(tree: Tree, point: Point): Rows {
  switch (tree.is) {
    case "number":
      return [[new Digits(tree.value)]];
    case "name": {
      const value = point[tree.name] ?? 0;
      return typeof value === "number"
        ? [[new Digits(value)]]
        : value.map((row) => row.map((x) => new Digits(x)));
    }
    case "negated":
      return each(valuesOf(tree.of, point), (x) => x.negated());
    case "transposed": {
      const rows = valuesOf(tree.of, point);
      return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as Decimal));
    }
    case "called":
      return each(valuesOf(tree.of, point), curves[tree.fn]);
    case "power":
      return each(valuesOf(tree.of, point), (x) => x.pow(tree.n));
    case "binary":
      return together(tree.sign, valuesOf(tree.left, point), valuesOf(tree.right, point));
  }
}

const curves: Readonly<Record<Call, (x: Decimal) => Decimal>> = {
  exp: (x) => {
    if (x.abs().greaterThan(10_000)) throw new RangeError("too large for the oracle");
    return x.exp();
  },
  ln: (x) => x.ln(),
  sqrt: (x) => x.sqrt(),
  sigmoid: (x) => new Digits(1).div(curves.exp(x.negated()).plus(1)),
  tanh: (x) => new Digits(1).minus(new Digits(2).div(curves.exp(x.times(2)).plus(1))),
};

function each(rows: Rows, curve: (x: Decimal) => Decimal): Rows {
  return rows.map((row) => row.map((x) => known(curve(x))));
}

function known(x: Decimal): Decimal {
  if (x.isFinite()) return x;
  throw new RangeError("no value here");
}

function together(sign: Sign, left: Rows, right: Rows): Rows {
  const isNumber = (rows: Rows) => rows.length === 1 && rows[0]?.length === 1;
  if (sign === "*" && !isNumber(left) && !isNumber(right)) return product(left, right);
  const wide = isNumber(left) ? right : left;
  const fits = isNumber(left) || isNumber(right) || sameShape(left, right);
  if (!fits) throw new RangeError("these have no common shape");
  const at = (rows: Rows, i: number, j: number) =>
    (isNumber(rows) ? rows[0]?.[0] : rows[i]?.[j]) as Decimal;
  return wide.map((row, i) =>
    row.map((_, j) => known(operate(sign, at(left, i, j), at(right, i, j)))),
  );
}

function sameShape(a: Rows, b: Rows): boolean {
  return a.length === b.length && a[0]?.length === b[0]?.length;
}

function operate(sign: Sign, x: Decimal, y: Decimal): Decimal {
  if (sign === "+") return x.plus(y);
  if (sign === "-") return x.minus(y);
  return sign === "/" ? x.div(y) : x.times(y);
}

function product(left: Rows, right: Rows): Rows {
  if (left[0]?.length !== right.length) throw new RangeError("these can’t be multiplied");
  return left.map((row) =>
    (right[0] ?? []).map((_, j) =>
      row.reduce((sum, x, m) => sum.plus(x.times(right[m]?.[j] as Decimal)), new Digits(0)),
    ),
  );
}
