import type { Node } from "@/lib/engine";
import { divide } from "@/lib/engine/ops/divide";
import { type RuleName, rules } from "@/lib/engine/told/rules";
import { slopeOf } from "@/lib/engine/told/slope-of";
import { type Site, siteOf } from "@/lib/exercise/diagnosis/candidate";
import { sitesAt } from "@/lib/exercise/diagnosis/candidates";
import { misreadAt } from "./misread-letters";
import { putBeforeTerm, putIn } from "./put-in";

/** Where slips can be made in a formula: those of its ops, and those that are made at one place alone. */
export function sitesOf(root: Node, leaves: readonly Node[]) {
  const nodes = nodesBelow(root);
  const sites = nodes.flatMap((node) => sitesIn(node, nodes));
  const alone = nodes.flatMap((node) => [...misreadAt(node, leaves), ...putBeforeTerm(node)]);
  return { sites, alone: [...alone, ...putIn(root, leaves)] };
}

/** Slips of working with numbers, which no formula has. */
const ofNumbers: ReadonlySet<RuleName> = new Set(["rounded-early", "degrees-for-radians"]);

/** The slips at a node. Where h (1 − h) is divided by, it is no slope, but a product like any other. */
function sitesIn(node: Node, nodes: readonly Node[]): Site[] {
  const sites = sitesAt(node).filter(({ rule }) => !ofNumbers.has(rule.name));
  const isDivisor = nodes.some(({ op, inputs }) => op === divide && inputs[1] === node);
  if (!isDivisor || !slopeOf(node)) return sites;
  return node.inputs.map((by, i) =>
    siteOf(rules["factor-left-out"], node, {
      by,
      says: (write) => `left out the factor ${write.inline(node.inputs[1 - i]!)}`,
    }),
  );
}

function nodesBelow(root: Node): Node[] {
  const found = new Set<Node>();
  const visit = (node: Node) => {
    if (found.has(node)) return;
    for (const input of node.inputs) visit(input);
    found.add(node);
  };
  visit(root);
  return [...found];
}
