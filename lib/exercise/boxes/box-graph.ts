import type { Graph, Node, Op } from "@/lib/engine";
import { losses } from "@/lib/engine/ops/loss";
import { boxNameOf } from "@/lib/engine/told/box-names";
import { type Expr, LanguageError, type Scope, type Whole } from "@/lib/exercise/language/expr";
import { leavesOf } from "@/lib/exercise/language/laid";
import { laidOut } from "@/lib/exercise/language/laid-out";
import { type Box, type BoxGraph, type BoxLine, outId, shapeOnly, type Taken, unique } from "./box";
import { gatherInputs } from "./gather-inputs";
import { type BoxLetter, lettersOf } from "./letters";
import { isInput, sourcesOf } from "./sources-of";

/** As many boxes as can be made out on a page. */
const mostBoxes = 60;

/** The computation that a value comes from, as boxes: an op that its author wrote is one, and so is what a function lays down
 *  as one thing. What reads an entry or a column is none, nor is a number that stands in a formula. Throws LanguageError where
 *  there is nothing to draw, or too much. */
export function boxGraph(expr: Expr, scope: Scope): BoxGraph {
  const { graph, laid, wholes, definitions } = laidOut(expr, scope);
  const targets = leavesOf(laid).flatMap(sourcesOf);
  const steps = stepsTo(graph, targets);
  const wholeOf = wholesById(wholes);
  const boxOf: Drawn["boxOf"] = (node) => {
    const whole = wholeOf(node);
    return whole ? `whole ${whole.from}` : `node ${node.id}`;
  };
  checkCount(new Set(steps.map(boxOf)).size, expr);
  const taken = steps.flatMap((node) =>
    drawnInputs(node)
      .flatMap(sourcesOf)
      .map((one): Taken => ({ ...one, to: boxOf(node) }))
      .filter(({ source, to }) => boxOf(source) !== to),
  );
  const letter = lettersOf(definitions, scope);
  const inputs = gatherInputs(taken, letter);
  const results = targets.map((one): Taken => ({ ...one, to: "" }));
  const operations = operationBoxes(steps, { boxOf, wholeOf, letter }, [...taken, ...results]);
  const lines = [...inputs.lines, ...operations.lines].filter(({ to }) => to !== "");
  if (lines.length === 0) throw nothingToDraw(expr);
  return { boxes: inOrder([...inputs.boxes, ...operations.boxes], lines), lines };
}

/** The nodes that something is done at on the way to these, in the order in which they are worked out. */
function stepsTo({ nodes }: Graph, targets: readonly Pick<Taken, "source">[]): Node[] {
  const leads = new Set(targets.map(({ source }) => source));
  for (const node of nodes.toReversed()) {
    if (!leads.has(node) || isInput(node)) continue;
    for (const { source } of drawnInputs(node).flatMap(sourcesOf)) leads.add(source);
  }
  return nodes.filter((node) => leads.has(node) && !isInput(node));
}

/** What a box shows that an op takes. A loss is worked out from z where that is more exact, and is one of y and p all the same. */
const drawnInputs = ({ op, inputs }: Node): readonly Node[] =>
  op === (losses as Op<never>) ? inputs.slice(0, 2) : inputs;

/** The whole that a node belongs to, where it belongs to one. */
function wholesById(wholes: readonly Whole[]): Drawn["wholeOf"] {
  const byId: (Whole | undefined)[] = [];
  for (const whole of wholes) for (let id = whole.from; id < whole.to; id++) byId[id] = whole;
  return ({ id, inputs }) => (inputs.length === 0 ? undefined : byId[id]);
}

interface Drawn {
  /** The id of the box that a node is in: its own, or that of the whole that it belongs to. */
  readonly boxOf: (node: Node) => string;
  readonly wholeOf: (node: Node) => Whole | undefined;
  readonly letter: BoxLetter;
}

function operationBoxes(
  steps: readonly Node[],
  { boxOf, wholeOf, letter }: Drawn,
  taken: readonly Taken[],
): { boxes: Box[]; lines: BoxLine[] } {
  const first = new Map(steps.toReversed().map((node) => [boxOf(node), node]));
  const own = taken.filter(({ source }) => first.has(boxOf(source)));
  const lines = own.map(({ source, read, to }) => ({ from: boxOf(source), out: outId(read), to }));
  const boxes = [...first].toReversed().map(([id, node]) => {
    const reads = own.filter(({ source }) => boxOf(source) === id).map(({ read }) => read);
    const outs = [...new Set(reads)].map((read) => {
      const tex = letter(read);
      return { id: outId(read), shape: shapeOnly(read), ...(tex !== undefined && { letter: tex }) };
    });
    return { id, words: wholeOf(node)?.called ?? boxNameOf(node), outs };
  });
  return { boxes, lines: unique(lines) };
}

/** Boxes with each after those that it builds on, and an input just before what takes it first. */
function inOrder(boxes: readonly Box[], lines: readonly BoxLine[]): Box[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const placed = new Set<Box>();
  const place = (box: Box) => {
    if (placed.has(box)) return;
    for (const { from, to } of lines) if (to === box.id) place(byId.get(from)!);
    placed.add(box);
  };
  for (const box of boxes) if (box.words !== undefined) place(box);
  return [...placed];
}

function checkCount(count: number, { at }: Expr): void {
  if (count <= mostBoxes) return;
  const message = `this takes ${count} boxes, and more than ${mostBoxes} can’t be made out`;
  throw new LanguageError(message, "Draw a value that comes earlier.", at);
}

function nothingToDraw({ at }: Expr): LanguageError {
  const mend = "Give a value that is worked out from givens.";
  return new LanguageError("there is no computation to draw", mend, at);
}
