import type * as estree from "estree";
import type { Expr } from "./expr";
import { childrenOf, placeOf } from "./nodes/places";

/** What a name was worked out from. */
export interface Definition {
  readonly expr: Expr;
  /** Whether it is a part's: what a student has for it stands there, and not in what it was read from. */
  readonly isPart: boolean;
}

export type Definitions = ReadonlyMap<string, Definition>;

const known = new WeakMap<estree.Node, Definitions>();

/** Lets the gradients in an expression go back into the names that it reads, also where only the values of these are at
 *  hand: to what they were worked out from. */
export function define({ node }: Expr, definitions: Definitions): void {
  for (const call of gradientsIn(node)) known.set(call, definitions);
}

/** The same for an expression as a whole: for a drawing of all that its value is worked out from. */
export function defineWhole({ node }: Expr, definitions: Definitions): void {
  known.set(node, definitions);
}

/** What the names stand for that these expressions read, calls of grad or ones defined as a whole. */
export const definitionsOf = (calls: readonly estree.Node[]): Definitions | undefined =>
  calls.map((call) => known.get(call)).find((definitions) => definitions !== undefined);

/** The calls of grad in an expression. */
export function gradientsIn(node: estree.Node): estree.SimpleCallExpression[] {
  const inner = childrenOf(node).flatMap(gradientsIn);
  const isGradient = node.type === "CallExpression" && placeOf(node.callee) === "grad";
  return isGradient ? [node as estree.SimpleCallExpression, ...inner] : inner;
}
