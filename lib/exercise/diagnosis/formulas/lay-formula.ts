import { type Lay, type Node, type Op, ShapeError } from "@/lib/engine";
import { abs } from "@/lib/engine/ops/abs";
import { add } from "@/lib/engine/ops/add";
import { constant } from "@/lib/engine/ops/constant";
import { divide } from "@/lib/engine/ops/divide";
import { exp } from "@/lib/engine/ops/exp";
import { log } from "@/lib/engine/ops/logarithm";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { power } from "@/lib/engine/ops/power";
import { relu, reluSlope } from "@/lib/engine/ops/relu";
import { sigmoid, sigmoidSlope } from "@/lib/engine/ops/sigmoid";
import { sign } from "@/lib/engine/ops/sign";
import { cos, sin } from "@/lib/engine/ops/sin";
import { sqrt } from "@/lib/engine/ops/sqrt";
import { subtract } from "@/lib/engine/ops/subtract";
import { tanh, tanhSlope } from "@/lib/engine/ops/tanh";
import { transpose } from "@/lib/engine/ops/transpose";
import type { Formula, FunctionName, Operator } from "@/lib/exercise/algebra";

/** Lays a formula down on the engine's ops, over the nodes of its names; undefined where its shapes do not fit, or where it has
 *  a function that the engine knows no op of. */
export function layFormula(
  formula: Formula,
  leaves: ReadonlyMap<string, Node>,
  lay: Lay,
): Node | undefined {
  try {
    return new Layer(leaves, lay).lay(formula);
  } catch (error) {
    if (error instanceof ShapeError || error instanceof NoOp) return undefined;
    throw error;
  }
}

class NoOp extends Error {}

const functions: Partial<Record<FunctionName, Op>> = {
  sigmoid,
  relu,
  tanh,
  exp,
  ln: log,
  sqrt,
  abs,
  sign,
  sin,
  cos,
};

/** Derivatives by z, and what they are worked out from: h, or z itself. */
const slopes: Partial<Record<FunctionName, readonly [slope: Op, of?: Op]>> = {
  "sigmoid'": [sigmoidSlope, sigmoid],
  "tanh'": [tanhSlope, tanh],
  "relu'": [reluSlope],
};

const entrywise: Partial<Record<Operator, Op>> = {
  "+": add,
  "-": subtract,
  "/": divide,
  "⊙": multiply,
  "⊘": divide,
  "^": power,
  ".^": power,
};

class Layer {
  constructor(
    private readonly leaves: ReadonlyMap<string, Node>,
    private readonly put: Lay,
  ) {}

  lay(formula: Formula): Node {
    switch (formula.is) {
      case "number":
        return this.number(formula.value);
      case "constant":
        return this.number(formula.name === "e" ? Math.E : Math.PI);
      case "name":
        return this.known(this.leaves.get(formula.name));
      case "negated":
        return this.put(negate, [this.lay(formula.of)]);
      case "transposed":
        return this.put(transpose, [this.lay(formula.of)]);
      case "called":
        return this.call(formula.fn, this.lay(formula.of));
      case "binary":
        return this.binary(formula.op, this.lay(formula.left), this.lay(formula.right));
    }
  }

  private call(fn: FunctionName, z: Node): Node {
    const [slope, of] = slopes[fn] ?? [];
    if (!slope) return this.put(this.known(functions[fn]), [z]);
    return this.put(slope, of ? [this.put(of, [z]), z] : [z]);
  }

  private binary(op: Operator, a: Node, b: Node): Node {
    const isMatrixProduct = op === "*" && a.data.length > 1 && b.data.length > 1;
    return this.put(isMatrixProduct ? matmul : (entrywise[op] ?? multiply), [a, b]);
  }

  private number(v: number): Node {
    return this.put(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) });
  }

  private known<T>(one: T | undefined): T {
    if (one === undefined) throw new NoOp();
    return one;
  }
}
