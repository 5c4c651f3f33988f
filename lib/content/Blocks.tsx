import type { RootContent } from "mdast";
import { Fragment, type ReactElement, type ReactNode } from "react";
import type { Scope } from "@/lib/exercise/language";
import { expanded, isMaking, type Piece, pieceOf, showPiece } from "@/lib/ui/once/once";
import { components } from "./components/registry";
import { Kept } from "./kept";
import { blocksToHtml } from "./to-html";
import { type Element, isElement } from "./unravel";

/** What content is rendered with: its numbers, and what stands for an exercise or a part. */
export interface Surroundings {
  readonly scope: Scope;
  readonly exercise?: (id: string) => ReactNode;
  readonly part?: (name: string) => ReactNode;
  /** What this comes out the same for: the version of a text and the numbers in it. Asked for again, it is not rendered
   *  again. Whatever else changes how it looks belongs into it too. */
  readonly kept?: string;
}

/** What does not change from reader to reader, or where something stands that does. */
type Block = { readonly piece: Piece } | { readonly element: ReactElement } | Place;
type Place = { readonly exercise: string } | { readonly part: string };

/** Checked content as React. Runs of Markdown become one piece of HTML each, so that the page carries no tree of
 *  them; components stand between. */
export function Blocks({
  nodes,
  ...surroundings
}: Surroundings & { nodes: readonly RootContent[] }): ReactNode {
  const { kept } = surroundings;
  const make = () => runsOf(nodes).map((run, i) => blockOf(run, surroundings, `${kept}/${i}`));
  const blocks = kept === undefined || isMaking() ? make() : blocksKept.of(kept, make);
  return blocks.map((block, i) => <Fragment key={i}>{shown(block, surroundings)}</Fragment>);
}

const blocksKept = new Kept<readonly Block[]>((blocks) =>
  blocks.reduce((sum, block) => sum + ("piece" in block ? block.piece.html.length : 2_000), 1),
);

function runsOf(nodes: readonly RootContent[]): (RootContent[] | Element)[] {
  const runs: (RootContent[] | Element)[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (isElement(node)) runs.push(node);
    else if (Array.isArray(last)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

function blockOf(run: RootContent[] | Element, surroundings: Surroundings, kept: string): Block {
  if (Array.isArray(run)) return asPiece(<Markdown nodes={run} scope={surroundings.scope} />);
  const { exercise, part } = run.data ?? {};
  if (exercise !== undefined) return { exercise };
  if (part !== undefined) return { part };
  return asPiece(component(run, surroundings, surroundings.kept && kept));
}

/** A piece where nothing in it is for the browser; else what its component comes to, whose own parts are pieces. */
function asPiece(element: ReactElement): Block {
  const piece = pieceOf(element);
  return piece ? { piece } : { element: expanded(element) ?? element };
}

function Markdown({ nodes, scope }: { nodes: RootContent[]; scope: Scope }) {
  return (
    <div
      // The prose's rhythm is that of its children; these are one level down. Headings keep their own.
      className="[&>*+*:not(h2,h3)]:mt-[1.1em]"
      dangerouslySetInnerHTML={{ __html: blocksToHtml(nodes, scope) }}
    />
  );
}

function component(element: Element, surroundings: Surroundings, kept?: string): ReactElement {
  const render = components[element.name as keyof typeof components];
  if (!render) throw new Error(`<${element.name}> was not checked`);
  const { children } = element as { children: RootContent[] };
  const rendered = render({
    attributes: element.data?.attributes ?? new Map(),
    scope: surroundings.scope,
    children: <Blocks nodes={children} {...surroundings} kept={kept} />,
  });
  return rendered ?? <Fragment />;
}

function shown(block: Block, { exercise, part }: Surroundings): ReactNode {
  if ("piece" in block) return showPiece(block.piece);
  if ("element" in block) return block.element;
  // Or one learner's exercise would be part of what is kept for all.
  if (isMaking()) throw new Error("an exercise or a part can’t be made into HTML");
  return "exercise" in block ? exercise?.(block.exercise) : part?.(block.part);
}
