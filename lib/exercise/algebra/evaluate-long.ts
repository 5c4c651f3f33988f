import { slip } from "./balls";
import type { Formula, Operator } from "./formula";
import { literalOf } from "./literal";
import type { Long, Unknown } from "./long";
import type { LongArithmetic } from "./long-arithmetic";
import { LongCurves } from "./long-curves";
import type { Shape } from "./variables";

/** Entries by row, or one number. */
export interface LongValue {
  readonly shape: Shape | undefined;
  readonly entries: readonly (Long | Unknown)[];
}

type Binary = (a: Long, b: Long) => Long | Unknown;

/** Formulas to many digits at one point. Real numbers alone: what leaves them is undefined. */
export class LongEvaluator {
  private readonly curves: LongCurves;

  constructor(
    private readonly arithmetic: LongArithmetic,
    private readonly values: ReadonlyMap<string, LongValue>,
  ) {
    this.curves = new LongCurves(arithmetic);
  }

  evaluate(formula: Formula): LongValue {
    const { arithmetic } = this;
    switch (formula.is) {
      case "number":
        return number(this.literal(formula));
      case "constant":
        return number(this.constant(formula.name));
      case "name":
        return this.values.get(formula.name) as LongValue;
      case "negated":
        return each(this.evaluate(formula.of), (x) => arithmetic.negate(x));
      case "transposed":
        return transposed(this.evaluate(formula.of));
      case "called":
        return each(this.evaluate(formula.of), (x) => this.curves.call(formula.fn, x));
      case "binary":
        return this.binary(formula.op, this.evaluate(formula.left), this.evaluate(formula.right));
    }
  }

  private binary(op: Operator, left: LongValue, right: LongValue): LongValue {
    const { arithmetic } = this;
    const add: Binary = (a, b) => arithmetic.add(a, b);
    const multiply: Binary = (a, b) => arithmetic.multiply(a, b);
    if (op === "*" && left.shape && right.shape) return matrixProduct(left, right, multiply, add);
    const operation: Binary =
      op === "+"
        ? add
        : op === "-"
          ? (a, b) => arithmetic.subtract(a, b)
          : op === "*" || op === "⊙"
            ? multiply
            : op === "/" || op === "⊘"
              ? (a, b) => arithmetic.divide(a, b)
              : (a, b) => arithmetic.power(a, b);
    return together(left, right, operation);
  }

  private literal({ text, value }: Extract<Formula, { is: "number" }>): Long | Unknown {
    const { isZero, lastPlace } = literalOf(text);
    const seen = isZero ? Number.POSITIVE_INFINITY : Math.log2(Math.min(slip * value, lastPlace));
    return this.arithmetic.ofText(text, seen);
  }

  private constant(name: "e" | "pi"): Long | Unknown {
    const { arithmetic } = this;
    const value = name === "e" ? arithmetic.exp(arithmetic.one) : arithmetic.pi;
    return value && { ...value, seen: value.size + Math.log2(slip) };
  }
}

function number(value: Long | Unknown): LongValue {
  return { shape: undefined, entries: [value] };
}

function each({ shape, entries }: LongValue, curve: (x: Long) => Long | Unknown): LongValue {
  return { shape, entries: entries.map((x) => x && curve(x)) };
}

function together(left: LongValue, right: LongValue, operation: Binary): LongValue {
  const wide = left.entries.length >= right.entries.length ? left : right;
  const entries = wide.entries.map((_, i) => {
    const a = left.entries[left.entries.length === 1 ? 0 : i];
    const b = right.entries[right.entries.length === 1 ? 0 : i];
    return a && b && operation(a, b);
  });
  return { shape: wide.shape ?? left.shape ?? right.shape, entries };
}

function transposed({ shape, entries }: LongValue): LongValue {
  if (!shape) return { shape, entries };
  const [rows, cols] = shape;
  const turned = entries.map((_, i) => entries[(i % rows) * cols + Math.floor(i / rows)]);
  return { shape: [cols, rows], entries: turned };
}

function matrixProduct(
  left: LongValue,
  right: LongValue,
  multiply: Binary,
  add: Binary,
): LongValue {
  const [rows, inner] = left.shape as Shape;
  const cols = (right.shape as Shape)[1];
  const entries = Array.from({ length: rows * cols }, (_, cell) => {
    let sum: Long | Unknown;
    for (let m = 0; m < inner; m++) {
      const a = left.entries[Math.floor(cell / cols) * inner + m];
      const b = right.entries[m * cols + (cell % cols)];
      const term = a && b && multiply(a, b);
      sum = m === 0 ? term : sum && term && add(sum, term);
      if (!sum) return undefined;
    }
    return sum;
  });
  return { shape: rows * cols === 1 && inner > 1 ? undefined : [rows, cols], entries };
}
