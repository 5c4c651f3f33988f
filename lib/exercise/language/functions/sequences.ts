import { assemble } from "@/lib/engine/ops/assemble";
import { beside } from "@/lib/engine/ops/beside";
import { entry } from "@/lib/engine/ops/entry";
import { slice } from "@/lib/engine/ops/slice";
import { limits } from "@/lib/exercise/language/budget";
import { inWords } from "@/lib/exercise/language/in-words";
import { isNode, type Laid, Lone, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { FunctionTable, LayTools } from "./function";

export const sequences: FunctionTable = {
  map: {
    topic: "gradient",
    signature: "map(xs, x => …)",
    summary:
      "What an expression comes to for every value of a list, every entry of a vector or every column of a matrix. It lies as xs does: in a list, a vector where every x gives a number, a matrix where every column gives one or a number. What gives anything else is a list.",
    example: "map(matrix([[1, 2], [3, 4]]), x => sum(x))",
    value: "matrix([[4, 6]])",
    arity: [2, 2],
    turn: { at: 1, parameters: 1 },
    repeat: ([xs], turn, tools) => {
      const made = itemsOf(xs!, tools).map((x) => turn(x));
      return isNode(xs!) ? gathered(made, xs.cols === 1, tools) : made;
    },
  },
  scan: {
    topic: "gradient",
    signature: "scan((state, x) => …, first, xs)",
    summary:
      "The list of the states that a step leads to, from the first state on (which is not in the list), along the values of a list, the entries of a vector or the columns of a matrix. A state may be a number, a vector, a matrix or a record.",
    example: "scan((h, x) => 2 * h + x, 1, [3, 5])",
    value: "[5, 15]",
    arity: [3, 3],
    turn: { at: 0, parameters: 2 },
    repeat: ([first, xs], turn, tools) => {
      let state = first!;
      return itemsOf(xs!, tools).map((x) => {
        state = turn(state, x);
        return state;
      });
    },
  },
};

/** The values of a list, the entries of a vector, the columns of a matrix. */
function itemsOf(xs: Laid, { lay }: LayTools): readonly Laid[] {
  const count = Array.isArray(xs)
    ? xs.length
    : isNode(xs)
      ? xs.cols === 1
        ? xs.rows
        : xs.cols
      : -1;
  if (count < 0) {
    throw new Refusal(
      `${inWords(toValue(xs))} has no values to go along`,
      "Give a list, a vector or a matrix, whose columns are gone along.",
    );
  }
  if (count > limits.turns) {
    throw new Refusal(`this goes along ${count} values`, `Keep it at ${limits.turns} or fewer.`);
  }
  if (!isNode(xs)) return xs as readonly Laid[];
  return Array.from({ length: count }, (_, i) =>
    xs.cols === 1
      ? new Lone(lay(entry, [xs], i))
      : lay(slice, [xs], { row: 0, col: i, rows: xs.rows, cols: 1 }),
  );
}

/** Numbers as the entries of a vector or of a row, columns of one height as a matrix; anything else as the list that it is. */
function gathered(made: readonly Laid[], isVector: boolean, { lay }: LayTools): Laid {
  const lones = made.filter((one) => one instanceof Lone);
  if (lones.length === made.length) {
    const [rows, cols] = isVector ? [made.length, 1] : [1, made.length];
    return lay(
      assemble,
      lones.map(({ node }) => node),
      { rows, cols },
    );
  }
  const nodes = made.filter(isNode);
  const isColumns = nodes.every(({ rows, cols }) => cols === 1 && rows === nodes[0]!.rows);
  return nodes.length === made.length && isColumns && !isVector ? lay(beside, nodes) : made;
}
