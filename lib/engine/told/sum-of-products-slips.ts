import { aside, type Node, type Op } from "../graph";
import { withInput } from "./laid";
import { rules } from "./rules";
import { none } from "./slips";
import type { Made, Slip } from "./told";

// What goes wrong in W h, where one product of a row's sum is got wrong.

/** So many entries are looked at one by one: who works with more does it by machine. */
const most = 6;

/** Like the input, but for one entry. */
const changedAt = (at: number, change: (v: number) => number): Op => ({
  name: "changedAt",
  shape: ([a]) => a!,
  value: (out, [a]) => {
    out.data.set(a!.data);
    out.data[at] = change(a!.data[at]!);
  },
});

/** Each entry of an input, changed by itself. */
function eachEntry(
  node: Node,
  of: number,
  isSuch: (v: number) => boolean,
  change: (v: number) => number,
): { by: Node; at: number; count: number }[] {
  const input = node.inputs[of]!;
  const places = Array.from(input.data, (_, at) => at).filter((at) => isSuch(input.data[at]!));
  if (input.data.length > most) return [];
  return places.map((at) => ({
    by: withInput(node, of, aside(changedAt(at, change), [input])),
    at,
    count: places.length,
  }));
}

/** A minus sign of one entry of W or of h is lost. */
export const signLost: Slip = {
  rule: rules["sign-lost"],
  made: (node) =>
    [0, 1].flatMap((of) =>
      eachEntry(
        node,
        of,
        (v) => v < 0,
        (v) => -v,
      ).map(
        ({ by, at, count }): Made => ({
          by,
          times: 1 / count,
          says: (write) => `lost the minus sign of ${entryOf(node.inputs[of]!, at, write)}`,
        }),
      ),
    ),
};

/** One input is left out of every sum. */
export const inputLeftOut: Slip = {
  rule: rules["input-left-out"],
  made: (node) => {
    const h = node.inputs[1]!;
    if (h.cols > 1 || h.rows === 1) return none;
    return eachEntry(
      node,
      1,
      (v) => v !== 0,
      () => 0,
    ).map(
      ({ by, at, count }): Made => ({
        by,
        times: 1 / count,
        says: (write) => `left out ${entryOf(h, at, write)}`,
      }),
    );
  },
};

/** An entry in the letters of its matrix: $x_2$, $W_{12}$. */
function entryOf(
  matrix: Node,
  at: number,
  write: Parameters<NonNullable<Made["says"]>>[0],
): string {
  const { rows, cols } = matrix;
  const [row, col] = [Math.floor(at / cols) + 1, (at % cols) + 1];
  const index = cols === 1 ? row : rows === 1 ? col : `${row}${col}`;
  if (matrix.names.length === 0) return "one number";
  return `$${write.of(matrix).tex}_{${index}}$`;
}
