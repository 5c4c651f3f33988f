import { aside, type Node } from "../graph";
import { constant } from "../ops/constant";
import { toldOps } from "./index";
import { exampleOf } from "./op-examples";
import type { Told } from "./told";
import { inLetters } from "./write";

const opening = `# The operations of the engine

<!-- Made by opsPage() in lib/engine/told/ops-page.ts from what is said of each op in lib/engine/told: change it there. -->

The engine works every exercise out as a graph of these operations, ops for short. You don’t
write them yourself: the functions of [the language](language.md) and the elements lead to them.

Each op lists the [misconceptions](misconceptions.md) that can be made at it. A few others aren't made at any one op, such as
reading the layer below, or putting steps in the wrong order.
`;

/** docs/ops.md: every op that something is said of. A test holds the file to it. */
export function opsPage(): string {
  const sorted = toldOps.toSorted((a, b) => (a.op.name < b.op.name ? -1 : 1));
  return `${opening}\n${sorted.map(entry).join("\n")}`;
}

function entry(told: Told): string {
  const { op, slips } = told;
  const { node, letters } = exampleOf(op);
  const letter = (one: Node) => {
    const at = node.inputs.indexOf(one);
    return at < 0 ? undefined : ({ tex: letters[at]!, binds: 4 } as const);
  };
  const write = inLetters({ letter, digits: 6 });
  const says = [told.tells?.(node, write), wayBack(node, letters)].filter(Boolean).join(" ");
  const names = [...new Set(slips.map(({ rule }) => rule.name))];
  const links = names.map((name) => `[\`${name}\`](misconceptions.md#${name})`).join(", ");
  const wrong = links ? `\nMisconceptions: ${links}.\n` : "";
  return `## \`${op.name}\`\n\n$${told.tex(node, write).tex}$\n\n${says}\n${wrong}`;
}

/** Which inputs a gradient goes back to, in a sentence. */
function wayBack(node: Node, letters: readonly string[]): string {
  const back = node.op.pullback?.(node, aside(constant, [], node), aside) ?? [];
  const reached = letters.filter((_, i) => back[i]).map((letter) => `$${letter}$`);
  if (reached.length === 0) return "No gradient goes back through it.";
  return `A gradient goes back to ${list.format(reached)}.`;
}

const list = new Intl.ListFormat("en-GB");
