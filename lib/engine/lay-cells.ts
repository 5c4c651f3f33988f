import type { Graph, Node } from "./graph";
import { blend } from "./ops/blend";
import { cellState } from "./ops/cell-state";
import { candidate, gate } from "./ops/gate";
import { multiply } from "./ops/multiply";
import { recurrentSum } from "./ops/recurrent-sum";
import { tanh } from "./ops/tanh";

// A step through time of each cell; a sequence is as many of them, on the same weights. One example is a column.

/** The weights of one weighted sum in a cell: Wx of the input, Wh of the state before, and the bias b, a column. */
export interface CellWeights {
  readonly Wx: Node;
  readonly Wh: Node;
  readonly b: Node;
}

export interface LaidRecurrent {
  /** Wx x + Wh h + b. */
  readonly z: Node;
  /** tanh(z), the state after. */
  readonly h: Node;
}

/** Lays down a step of a simple recurrent cell. */
export function layRecurrent(graph: Graph, weights: CellWeights, x: Node, h: Node): LaidRecurrent {
  const z = sumOf(graph, weights, x, h);
  return { z, h: graph.lay(tanh, [z]) };
}

/** Weights by gate: input i, forget f and output o, and of the candidate g. */
export type LstmWeights = Readonly<Record<"i" | "f" | "g" | "o", CellWeights>>;

export interface LaidLstm {
  /** The weighted sums below each gate and the candidate. */
  readonly z: Readonly<Record<"i" | "f" | "g" | "o", Node>>;
  readonly i: Node;
  readonly f: Node;
  readonly g: Node;
  readonly o: Node;
  /** f ⊙ c + i ⊙ g, the cell's state after. */
  readonly c: Node;
  /** o ⊙ tanh(c), what the cell puts out. */
  readonly h: Node;
}

/** Lays down a step of an LSTM, from its input and the output h and state c before. */
export function layLstm(
  graph: Graph,
  weights: LstmWeights,
  { x, h, c }: Readonly<Record<"x" | "h" | "c", Node>>,
): LaidLstm {
  const { lay } = graph;
  const of = (letter: keyof LstmWeights) => sumOf(graph, weights[letter], x, h);
  const z = { i: of("i"), f: of("f"), g: of("g"), o: of("o") };
  const [i, f, g, o] = [
    lay(gate, [z.i]),
    lay(gate, [z.f]),
    lay(candidate, [z.g]),
    lay(gate, [z.o]),
  ];
  const after = lay(cellState, [f, c, i, g]);
  return { z, i, f, g, o, c: after, h: lay(multiply, [o, lay(tanh, [after])]) };
}

/** Weights by gate: reset r and update z, and of the candidate n. */
export type GruWeights = Readonly<Record<"r" | "z" | "n", CellWeights>>;

export interface LaidGru {
  readonly r: Node;
  readonly z: Node;
  /** r ⊙ h, what of the state before the candidate sees. */
  readonly reset: Node;
  /** tanh(Wx x + Wh (r ⊙ h) + b). */
  readonly n: Node;
  /** z ⊙ h + (1 − z) ⊙ n, the state after. */
  readonly h: Node;
}

/** Lays down a step of a GRU. The update gate says how much of the old state is kept, and the reset gate works before the
 *  weights. Source: arXiv 1406.1078, 2.3. */
export function layGru(graph: Graph, weights: GruWeights, x: Node, h: Node): LaidGru {
  const { lay } = graph;
  const r = lay(gate, [sumOf(graph, weights.r, x, h)]);
  const z = lay(gate, [sumOf(graph, weights.z, x, h)]);
  const reset = lay(multiply, [r, h]);
  const n = lay(candidate, [sumOf(graph, weights.n, x, reset)]);
  return { r, z, reset, n, h: lay(blend, [z, h, n]) };
}

function sumOf({ lay }: Graph, { Wx, Wh, b }: CellWeights, x: Node, h: Node): Node {
  return lay(recurrentSum, [Wx, x, Wh, h, b]);
}
