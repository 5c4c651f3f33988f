import { Graph, type Node } from "@/lib/engine";
import { identity } from "@/lib/engine/ops/identity";
import { attempt, rekeyed } from "./diagnosis/rekeyed";
import type { Exercise, Given, Part } from "./exercise";
import { kinds } from "./kinds";
import { type Meter, newMeter } from "./language/budget";
import type { Expr, Laying, Scope } from "./language/expr";
import {
  isNode,
  type Laid,
  Lone,
  laidAt,
  laidOf,
  leavesOf,
  nameAll,
  toNode,
  toValue,
} from "./language/laid";
import { isAlike, laySource } from "./lay-source";
import { shownPlaces } from "./rounding/shown-places";
import { isTensor, type Value } from "./value";

/** An exercise with one variant's numbers, laid down on a graph: its givens in order, then its parts, each of which is a value
 *  for those after it. All that is done with a variant but drawing it is a walk on this. */
export class LaidExercise {
  readonly graph = new Graph();
  /** The givens, and the value that each part has for those after it. */
  readonly names = new Map<string, Laid>();
  private readonly exprs = new Map<Expr, Laid>();
  /** The ids of the nodes of the author's own formulas: of a given or a part that is no pass. */
  private readonly own = new Set<number>();
  private readonly given = new Set<Node>();
  private readonly read = new Map<Part, Expr[]>();
  private readonly work = new Map<Node, number>();
  private readonly sources = new Map<Part, Node>();
  private shown: ReadonlySet<Node> | undefined;
  private plain: readonly Node[] | undefined;

  constructor(readonly exercise: Exercise) {}

  /** Lays a given down, and names it. */
  layGiven(given: Given, laying: Laying, replaced = (laid: Laid) => laid): Laid {
    const from = this.graph.nodes.length;
    const laid = replaced(given.expr.lay(laying));
    if (laid instanceof Lone || isNode(laid)) this.claim(from);
    this.putGiven(given, laid);
    return laid;
  }

  /** Names a given as it was laid down. */
  putGiven({ name }: Given, laid: Laid): void {
    this.names.set(name, laid);
    for (const node of leavesOf(laid)) this.given.add(node);
    nameAll(name, laid, (node, called) => this.graph.name(node, called));
  }

  /** Lays down an expression of a part, and keeps what it was laid down as. */
  layExpr(part: Part, expr: Expr, laying: Laying): Laid {
    const laid = this.exprs.get(expr) ?? this.layOwn(expr, laying);
    const read = this.exprsOf(part);
    if (!read.includes(expr)) this.read.set(part, [...read, expr]);
    return laid;
  }

  /** Lays down an expression as what a part asks for by itself. */
  layAnswer(part: Part, expr: Expr, laying: Laying): void {
    const source = toNode(this.layExpr(part, expr, laying), this.graph.lay);
    if (source) this.sources.set(part, source);
  }

  private layOwn(expr: Expr, laying: Laying): Laid {
    const from = this.graph.nodes.length;
    const laid = expr.lay(laying);
    this.claim(from);
    this.exprs.set(expr, laid);
    return laid;
  }

  /** Lays down what a part is worth to those after it: a node of its own, so that a student's own value can stand there. */
  putPart(part: Part, value: Value): void {
    const laid = this.partValue(part, value);
    this.names.set(part.name, laid);
    nameAll(part.name, laid, (node, called) => this.graph.name(node, called));
  }

  /** The expressions that a part was worked out from. */
  exprsOf(part: Part): readonly Expr[] {
    return this.read.get(part) ?? [];
  }

  laidOf(expr: Expr): Laid | undefined {
    return this.exprs.get(expr);
  }

  /** The nodes that a part's key is read from. */
  nodesOf(part: Part): Node[] {
    return this.exprsOf(part).flatMap((expr) => leavesOf(this.exprs.get(expr) ?? ""));
  }

  /** The nodes that a name stands for. */
  nodesOfName(name: string): Node[] {
    return leavesOf(this.names.get(name) ?? "");
  }

  /** The nodes at a place of a given: "pass", then "h", 2. */
  nodesAt(name: string, path: readonly (string | number)[]): Node[] {
    return leavesOf(laidAt(this.names.get(name), path) ?? "");
  }

  /** The node that the numbers of a part's key are worked out at, before they stand for it to the parts after it; undefined
   *  of a part without any. */
  sourceOf(part: Part): Node | undefined {
    return this.sources.get(part);
  }

  /** Which nodes the numbers of some parts' keys are worked out from: 1 at their ids. */
  leadingTo(parts: readonly Part[]): Uint8Array {
    const leads = new Uint8Array(this.graph.nodes.length);
    for (const part of parts) {
      const source = this.sourceOf(part);
      if (source) leads[source.id] = 1;
    }
    for (let id = leads.length - 1; id >= 0; id--) {
      if (leads[id] === 1) for (const input of this.graph.nodes[id]!.inputs) leads[input.id] = 1;
    }
    return leads;
  }

