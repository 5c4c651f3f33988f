import { gradient, type Node } from "@/lib/engine";
import { spend } from "@/lib/exercise/language/budget";
import { inWords } from "@/lib/exercise/language/in-words";
import { isNode, type Laid, Lone, leavesOf, toNode, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { LayTools } from "./function";

/** The gradient of a number L by something W that it was worked out from, laid down in the shape of that; or the gradient by W
 *  of whatever dy is the gradient of by y. Throws Refusal where
 *  there is none, or none that the engine could work out. */
export function gradientOf([L, W, dy]: readonly Laid[], tools: LayTools): Laid {
  const { of, arriving } = dy === undefined ? { of: numberOf(L!) } : arrivingAt(L!, dy, tools);
  const by = leavesOf(W!);
  if (by.length === 0) {
    const mend = "Give a number, vector or matrix that the first value is worked out from.";
    throw new Refusal(`there is no gradient by ${inWords(toValue(W!))}`, mend);
  }
  const way = wayBetween(tools.graph.nodes, of, by);
  if (way.length === 0) throw noWay(tools.graph.nodes, of);
  for (const node of way) checkBack(node, new Set(way), by);
  spend(
    tools.meter,
    way.reduce((work, { data, inputs }) => work + 4 * data.length * (inputs[0]?.cols ?? 1), 0),
  );
  const gradients = gradient(tools.graph, of, by, arriving);
  return inShape(W!, gradients[Symbol.iterator]());
}

/** The value that a gradient arrives at, and that gradient, of one shape. */
function arrivingAt(y: Laid, dy: Laid, { lay }: LayTools): { of: Node; arriving: Node } {
  const [of, arriving] = [y, dy].map((one) => toNode(one, lay)) as [Node?, Node?];
  if (of && arriving && of.rows === arriving.rows && of.cols === arriving.cols) {
    return { of, arriving };
  }
  const [value, gradientBy] = [y, dy].map((one) => inWords(toValue(one)));
  throw new Refusal(
    `grad(y, W, dy) does not work with ${value} for y and ${gradientBy} for dy`,
    "Give the gradient by y in the shape of y.",
  );
}

function numberOf(L: Laid): Node {
  if (L instanceof Lone) return L.node;
  if (typeof L === "object" && isNode(L) && L.data.length === 1) return L;
  throw new Refusal(
    `grad takes the gradient of one number, not of ${inWords(toValue(L))}`,
    "Give one number, such as sum(a) or at(a, 1), or the gradient that arrives: grad(y, W, dy).",
  );
}

/** The nodes that lie between, both ends among them: those that hang on one of `by` and that `of` hangs on. */
function wayBetween(nodes: readonly Node[], of: Node, by: readonly Node[]): Node[] {
  const hangs = new Set<Node>(by);
  for (const node of nodes.slice(0, of.id + 1)) {
    if (node.inputs.some((input) => hangs.has(input))) hangs.add(node);
  }
  if (!hangs.has(of)) return [];
  const leads = new Set<Node>([of]);
  for (const node of nodes.slice(0, of.id + 1).toReversed()) {
    if (leads.has(node)) for (const input of node.inputs) if (hangs.has(input)) leads.add(input);
  }
  return nodes.filter((node) => leads.has(node));
}

function noWay(nodes: readonly Node[], of: Node): Refusal {
  const names = new Set<string>();
  const leads = new Set<Node>([of]);
  for (const node of nodes.slice(0, of.id + 1).toReversed()) {
    if (!leads.has(node)) continue;
    for (const input of node.inputs) leads.add(input);
    if (node !== of) for (const name of node.names.slice(0, 1)) names.add(name);
  }
  const some = [...names].slice(0, 8).join(", ");
  return new Refusal(
    "grad’s first value is not worked out from its second",
    some === ""
      ? "Give a given, or a value, that the first one reads by that very name."
      : `Give one that it is worked out from, such as ${some}.`,
  );
}

/** Slopes that are the same all around, but at a kink: what lies behind them moves nothing. */
const flat: ReadonlySet<string> = new Set([
  "constant",
  "reluSlope",
  "leakyReluSlope",
  "clipSlope",
  "maxWhere",
  "minWhere",
]);

/** What an op is no function of that moves smoothly, or has no way back by, as authors call it. */
const held: Readonly<Record<string, readonly [input: number, what: string]>> = {
  losses: [0, "the labels of a loss"],
  columns: [1, "the tokens of an embedding"],
  dropout: [1, "the mask of a dropout"],
  masked: [1, "the mask of an attention"],
};

/** Throws Refusal where a way ends at a node that it should go on from. */
function checkBack(node: Node, way: ReadonlySet<Node>, by: readonly Node[]): void {
  if (by.includes(node) || flat.has(node.op.name)) return;
  if (!node.op.pullback) {
    const { name } = node.op;
    const isSecond = name === "lossBack" || name === "outputGradient";
    throw isSecond
      ? new Refusal(
          "grad does not go back through the gradient of a loss once more",
          "Write the loss out with log, such as -log(p), and take the gradient of the gradient of that.",
        )
      : new Refusal(
          `grad does not go back through ${name}`,
          `Leave ${name} out on the way, or take the gradient by what comes after it.`,
        );
  }
  const [input, what] = held[node.op.name] ?? [];
  if (input === undefined || !way.has(node.inputs[input]!)) return;
  throw new Refusal(
    `there is no gradient by ${what}`,
    "Take it by what the outputs are worked out from.",
  );
}

/** Gradients in the places of what they are by. */
function inShape(laid: Laid, gradients: Iterator<Node>): Laid {
  if (laid instanceof Lone) return new Lone(gradients.next().value);
  if (typeof laid !== "object") return laid;
  if (isNode(laid)) return gradients.next().value;
  if (Array.isArray(laid)) return laid.map((item: Laid) => inShape(item, gradients));
  const items = Object.entries(laid as { readonly [name: string]: Laid });
  return Object.fromEntries(items.map(([key, item]) => [key, inShape(item, gradients)]));
}
