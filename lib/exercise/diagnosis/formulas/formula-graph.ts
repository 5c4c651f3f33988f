import { aside, Graph, type Node, type Tensor } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { type Drawn, drawnPoints, type Formula, type Variable } from "@/lib/exercise/algebra";
import { layFormula } from "./lay-formula";

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
    return layFormula(formula, this.byName, this.graph.lay);
  }

  /** The same, laid aside: what is changed in no place takes none in the graph. */
  layAside(formula: Formula): Node | undefined {
    return layFormula(formula, this.byName, aside);
  }

  /** What a formula comes to at every point; undefined where it does not. */
  valuesOf(formula: Formula): readonly (Tensor | undefined)[] {
    return this.atEach(() => this.layAside(formula));
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
}

/** A node has other numbers at the next point. */
const copied = (value: Tensor | undefined): Tensor | undefined =>
  value && { rows: value.rows, cols: value.cols, data: value.data.slice() };
