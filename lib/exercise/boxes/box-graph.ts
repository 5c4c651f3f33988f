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
  const boxOf = boxesBy(wholes);
  const taken = steps.flatMap((node) =>
    drawnInputs(node)
      .flatMap(sourcesOf)
      .map((one): Taken => ({ ...one, to: boxOf(node) }))
      .filter(({ source, to }) => boxOf(source) !== to),
  );
  const letter = lettersOf(definitions, scope);
  const inputs = gatherInputs(taken, letter);
  const results = targets.map((one): Taken => ({ ...one, to: "" }));
  const operations = operationBoxes(steps, { boxOf, wholes, letter }, [...taken, ...results]);
  const lines = [...inputs.lines, ...operations.lines].filter(({ to }) => to !== "");
  return checked({ boxes: inOrder([...inputs.boxes, ...operations.boxes], lines), lines }, expr);
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

/** The id of the box that a node is in: its own, or that of the whole that it belongs to. */
const boxesBy =
  (wholes: readonly Whole[]) =>
  (node: Node): string => {
    const whole = wholeOf(node, wholes);
    return whole ? `whole ${whole.from}` : `node ${node.id}`;
  };

const wholeOf = ({ id, inputs }: Node, wholes: readonly Whole[]) =>
  inputs.length === 0 ? undefined : wholes.find(({ from, to }) => from <= id && id < to);

interface Drawn {
  readonly boxOf: (node: Node) => string;
  readonly wholes: readonly Whole[];
  readonly letter: BoxLetter;
}

function operationBoxes(
  steps: readonly Node[],
  { boxOf, wholes, letter }: Drawn,
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
    return { id, words: wholeOf(node, wholes)?.called ?? boxNameOf(node), outs };
  });
  return { boxes, lines: unique(lines) };
}

/** Boxes with each after those that it builds on, and an input just before what takes it first. */
function inOrder(boxes: readonly Box[], lines: readonly BoxLine[]): Box[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const placed = new Set<Box>();
  const place = (box: Box) => {
    for (const { from, to } of lines) if (to === box.id) place(byId.get(from)!);
    placed.add(box);
  };
  for (const box of boxes) if (box.words !== undefined) place(box);
  return [...placed];
}

function checked(graph: BoxGraph, { at }: Expr): BoxGraph {
  const { length } = graph.boxes;
  if (length > mostBoxes) {
    const message = `this takes ${length} boxes, and more than ${mostBoxes} can’t be made out`;
    throw new LanguageError(message, "Draw a value that comes earlier.", at);
  }
  if (graph.lines.length > 0) return graph;
  const mend = "Give a value that is worked out from givens.";
  throw new LanguageError("there is no computation to draw", mend, at);
}
