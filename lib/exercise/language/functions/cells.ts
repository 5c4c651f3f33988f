import type { Node } from "@/lib/engine";
import { type CellWeights, layGru, layLstm, layRecurrent } from "@/lib/engine/lay-cells";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { isLaidRecord, type Laid } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { laidRecordAt, nodeAt } from "./arguments";
import type { FunctionTable, LayTools } from "./function";

export const cells: FunctionTable = {
  recurrent: {
    topic: "architecture",
    whole: "recurrent cell",
    signature: "recurrent({ Wx, Wh, b }, x, before)",
    summary:
      "A step of a simple recurrent cell from its input and the state before, a vector or a record with h: z = Wx x + Wh h + b, and h = tanh(z).",
    example: "recurrent({ Wx: 1, Wh: 2, b: -3 }, 5, -1).z",
    value: "vector([0])",
    arity: [3, 3],
    lay: (args, tools) => {
      const cell = weightsAt(args, 0, "the cell", tools);
      const x = nodeAt(args, 1, "x", tools.lay);
      return {
        ...layRecurrent(tools.graph, cell, paidFor(x, [cell], tools), stateAt(args, tools)),
      };
    },
  },
  lstm: {
    topic: "architecture",
    whole: "LSTM cell",
    signature: "lstm({ i, f, g, o }, x, { h, c })",
    summary:
      "A step of an LSTM from its input and what was before, each of i, f, g and o having Wx, Wh and b: the gates i, f and o, the candidate g, their weighted sums z.i, z.f, z.g and z.o, the state c = f c + i g and the output h = o tanh(c).",
    example:
      "lstm({ i: { Wx: 0, Wh: 0, b: 0 }, f: { Wx: 0, Wh: 0, b: 0 }, g: { Wx: 0, Wh: 0, b: 0 }, o: { Wx: 0, Wh: 0, b: 0 } }, 5, { h: 1, c: 8 }).c",
    value: "vector([4])",
    arity: [3, 3],
    lay: (args, tools) => {
      const [i, f, g, o] = gatesAt(args, ["i", "f", "g", "o"], tools);
      const before = laidRecordAt(args, 2, "the state before");
      if (before.h === undefined || before.c === undefined) {
        throw new Refusal("the state before has no h and c", "Give it as { h: …, c: … }.");
      }
      const x = paidFor(nodeAt(args, 1, "x", tools.lay), [i!, f!, g!, o!], tools);
      const [h, c] = [nodeAt([before.h], 0, "h", tools.lay), nodeAt([before.c], 0, "c", tools.lay)];
      return { ...layLstm(tools.graph, { i: i!, f: f!, g: g!, o: o! }, { x, h, c }) };
    },
  },
  gru: {
    topic: "architecture",
    whole: "GRU cell",
    signature: "gru({ r, z, n }, x, before)",
    summary:
      "A step of a GRU from its input and the state before, a vector or a record with h: the gates r and z; reset, r h; the candidate n, whose state is that; and h = z h + (1 − z) n, so that z is the share of the old state that is kept.",
    example:
      "gru({ r: { Wx: 0, Wh: 0, b: 0 }, z: { Wx: 0, Wh: 0, b: 0 }, n: { Wx: 0, Wh: 0, b: 0 } }, 5, 8).h",
    value: "vector([4])",
    arity: [3, 3],
    lay: (args, tools) => {
      const [r, z, n] = gatesAt(args, ["r", "z", "n"], tools);
      const x = paidFor(nodeAt(args, 1, "x", tools.lay), [r!, z!, n!], tools);
      return { ...layGru(tools.graph, { r: r!, z: z!, n: n! }, x, stateAt(args, tools)) };
    },
  },
};

/** The state before a step: a vector, or the h of what a step came to. */
function stateAt(args: readonly Laid[], { lay }: LayTools): Node {
  const before = args[2]!;
  const h = isLaidRecord(before) ? before.h : before;
  if (h !== undefined) return nodeAt([h], 0, "the state before", lay);
  throw new Refusal("the state before has no h", "Give a vector, or what a step came to.");
}

function gatesAt(
  args: readonly Laid[],
  letters: readonly string[],
  tools: LayTools,
): CellWeights[] {
  const record = laidRecordAt(args, 0, "the cell");
  return letters.map((letter) => {
    const gate = record[letter];
    if (gate !== undefined) return weightsAt([gate], 0, letter, tools);
    const all = letters.map((one) => `${one}: { Wx, Wh, b }`).join(", ");
    throw new Refusal(`the cell has no ${letter}`, `Give it as { ${all} }.`);
  });
}

function weightsAt(args: readonly Laid[], i: number, what: string, tools: LayTools): CellWeights {
  const record = laidRecordAt(args, i, what);
  const at = (name: string) => {
    const one = record[name];
    if (one !== undefined) return nodeAt([one], 0, `${name} of ${what}`, tools.lay);
    throw new Refusal(`${what} has no ${name}`, "Give the weights as { Wx: …, Wh: …, b: … }.");
  };
  return { Wx: at("Wx"), Wh: at("Wh"), b: at("b") };
}

/** The input of a cell, once the work of its weighted sums is paid for. */
function paidFor(x: Node, gates: readonly CellWeights[], { meter }: LayTools): Node {
  for (const { Wx, Wh } of gates) {
    spendTensor(meter, Wx.rows, x.cols);
    spend(meter, (Wx.data.length + Wh.data.length + 6 * Wx.rows) * x.cols);
  }
  return x;
}
