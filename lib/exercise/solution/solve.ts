import { map, type Node, type Tensor } from "@/lib/engine";
import { toldOf } from "@/lib/engine/told";
import { numberWriter } from "@/lib/engine/told/number-writer";
import { formulaOf, inLetters, inNumbers } from "@/lib/engine/told/write";
import { toTensor } from "@/lib/exercise/coerce";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { SaidLine } from "@/lib/exercise/kinds/kind";
import { type Precision, rounded } from "@/lib/exercise/kinds/precision";
import { type LaidExercise, laidFor } from "@/lib/exercise/laid-exercise";
import { newMeter } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { wordedIn } from "@/lib/exercise/wording";
import { type PassGiven, passesOf } from "./passes";
import { symbolOf } from "./symbols";
import { Walk } from "./walk";
import { digits, type Letter, lettersOf } from "./write-for";

/** A value with the figures that solutions write of it. */
export function asWritten(value: number | Tensor): number | Tensor {
  const { rounded: cut } = numberWriter(digits);
  return typeof value === "number" ? cut(value) : map(value, cut);
}

/** A step of a worked solution: what it does, in Markdown; then as TeX a rule in letters, and the numbers put in and what
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

/** Works a variant out, part by part: the quantities of a pass that a part is worked out from, unless the text shows them or
 *  an earlier part has come to them; then the part's own formula. Numbers are written to six figures, so that they recompute
 *  to the key at the precision asked for. */
export function solve(exercise: Exercise, solved: Solved): Solution {
  const solver = new Solver(exercise, solved);
  const parts = exercise.parts.map((part) => ({
    part: part.name,
    label: wordedIn(part.label, solved.scope),
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

class Solver {
  readonly used: PassGiven[] = [];
  private readonly laid: LaidExercise;
  private readonly walk: Walk;
  private readonly letter: Letter;
  private readonly passes: readonly PassGiven[];
  private readonly told = new Set<Node>();

  constructor(
    private readonly exercise: Exercise,
    private readonly solved: Solved,
  ) {
    const { scope, views } = solved;
    this.laid = laidFor(exercise, scope);
    this.walk = new Walk(exercise, this.laid);
    this.letter = lettersOf(exercise, this.laid, views);
    this.passes = passesOf(exercise, scope);
  }

  stepsOf(part: Part): SolutionStep[] {
    const { scope } = this.solved;
    const places = kinds[part.kind].comesTo?.(part.settings, (expr) =>
      expr.run({ scope, meter: newMeter() }),
    );
    if (!places) return this.walk.targetsOf(part).flatMap((node) => this.stepsToAnswer(part, node));
    return places.flatMap((place) => {
      const node = this.laid.graph.named(place);
      return node ? this.stepsTo(node) : [];
    });
  }

  private stepsToAnswer(part: Part, node: Node): SolutionStep[] {
    const { walk } = this;
    const name = symbolOf(part.name, {
      exercise: this.exercise,
      passes: this.passes,
      scope: this.solved.scope,
    });
    if (walk.isOfWhole(node) && !walk.isShown(node) && !this.told.has(node)) {
      return this.withStep(node, name);
    }
    if (walk.isOfWhole(node) || walk.isPart(node)) return [this.stepTo(node, name, true).step];
    return walk.isReadOff(node) ? [] : this.withStep(node, name);
  }

  /** The steps to a quantity of a pass, itself the last; none where it is known. */
  private stepsTo(node: Node): SolutionStep[] {
    const { told, walk } = this;
    const name = this.letter(node)?.tex;
    if (name === undefined || !walk.isOfWhole(node)) return [];
    return told.has(node) || walk.isShown(node) ? [] : this.withStep(node, bare(name));
  }

  private withStep(node: Node, name: string): SolutionStep[] {
    this.told.add(node);
    const { step, read } = this.stepTo(node, name);
    const before = read.flatMap((one) => this.stepsTo(one));
    if (!this.walk.isOfWhole(node)) return [...before, step];
    this.use(node);
    const says = toldOf(node.op)?.tells?.(
      node,
      inLetters({ letter: this.letter, digits, hidesValues: true }),
    );
    return [...before, says === undefined ? step : { says, ...step }];
  }

  /** A step that comes to what has this name, and what is read in it; where `isNamed` says that the node is known, it is what
   *  the node is called. */
  private stepTo(node: Node, name: string, isNamed = false) {
    const read: Node[] = [];
    let tellsValues = false;
    const letter = (one: Node) => {
      const tex = this.letter(one);
      if (tex) read.push(one);
      return tex;
    };
    const onValue = () => {
      tellsValues = true;
    };
    const letters = inLetters({ letter, digits, onValue });
    const numbers = inNumbers({ letter: this.letter, digits });
    const written = isNamed ? letters.of(node) : formulaOf(node, letters);
    const value = numbers.numbers.tensor(node);
    const symbols = written?.tex ?? value;
    const worked = isNamed ? value : (formulaOf(node, numbers)?.tex ?? value);
    const step = {
      // A label that is the formula itself is not said twice.
      symbols: name === `{${symbols}}` ? symbols : `${name} = ${symbols}`,
      numbers: `${name} = ${worked === value ? value : `${worked} = ${value}`}`,
    };
    const told: SolutionStep = written && !tellsValues ? step : { ...step, tellsValues: true };
    return { step: told, read };
  }

  private use(node: Node): void {
    const pass = this.passes.find(({ name }) =>
      node.names.some((one) => one.startsWith(`${name}.`)),
    );
    if (pass && !this.used.includes(pass)) this.used.push(pass);
  }
}

/** A symbol without the braces that hold it together. */
const bare = (tex: string) => tex.replace(/^\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}$/, "$1");
