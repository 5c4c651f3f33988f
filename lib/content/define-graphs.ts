import type { RootContent } from "mdast";
import { type Definitions, defineWhole } from "@/lib/exercise/language";
import { specOf } from "./components/specs";
import type { Attribute } from "./lesson";
import { isElement } from "./unravel";

/** Lets drawings of how a value is worked out go back into the givens that it reads. `hidesShapes` keeps the shapes of what is
 *  worked out off those drawings whose author has not said which they show. */
export function defineGraphs(
  nodes: readonly RootContent[],
  definitions: Definitions,
  { hidesShapes = false } = {},
): void {
  for (const node of nodes) {
    if (isElement(node)) {
      const attributes = node.data?.attributes ?? new Map<string, Attribute>();
      const spec = specOf(node.name ?? "")?.attributes ?? {};
      for (const [name, { value, at }] of attributes) {
        const wanted = spec[name];
        if (wanted?.type !== "value" || wanted.is !== "graph" || typeof value !== "object")
          continue;
        defineWhole(value, definitions);
        const told: Attribute = { value: "inputs", at };
        if (hidesShapes && !attributes.has("shapes")) {
          node.data = { ...node.data, attributes: new Map([...attributes, ["shapes", told]]) };
        }
      }
    }
    if ("children" in node) {
      defineGraphs(node.children as RootContent[], definitions, { hidesShapes });
    }
  }
}
