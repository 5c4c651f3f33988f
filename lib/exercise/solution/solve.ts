import type * as estree from "estree";
import {
  type Backprop,
  map,
  type Step,
  stepsTo,
  type Target,
  type Tensor,
  writer,
} from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { SaidLine } from "@/lib/exercise/kinds/kind";
import { type Precision, rounded } from "@/lib/exercise/kinds/precision";
import { newMeter } from "@/lib/exercise/language/budget";
import { compile } from "@/lib/exercise/language/compile";
import type { Expr, Scope } from "@/lib/exercise/language/expr";
import { placeOf, placesIn } from "@/lib/exercise/language/nodes/places";
import type { Value } from "@/lib/exercise/value";
import { formulaOf } from "./formula-of";
import { type PassGiven, passesOf } from "./passes";
import { sentences } from "./sentences";
import { symbolOf } from "./symbols";
import type { Writing } from "./writing";

/** Figures of the numbers shown along the way. */
const digits = 6;

/** A value with the figures that solutions write of it. */
export function asWritten(value: number | Tensor): number | Tensor {
  const { rounded: cut } = writer(digits);
  return typeof value === "number" ? cut(value) : map(value, cut);
}

/** A step of a worked solution: what it does, in words; then as TeX a rule in letters, and the numbers put in and what
 *  they come to. */
export interface SolutionStep {
  readonly says?: string;
  readonly symbols: string;
  readonly numbers: string;
  /** True where the rule has no letters for some of it, and a value stands there: told early, it would tell the answer. */
  readonly tellsValues?: true;
}

/** How a part is worked out. */
export interface WorkedPart {
  readonly part: string;
  /** Markdown with TeX. */
  readonly label: string;
  readonly steps: readonly SolutionStep[];
  /** The answer as it is asked for. */
  readonly answer: readonly SaidLine[];
}

/** A variant's worked solution. */
export interface Solution {
  readonly parts: readonly WorkedPart[];
  /** The passes that it works through, for their pictures. */
  readonly passes: readonly PassGiven[];
}

interface Solved {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly views: Readonly<Record<string, unknown>>;
  /** The givens and the parts' true values. */
  readonly scope: Scope;
}

/** Works a variant out, part by part: the engine's steps that lead to what a part reads of a pass, unless the text shows
 *  it or an earlier part has come to it; then the part's own formula. Numbers are written to six figures, so that they
 *  recompute to the key at the precision asked for. */
export function solve(exercise: Exercise, solved: Solved): Solution {
  const solver = new Solver(exercise, solved);
  const parts = exercise.parts.map((part) => ({
    part: part.name,
    label: part.label,
    steps: solver.stepsOf(part),
    answer: answerOf(part, solved.keys[part.name], solved.views[part.name]),
  }));
  return { parts, passes: solver.used };
}

/** The steps of one part's worked solution, by themselves. */
export const stepsOf = (exercise: Exercise, solved: Solved, part: Part): SolutionStep[] =>
  new Solver(exercise, solved).stepsOf(part);

function answerOf(part: Part, key: unknown, view: unknown): readonly SaidLine[] {
  const { asRead, keyAsResponse, numbers, value } = kinds[part.kind];
  const read = asRead?.(keyAsResponse(key, view), view);
  if (read && read.length > 0) return read;
  const tensor = numbers && toTensor(value(key));
  if (!tensor) return [{ text: keyAsResponse(key, view) }];
  const { precision } = view as { precision: Precision };
  const cells = [...tensor.data].map((v) => rounded(precision, v));
  if (cells.length === 1) return [{ markdown: `$${cells[0]}$` }];
  const lines = Array.from({ length: tensor.rows }, (_, i) =>
    cells.slice(i * tensor.cols, (i + 1) * tensor.cols).join(" & "),
  );
  const matrix = `\\begin{bmatrix} ${lines.join(" \\\\ ")} \\end{bmatrix}`;
  return [{ markdown: `$$\n${matrix}\n$$` }];
}

/** An exercise's names are the same in each of its variants. */
const compiledBefore = new WeakMap<estree.Expression, Expr>();

function compiledIn(scope: Scope, node: estree.Expression): Expr {
  const compiled = compile(node, { names: scope.keys() });
  if ("issues" in compiled) throw new Error(compiled.issues[0]?.message);
  compiledBefore.set(node, compiled.expr);
  return compiled.expr;
}

class Solver {
  readonly used: PassGiven[] = [];
  private readonly passes: readonly PassGiven[];
  private readonly told = new Set<string>();
  private readonly write = writer(digits);

  private readonly scope: Scope;

  constructor(
    private readonly exercise: Exercise,
    private readonly solved: Solved,
  ) {
    this.scope = solved.scope;
    this.passes = passesOf(exercise, this.scope);
  }

  stepsOf(part: Part): SolutionStep[] {
    const places = kinds[part.kind].comesTo?.(part.settings, ({ node }) => this.valueOf(node));
    return places?.flatMap((place) => this.stepsToPlace(place)) ?? this.stepsToAnswer(part);
  }

  private stepsToAnswer(part: Part): SolutionStep[] {
    const exprs: Expr[] = [];
    rekeyed(part, (expr) => {
      exprs.push(expr);
      return this.valueOf(expr.node);
    });
    return exprs.flatMap(({ node }) => {
      const steps = this.engineSteps(node);
      const last = steps.at(-1);
      if (steps.length === 0 && this.isReadOff(node)) return [];
      if (!this.isOfPass(node)) return [...steps, this.ownStep(part, node)];
      return last ? [...steps.slice(0, -1), this.asAnswer(part, last)] : [this.ownStep(part, node)];
    });
  }