  /** About how many steps it takes to work out again what hangs on these nodes. */
  workOf(nodes: readonly Node[]): number {
    return nodes.reduce((work, node) => work + this.workBelow(node), 0);
  }

  private workBelow(node: Node): number {
    const known = this.work.get(node);
    if (known !== undefined) return known;
    let work = 0;
    for (const id of this.graph.downstream(node)) {
      const { inputs, data } = this.graph.nodes[id]!;
      work += data.length * (inputs[0]?.cols ?? 1);
    }
    this.work.set(node, work);
    return work;
  }

  /** Whether a node is a step of the author's own formulas. */
  isOwnStep({ id }: Node): boolean {
    return this.own.has(id);
  }

  isGiven(node: Node): boolean {
    return this.given.has(node);
  }

  /** The givens that have a name of their own and are one node, in order. */
  get givensByName(): readonly Node[] {
    this.plain ??= [...this.given]
      .filter(({ names }) => names.some((name) => /^\w+$/.test(name)))
      .sort((a, b) => a.id - b.id);
    return this.plain;
  }

  /** Whether nobody works a node out: it was drawn, or the page shows it. */
  isReadOff(node: Node): boolean {
    this.shown ??= new Set(this.nodesReadOff());
    return this.shown.has(node);
  }

  private *nodesReadOff(): Iterable<Node> {
    for (const { name, expr } of this.exercise.givens) {
      if (expr.draws) yield* this.nodesOfName(name);
    }
    for (const { given, path } of shownPlaces(this.exercise)) yield* this.nodesAt(given.name, path);
  }

  private claim(from: number): void {
    for (let id = from; id < this.graph.nodes.length; id++) this.own.add(id);
  }

  private partValue(part: Part, value: Value): Laid {
    const { lay } = this.graph;
    const isNumbers = typeof value === "number" || isTensor(value);
    if (!kinds[part.kind].rekey || !isNumbers || this.exprsOf(part).length === 0) {
      return laidOf(value, lay);
    }
    const read = this.exprsOf(part).map((expr) => ({ expr, laid: this.exprs.get(expr) ?? "" }));
    const source = laySource(part, value, read, lay);
    this.sources.set(part, source);
    const own = lay(identity, [source]);
    return typeof value === "number" ? new Lone(own) : own;
  }
}

const laidAs = Symbol("what a scope's values were laid down as");

/** Keeps what a scope's values were laid down as when they were drawn: on the scope itself, since a WeakMap would hold what is
 *  thrown away at once until all memory is gone through. */
export function keepLaid(scope: Scope, laid: LaidExercise): void {
  Object.defineProperty(scope, laidAs, { value: laid });
}

/** What a part's expression is laid down in, of a variant that stands. */
export const layingOn = ({ graph, names }: LaidExercise, meter: Meter): Laying => ({
  graph,
  names,
  meter,
});

/** The graph of a variant with these values, the givens and the true value of each part: what was drawn stands as it was
 *  kept, the rest is worked out from it. Where that comes to something else than was kept, what was kept stands. */
export function laidFor(exercise: Exercise, scope: Scope): LaidExercise {
  const before = (scope as { readonly [laidAs]?: LaidExercise })[laidAs];
  if (before) return before;
  const made = laidFrom(exercise, scope);
  keepLaid(scope, made);
  return made;
}

function laidFrom(exercise: Exercise, scope: Scope): LaidExercise {
  const { givens, parts } = exercise;
  const laid = new LaidExercise(exercise);
  const { graph, names } = laid;
  const laying: Laying = { graph, names, meter: newMeter() };
  for (const given of givens) {
    const value = scope.get(given.name);
    const computed = given.expr.draws ? undefined : attempt(() => laid.layGiven(given, laying));
    const stands =
      computed !== undefined && (value === undefined || isSame(toValue(computed), value));
    if (!stands && value !== undefined) laid.putGiven(given, laidOf(value, graph.lay));
  }
  for (const part of parts) {
    attempt(() => rekeyed(part, (expr) => toValue(laid.layExpr(part, expr, laying))));
    const value = scope.get(part.name);
    if (value !== undefined) laid.putPart(part, value);
  }
  return laid;
}

/** Whether what was worked out again is what was kept, through all of a record or a list. */
function isSame(a: Value, b: Value): boolean {
  if (typeof a === "number" || isTensor(a)) return isAlike(a, b);
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const others = b as Readonly<Record<string, Value>>;
  return Object.entries(a).every(([key, inner]) => {
    const other = others[key];
    return other === undefined || isSame(inner, other);
  });
}
