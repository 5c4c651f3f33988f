import { gradient } from "@/lib/engine/gradient";
import { Graph, type Node } from "@/lib/engine/graph";
import { layBackprop } from "@/lib/engine/lay-network";
import { abs } from "@/lib/engine/ops/abs";
import { add } from "@/lib/engine/ops/add";
import { constant } from "@/lib/engine/ops/constant";
import { divide } from "@/lib/engine/ops/divide";
import { entry } from "@/lib/engine/ops/entry";
import { exp } from "@/lib/engine/ops/exp";
import { identity } from "@/lib/engine/ops/identity";
import { log } from "@/lib/engine/ops/logarithm";
import { matmul } from "@/lib/engine/ops/matmul";
import { mean } from "@/lib/engine/ops/mean";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { power } from "@/lib/engine/ops/power";
import { cos, sin } from "@/lib/engine/ops/sin";
import { slice } from "@/lib/engine/ops/slice";
import { sqrt } from "@/lib/engine/ops/sqrt";
import { square } from "@/lib/engine/ops/square";
import { stack } from "@/lib/engine/ops/stack";
import { subtract } from "@/lib/engine/ops/subtract";
import { sum } from "@/lib/engine/ops/sum";
import { transpose } from "@/lib/engine/ops/transpose";

/** Graphs with every op in them, on numbers that no two ways of working agree on by chance: networks and their way back,
 *  and formulas as authors write them. */
export function someNodes(seed: number): readonly Node[] {
  const random = randomFrom(seed);
  return [
    network(random, "sigmoid", "sigmoid", "binary-cross-entropy", 3),
    network(random, "tanh", "softmax", "cross-entropy", 2),
    network(random, "relu", "softmax", "mean-squared-error", 1),
    network(random, "leaky-relu", "sigmoid", "mean-squared-error", 2),
    network(random, "tanh", "identity", "mean-squared-error", 1),
    network(random, "sigmoid", "tanh", "binary-cross-entropy", 1, 1),
    formulas(random),
  ].flatMap(({ nodes }) => nodes);
}

type Kind = Parameters<typeof layBackprop>[1];

function network(
  random: Random,
  hidden: Kind["activations"][number],
  output: Kind["activations"][number],
  loss: Kind["loss"],
  m: number,
  outputs = 3,
): Graph {
  const graph = new Graph();
  const given = givenIn(graph, () => 1.9 * random() - 0.95);
  const W = [
    given(0, 0),
    given(2, 2, "net.W[1]"),
    given(2, 2, "net.W[2]"),
    given(outputs, 2, "net.W[3]"),
  ];
  const b = [
    given(0, 0),
    given(2, 1, "net.b[1]"),
    given(2, 1, "net.b[2]"),
    given(outputs, 1, "net.b[3]"),
  ];
  const activations = ["identity", hidden, hidden, output] as const;
  layBackprop(graph, { activations, loss, W, b }, given(2, m, "x"), given(outputs, m, "y"));
  return graph;
}

function formulas(random: Random): Graph {
  const graph = new Graph();
  const { lay } = graph;
  const given = givenIn(graph, () => 0.05 + 0.9 * random());
  const number = (v: number, name?: string) => {
    const node = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) }) as Node;
    if (name) graph.name(node, name);
    return node;
  };
  const [a, c] = [given(1, 1, "a"), given(1, 1, "c")];
  const [u, v] = [given(3, 1, "u"), given(3, 1, "v")];
  const [A, B] = [given(2, 2, "A"), given(2, 2, "B")];
  const [alpha, beta] = [given(1, 1, "alpha"), given(1, 1, "beta")];
  const [p, y] = [given(1, 1, "p"), given(1, 1, "y")];
  const rest = lay(subtract, [number(1), beta]);
  const kept = lay(multiply, [beta, u]);
  lay(add, [kept, v]);
  lay(add, [kept, lay(multiply, [rest, v])]);
  lay(add, [lay(add, [a, c]), given(1, 1, "b2")]);
  lay(subtract, [u, lay(multiply, [alpha, v])]);
  lay(subtract, [u, lay(multiply, [a, v])]);
  lay(subtract, [p, y]);
  lay(multiply, [p, lay(subtract, [number(1), p])]);
  lay(multiply, [number(2), lay(subtract, [a, c])]);
  for (const factor of [2, 0.5, -1]) lay(multiply, [number(factor), a]);
  lay(divide, [lay(subtract, [a, c]), number(2)]);
  lay(divide, [a, lay(subtract, [number(1), lay(power, [beta, number(2)])])]);
  lay(divide, [lay(sum, [u]), number(3)]);
  const exps = lay(exp, [u]);
  lay(divide, [exps, lay(sum, [exps])]);
  lay(divide, [a, c]);
  lay(multiply, [A, B]);
  lay(matmul, [A, B]);
  lay(matmul, [lay(transpose, [A]), u.rows === 3 ? given(2, 1, "d") : u]);
  lay(matmul, [u, lay(transpose, [v])]);
  const W = given(1, 2, "W2");
  const h = lay(identity, [given(2, 1, "h1")]);
  const graph2 = layered(graph, W, h, given(1, 1, "b2"), given(1, 1, "y"));
  lay(power, [a, number(3, "n")]);
  lay(square, [u]);
  lay(abs, [lay(negate, [u])]);
  for (const op of [log, negate, sqrt, sin, cos]) lay(op, [u]);
  const total = lay(add, [a, c]);
  const less = lay(subtract, [a, c]);
  for (const one of [total, less]) {
    lay(multiply, [p, one]);
    lay(divide, [one, p]);
    lay(divide, [p, one]);
    lay(power, [one, number(3, "n")]);
    lay(log, [one]);
    lay(negate, [one]);
    lay(subtract, [p, one]);
  }
  lay(matmul, [A, lay(add, [B, given(2, 2)])]);
  lay(divide, [p, lay(multiply, [a, c])]);
  lay(log, [lay(divide, [a, c])]);
  lay(subtract, [number(1), lay(power, [beta, number(3, "t")])]);
  lay(multiply, [u, u]);
  const cut = lay(slice, [A], { row: 0, col: 0, rows: 1, cols: 2 });
  gradient(graph, lay(sum, [lay(add, [cut, lay(entry, [A], 3)])]), [A]);
  lay(mean, [u]);
  lay(sum, [u]);
  lay(entry, [A], 1);
  lay(entry, [u], 1);
  lay(slice, [A], { row: 0, col: 0, rows: 1, cols: 2 });
  lay(stack, [a, c]);
  return graph2;
}

/** A neuron with a ReLU's slope, so that its dz is a lone number and its dW has the shape of its W. */
function layered(graph: Graph, W: Node, h: Node, b: Node, y: Node): Graph {
  const kind = {
    activations: ["identity", "sigmoid"] as const,
    loss: "mean-squared-error" as const,
  };
  const none = graph.lay(constant, [], { rows: 0, cols: 0, data: new Float64Array(0) });
  const { loss } = layBackprop(graph, { ...kind, W: [none, W], b: [none, b] }, h, y);
  gradient(graph, loss, [h]);
  return graph;
}

type Random = () => number;

function givenIn(graph: Graph, random: Random) {
  return (rows: number, cols: number, name?: string): Node => {
    const data = Float64Array.from({ length: rows * cols }, random);
    const node = graph.lay(constant, [], { rows, cols, data });
    if (name) graph.name(node, name);
    return node;
  };
}

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