  /** Whether an answer is nothing but a number that the exercise shows: a step to it could only say its label again. */
  private isReadOff(node: estree.Expression): boolean {
    const isPart = placesIn(node).some((place) =>
      this.exercise.parts.some(({ name }) => place === name || place.startsWith(`${name}[`)),
    );
    return !isPart && !this.isOfPass(node) && onlyReads(node);
  }

  /** Whether an answer is a quantity of a pass, as it stands there. */
  private isOfPass(node: estree.Expression): boolean {
    const place = placeOf(node);
    const whole = place === undefined ? "" : this.resolved(place);
    return this.passes.some(({ name }) => whole.startsWith(`${name}.`));
  }

  /** A step that comes to a part's answer, told by the part's own name. */
  private asAnswer(part: Part, { symbols, numbers, ...step }: SolutionStep): SolutionStep {
    const name = symbolOf(part.name, this.exercise, this.passes);
    const renamed = (tex: string) => tex.replace(/^.*?(?= = )/, () => name);
    return { ...step, symbols: renamed(symbols), numbers: renamed(numbers) };
  }

  /** What the engine does to come to the places of passes that are read. */
  private engineSteps(node: estree.Expression): SolutionStep[] {
    return placesIn(node).flatMap((place) => this.stepsToPlace(place));
  }

  private stepsToPlace(place: string): SolutionStep[] {
    const whole = this.resolved(place);
    const pass = this.passes.find(({ name }) => whole.startsWith(`${name}.`));
    const target = pass && targetOf(whole);
    if (!pass || !target || this.isShown(whole)) return [];
    if (!this.used.includes(pass)) this.used.push(pass);
    const known = this.isShown(`${pass.name}.h`) || this.isShown(`${pass.name}.p`);
    const steps = stepsTo(pass.net, pass.pass as Backprop, target, { digits, known });
    return steps.filter((step) => this.isNew(pass, step)).map(asShown);
  }

  /** The part's own formula. */
  private ownStep(part: Part, node: estree.Expression): SolutionStep {
    const name = symbolOf(part.name, this.exercise, this.passes);
    let tellsValues = false;
    const onValue = () => {
      tellsValues = true;
    };
    const symbols = formulaOf(node, { ...this.writing(false), onValue }).tex;
    const numbers = formulaOf(node, this.writing(true)).tex;
    const value = this.shown(this.valueOf(node));
    const worked = numbers === value ? value : `${numbers} = ${value}`;
    // A label that is the formula itself is not said twice.
    const named = name === `{${symbols}}` ? symbols : `${name} = ${symbols}`;
    const step = { symbols: named, numbers: `${name} = ${worked}` };
    return tellsValues ? { ...step, tellsValues } : step;
  }

  private writing(numbers: boolean): Writing {
    return {
      numbers,
      place: (place) => symbolOf(place, this.exercise, this.passes),
      entry: (place, i) => this.entryName(place, i),
      value: (node) => this.valueOf(node),
      shown: (value) => this.shown(value),
    };
  }

  private entryName(place: string, i: number): string | undefined {
    const part = this.exercise.parts.find(({ name }) => name === place);
    return part && kinds[part.kind].entryNames?.(this.solved.views[place])?.[i - 1];
  }

  private shown(value: Value): string {
    const tensor = toTensor(value);
    return tensor ? this.write.tensor(tensor) : `\\text{${String(value)}}`;
  }

  private valueOf(node: estree.Expression): Value {
    const expr = compiledBefore.get(node) ?? compiledIn(this.scope, node);
    return expr.run({ scope: this.scope, meter: newMeter() });
  }

  /** "pass.h[2]" for h2, where h2 is that. */
  private resolved(place: string): string {
    const given = this.exercise.givens.find(({ name }) => name === place);
    const alias = given && placeOf(given.expr.node);
    return alias === undefined ? place : this.resolved(alias);
  }

  /** Whether the text shows a place, by itself or with the whole of what it belongs to. */
  private isShown(place: string): boolean {
    const forward = /\.(h|z|p)\b/.test(place);
    return this.exercise.displays.some((display) => {
      const shown = this.resolved(display.place);
      const all = forward && this.passes.some(({ name }) => name === shown);
      return all || shown === place || shown.startsWith(`${place}[`);
    });
  }

  /** Whether a step of a pass was not told before. */
  private isNew({ name }: PassGiven, { symbols }: Step): boolean {
    const key = `${name}: ${symbols}`;
    if (this.told.has(key)) return false;
    this.told.add(key);
    return true;
  }
}

const quantity = /^\w+\.(z|h|p|loss|dp|dz|dh|dW|db|dx)(?:\[(\d+)\])?$/;

function targetOf(place: string): Target | undefined {
  const [, name, layer = "0"] = quantity.exec(place) ?? [];
  return name === undefined
    ? undefined
    : { quantity: name as Target["quantity"], layer: Number(layer) };
}

function asShown({ rule, symbols, numbers }: Step): SolutionStep {
  const left = /^(.*?) (?:=|\\leftarrow) /.exec(symbols)?.[1] ?? "";
  return { says: sentences[rule], symbols, numbers: `${left} = ${numbers}` };
}

/** Whether an expression reads a number off something and does nothing else. */
function onlyReads(node: estree.Node): boolean {
  switch (node.type) {
    case "Literal":
    case "Identifier":
      return true;
    case "MemberExpression":
      return onlyReads(node.object) && (!node.computed || onlyReads(node.property));
    case "CallExpression":
      return placeOf(node.callee) === "at" && node.arguments.every(onlyReads);
    default:
      return false;
  }
}
