import type { RootContent } from "mdast";
import { type Checker, startOf } from "./checker";
import { isElement } from "./unravel";

/** Refuses figures to move in an exercise: they would work its answers out. */
export function refuseFigures(nodes: readonly RootContent[], checker: Checker): void {
  for (const node of nodes) {
    if (isElement(node) && node.name === "Explore") {
      const message = "<Explore> cannot stand in an exercise: it would work the answers out";
      checker.report(startOf(node), message, "Put it before or after the exercise.");
    }
    if ("children" in node) refuseFigures(node.children as RootContent[], checker);
  }
}
