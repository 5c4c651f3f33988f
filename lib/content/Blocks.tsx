import type { RootContent } from "mdast";
import { Fragment, type ReactNode } from "react";
import type { Scope } from "@/lib/exercise/language";
import { components } from "./components/registry";
import { blocksToHtml } from "./to-html";
import { type Element, isElement } from "./unravel";

/** What content is rendered with: its numbers, and what stands for an exercise or a part. */
export interface Surroundings {
  readonly scope: Scope;
  readonly exercise?: (id: string) => ReactNode;
  readonly part?: (name: string) => ReactNode;
}

/** Checked content as React. Runs of Markdown become one piece of HTML each, so that the page carries no tree of
 *  them; components stand between. */
export function Blocks({
  nodes,
  ...surroundings
}: Surroundings & { nodes: readonly RootContent[] }): ReactNode {
  return runsOf(nodes).map((run, i) => (
    <Fragment key={i}>
      {Array.isArray(run) ? (
        <div
          // The prose's rhythm is that of its children; these are one level down. Headings keep their own.
          className="[&>*+*:not(h2,h3)]:mt-[1.1em]"
          dangerouslySetInnerHTML={{ __html: blocksToHtml(run, surroundings.scope) }}
        />
      ) : (
        renderElement(run as Element, surroundings)
      )}
    </Fragment>
  ));
}

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

function renderElement(element: Element, surroundings: Surroundings): ReactNode {
  const { exercise, part } = element.data ?? {};
  if (exercise !== undefined) return surroundings.exercise?.(exercise);
  if (part !== undefined) return surroundings.part?.(part);
  const render = components[element.name as keyof typeof components];
  if (!render) throw new Error(`<${element.name}> was not checked`);
  return render({
    attributes: element.data?.attributes ?? new Map(),
    scope: surroundings.scope,
    children: <Blocks nodes={element.children as RootContent[]} {...surroundings} />,
  });
}
