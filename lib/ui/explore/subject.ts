import { column, empty, fromRows, type Network, network, toRows } from "@/lib/engine";
import type { Subject } from "./figures";

/** A network and an example of it as plain data. */
export function subjectOf(net: Network, x: readonly number[], y?: readonly number[]): Subject {
  const { sizes, activations, loss } = net;
  const W = net.W.map(toRows);
  const b = net.b.map(({ data }) => [...data]);
  return { sizes, activations, loss, W, b, x, y };
}

/** The network of plain data. */
export function networkOf({ sizes, activations, loss, W, b }: Omit<Subject, "x" | "y">): Network {
  const parts = { sizes, activations, loss };
  return network({
    ...parts,
    W: W.map((rows, l) => (l === 0 ? empty : fromRows(rows))),
    b: b.map((numbers, l) => (l === 0 ? empty : column(numbers))),
  });
}
