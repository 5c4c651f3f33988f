import type { Graph } from "@/lib/engine";
import { newMeter } from "./budget";
import { type Definitions, definitionsOf } from "./definitions";
import type { Expr, Scope, Whole } from "./expr";
import type { Laid } from "./laid";
import { layingIn } from "./laying-in";

/** A value with the graph that it is worked out on. */
export interface LaidOut {
  readonly graph: Graph;
  readonly laid: Laid;
  /** Which of the nodes are one thing to an author. */
  readonly wholes: readonly Whole[];
  /** What the names on the way stand for. */
  readonly definitions: Definitions;
}

/** Lays an expression down on a graph of its own with all that it is worked out from, as far as `defineWhole` has said what
 *  that is. Throws LanguageError where it has no value. */
export function laidOut(expr: Expr, scope: Scope): LaidOut {
  const wholes: Whole[] = [];
  const context = { scope, meter: newMeter(), onWhole: (whole: Whole) => wholes.push(whole) };
  const laying = layingIn(context, [expr.node]);
  const laid = expr.lay(laying);
  return {
    graph: laying.graph,
    laid,
    wholes,
    definitions: definitionsOf([expr.node]) ?? new Map(),
  };
}
