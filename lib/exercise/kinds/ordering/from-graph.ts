import type { Attributes } from "@/lib/exercise/kinds/attributes";
import type { Expr } from "@/lib/exercise/language/expr";

/** The value whose way the steps are, in the graph of the exercise. */
export interface FromGraph {
  readonly from: Expr;
  /** What is known at the start. */
  readonly known?: Expr;
  /** How many mistakes stand among the steps at most. */
  readonly distractors: number;
  /** Whether the graph's own order is the only right one. */
  readonly isInOrder: boolean;
}

/** The attributes of an ordering that is made from a graph. */
export const ofGraphs = ["from", "known", "distractors", "in-order"];

const mostSlips = 8;
const usualSlips = 3;
const isCount = (v: number) => Number.isInteger(v) && v >= 0 && v <= mostSlips;

/** What an ordering is made from; undefined where its steps are written. */
export function parseFromGraph(ordering: Attributes): FromGraph | undefined {
  if (!ordering.has("from")) {
    for (const name of ofGraphs) {
      if (ordering.has(name)) {
        ordering.report(`${name} goes with from alone`, "Leave it out here.", ordering.at(name));
      }
    }
    return undefined;
  }
  const [from, known] = ["from", "known"].map((name) =>
    ordering.has(name) ? ordering.expr(name) : undefined,
  );
  for (const expr of [from, known]) {
    if (!expr?.draws) continue;
    ordering.report(
      "nothing can be drawn here",
      "Draw it in a <Given>, and use its name.",
      expr.at,
    );
  }
  const distractors = ordering.constant("distractors", isCount, "distractors={3}") ?? usualSlips;
  const isInOrder = ordering.flag("in-order");
  return from && { from, distractors, isInOrder, ...(known && { known }) };
}
