import type { Formula, FunctionName, Operator } from "./formula";
import { type Long, LongArithmetic, type Unknown } from "./long";
import type { Shape } from "./variables";

/** Entries by row, or one number. */
export interface LongValue {
  readonly shape: Shape | undefined;
  readonly entries: readonly (Long | Unknown)[];
}

type Binary = (a: Long, b: Long) => Long | Unknown;

/** Formulas to many digits at one point. Real numbers alone: what leaves them is undefined, and so are sin and cos. */
export class LongEvaluator {
  readonly arithmetic: LongArithmetic;

  constructor(
    bits: number,
    private readonly values: ReadonlyMap<string, LongValue>,
  ) {
    this.arithmetic = new LongArithmetic(bits);
  }

  evaluate(formula: Formula): LongValue {
    const { arithmetic } = this;
    switch (formula.is) {
      case "number":
        return number(arithmetic.ofText(formula.text));
      case "constant":
        return number(formula.name === "e" ? arithmetic.exp(arithmetic.one) : arithmetic.pi);
      case "name":
        return this.values.get(formula.name) as LongValue;
      case "negated":
        return each(this.evaluate(formula.of), arithmetic.negate);
      case "transposed":
        return transposed(this.evaluate(formula.of));
      case "called":
        return each(this.evaluate(formula.of), (x) => this.call(formula.fn, x));
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
          ? (a, b) => add(a, arithmetic.negate(b))
          : op === "*" || op === "⊙"
            ? multiply
            : op === "/" || op === "⊘"
              ? (a, b) => arithmetic.divide(a, b)
              : (a, b) => arithmetic.power(a, b);
    return together(left, right, operation);
  }

  private call(fn: FunctionName, x: Long): Long | Unknown {
    const { arithmetic } = this;
    const { one } = arithmetic;
    switch (fn) {
      case "exp":
      case "ln":
      case "sqrt":
        return arithmetic[fn](x);
      case "sigmoid":
        return this.sigmoid(x);
      case "tanh": {
        const twice = this.sigmoid(arithmetic.add(x, x));
        return (
          twice && arithmetic.add(arithmetic.add(twice, twice) as Long, arithmetic.negate(one))
        );
      }
      case "sigmoid'":
      case "tanh'": {
        const half = fn === "sigmoid'" ? x : arithmetic.add(x, x);
        const [up, down] = [this.sigmoid(half), this.sigmoid(half && arithmetic.negate(half))];
        const slope = up && down && arithmetic.multiply(up, down);
        return fn === "tanh'" && slope ? arithmetic.multiply(slope, arithmetic.of(4)) : slope;
      }
      case "relu":
        return x.digits > 0n ? x : arithmetic.of(0);
      case "relu'":
        return arithmetic.of(x.digits > 0n ? 1 : 0);
      case "abs":
        return x.digits < 0n ? arithmetic.negate(x) : x;
      default:
        return undefined;
    }
  }

  private sigmoid(x: Long | Unknown): Long | Unknown {
    const { arithmetic } = this;
    const power = x && arithmetic.exp(arithmetic.negate(x));
    const below = power && arithmetic.add(arithmetic.one, power);
    return below && arithmetic.divide(arithmetic.one, below);
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
