import { aside, Graph, type Lay, type Node, type Op, ShapeError, type Tensor } from "@/lib/engine";
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
import {
  type Drawn,
  drawnPoints,
  type Formula,
  type FunctionName,
  type Operator,
  type Variable,
} from "@/lib/exercise/algebra";

/** So many points of the domain are looked at. */
const count = 12;

/** Formulas over the names of one part, laid down on the engine's ops, with the names' values at one point of the domain
 *  after the other. */
export class FormulaGraph {
  readonly graph = new Graph();
  private readonly byName = new Map<string, Node>();
  private readonly points: readonly Drawn[];

  constructor(readonly variables: readonly Variable[]) {
    this.points = drawnPoints(variables, count);
    for (const { name, shape } of variables) {
      const [rows, cols] = shape ?? [1, 1];
      const data = this.points[0]!.get(name)!.slice();
      const leaf = this.graph.lay(constant, [], { rows, cols, data });
      this.graph.name(leaf, name);
      this.byName.set(name, leaf);
    }
  }

  get leaves(): readonly Node[] {
    return [...this.byName.values()];
  }

  /** The node of a name. */
  leaf(name: string): Node | undefined {
    return this.byName.get(name);
  }

  /** Lays a formula down; undefined where its shapes do not fit, or it has a function that the engine knows no op of. */
  lay(formula: Formula): Node | undefined {
    return this.laid(formula, this.graph.lay);
  }

  /** What a formula comes to at every point; undefined where it does not. */
  valuesOf(formula: Formula): readonly (Tensor | undefined)[] {
    return this.atEach(() => this.laid(formula, aside));
  }

  /** What is worked out with the names' values at every point. They are left with the first. */
  atEach(work: () => Tensor | undefined): readonly (Tensor | undefined)[] {
    const found = this.points.map((point) => {
      this.moveTo(point);
      return copied(work());
    });
    this.moveTo(this.points[0]!);
    return found;
  }

  /** What is worked out with their first values alone. */
  atFirst(work: () => Tensor | undefined): Tensor | undefined {
    return copied(work());
  }

  private moveTo(point: Drawn): void {
    for (const [name, data] of point) this.leaf(name)!.data.set(data);
    this.graph.run();
  }

  private laid(formula: Formula, lay: Lay): Node | undefined {
    try {
      return new Layer(this.byName, lay).lay(formula);
    } catch (error) {
      if (error instanceof ShapeError || error instanceof NoOp) return undefined;
      throw error;
    }
  }
}

/** A node has other numbers at the next point. */
const copied = (value: Tensor | undefined): Tensor | undefined =>
  value && { rows: value.rows, cols: value.cols, data: value.data.slice() };

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
