import { Graph, type Node } from "@/lib/engine/graph";
import { constant } from "@/lib/engine/ops/constant";
import { fromRows } from "@/lib/engine/tensor";
import { toldOf } from "@/lib/engine/told";
import type { RuleName } from "@/lib/engine/told/rules";
import { underChange } from "@/lib/engine/under-change";

/** A fresh graph, and a way to put numbers into it: rows of a matrix, a column, or a lone number. */
export function bench() {
  const graph = new Graph();
  const given = (
    numbers: number | readonly number[] | readonly (readonly number[])[],
    name?: string,
  ) => {
    const rows =
      typeof numbers === "number"
        ? [[numbers]]
        : numbers.map((row) => (typeof row === "number" ? [row] : row));
    const node = graph.lay(constant, [], fromRows(rows));
    if (name) graph.name(node, name);
    return node as Node;
  };
  /** What `of` comes to, row by row, under each way to make such a slip at a node. */
  const slipped = (at: Node, rule: RuleName, of: Node = at): number[][] =>
    (toldOf(at.op)?.slips ?? [])
      .filter((slip) => slip.rule.name === rule)
      .flatMap((slip) => slip.made(at))
      .map(({ by }) => [...(underChange(graph, [{ at, by }])(of)?.data ?? [])]);
  return { graph, lay: graph.lay, given, slipped };
}
