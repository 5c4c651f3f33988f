import { add, type Binary, divide, multiply, negate } from "./arithmetic";
import { type Balls, balls, entriesOf, type Probe, slip, smallest, unit } from "./balls";
import { curves } from "./curves";
import type { Formula, Operator } from "./formula";
import { type Literal, literalOf } from "./literal";
import { power } from "./power";
import type { Shape } from "./variables";

/** The values of the names at all points. */
export type Values = ReadonlyMap<string, Balls>;

const entrywise: Readonly<Record<Exclude<Operator, "*" | "-">, Binary>> = {
  "+": add,
  "/": divide,
  "⊙": multiply,
  "⊘": divide,
  "^": power,
  ".^": power,
};

/** A formula at all points of the probe at once. Its shapes must fit (`shapeOf`) and its names have values. */
export function evaluate(formula: Formula, values: Values, probe: Probe): Balls {
  switch (formula.is) {
    case "number":
      return literal(probe, formula.value, literalOf(formula.text));
    case "constant":
      return constant(probe, formula.name === "e" ? Math.E : Math.PI);
    case "name":
      return values.get(formula.name) as Balls;
    case "negated":
      return negated(evaluate(formula.of, values, probe), probe);
    case "transposed":
      return transposed(evaluate(formula.of, values, probe), probe);
    case "called": {
      const of = evaluate(formula.of, values, probe);
      const out = balls(probe, of.shape);
      const curve = curves[formula.fn];
      for (let i = 0; i < out.re.length; i++) curve(of, i, out, i);
      return out;
    }
    case "binary": {
      const left = evaluate(formula.left, values, probe);
      return binary(formula.op, left, evaluate(formula.right, values, probe), probe);
    }
  }
}

function constant(probe: Probe, value: number): Balls {
  const out = balls(probe, undefined);
  out.re.fill(value);
  out.err.fill(unit * value);
  out.seen.fill(slip * value);
  return out;
}

/** A number as typed. One more or less in its last digit is a slip that has to show. */
function literal(probe: Probe, value: number, { isWhole, isZero, lastPlace }: Literal): Balls {
  const out = balls(probe, undefined);
  out.re.fill(value);
  if (!isWhole) out.err.fill(Math.max(unit * value, smallest));
  out.seen.fill(isZero ? Number.POSITIVE_INFINITY : Math.min(slip * value, lastPlace));
  return out;
}

function negated(of: Balls, probe: Probe): Balls {
  const out = balls(probe, of.shape);
  for (let i = 0; i < out.re.length; i++) negate(of, i, out, i);
  return out;
}

function transposed(of: Balls, probe: Probe): Balls {
  if (!of.shape) return of;
  const [rows, cols] = of.shape;
  const { count } = probe;
  const out = balls(probe, [cols, rows]);
  if (of.im) out.im = new Float64Array(out.re.length);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const [from, to] = [(row * cols + col) * count, (col * rows + row) * count];
      for (const part of ["re", "im", "err", "seen"] as const) {
        const source = of[part];
        if (source) out[part]?.set(source.subarray(from, from + count), to);
      }
    }
  }
  return out;
}

function binary(op: Operator, left: Balls, right: Balls, probe: Probe): Balls {
  if (op === "*" && left.shape && right.shape) {
    return matrixProduct(left, right, left.shape, right.shape, probe);
  }
  if (op === "-") return entries(add, left, negated(right, probe), probe);
  return entries(op === "*" ? multiply : entrywise[op], left, right, probe);
}

/** Entry by entry; a number, or what stands below a fraction, goes with every entry. */
function entries(operation: Binary, left: Balls, right: Balls, probe: Probe): Balls {
  const shape =
    entriesOf(left.shape) < entriesOf(right.shape) ? right.shape : (left.shape ?? right.shape);
  const out = balls(probe, shape);
  const [ownLeft, ownRight] = [left, right].map(({ re }) => re.length === out.re.length);
  for (let k = 0; k < out.re.length; k++) {
    const point = k % probe.count;
    operation(left, ownLeft ? k : point, right, ownRight ? k : point, out, k);
  }
  return out;
}

function matrixProduct(left: Balls, right: Balls, a: Shape, b: Shape, probe: Probe): Balls {
  const { count } = probe;
  const [rows, inner, cols] = [a[0], a[1], b[1]];
  const shape = rows * cols === 1 && inner > 1 ? undefined : ([rows, cols] as const);
  const out = balls(probe, shape);
  const term = balls(probe, undefined);
  for (let cell = 0; cell < rows * cols; cell++) {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    for (let m = 0; m < inner; m++) {
      for (let point = 0; point < count; point++) {
        const i = (row * inner + m) * count + point;
        const j = (m * cols + col) * count + point;
        if (m === 0) multiply(left, i, right, j, out, cell * count + point);
        else {
          multiply(left, i, right, j, term, point);
          add(out, cell * count + point, term, point, out, cell * count + point);
        }
      }
    }
  }
  return out;
}
