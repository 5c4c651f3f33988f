"use client";

import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "./button";

/** A derivation told line by line: "Next step" reveals one and moves the focus to it. Children are
 *  DerivationLines, rendered on the server. Without JavaScript all lines are shown. */
export function Derivation({ title, children }: { title?: string; children: ReactNode }) {
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  const { shown, total, reveal } = useReveal(list);
  const done = shown >= total;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      role="group"
      aria-labelledby={heading}
      className="my-6 rounded-sm border border-line bg-card p-3 sm:p-4"
    >
      <p id={heading} className="font-sans text-sm font-semibold text-ink">
        {title ?? "Derivation"}
      </p>
      <ol
        ref={list}
        data-told={total > 0 ? "" : undefined}
        // Before the script runs the first line stands alone, so that the page does not jump when it does.
        className="mt-3 list-none space-y-4 pl-0 [counter-reset:line] [@media_screen_and_(scripting:enabled)]:not-data-told:[&>li~li]:hidden"
      >
        {children}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-2 noscript:hidden print:hidden">
        <Button size="small" variant="primary" disabled={done} onClick={() => reveal(shown + 1)}>
          Next step
        </Button>
        <Button size="small" disabled={done} onClick={() => reveal(total)}>
          Show all
        </Button>
        <Button size="small" variant="quiet" disabled={shown <= 1} onClick={() => reveal(1)}>
          Start again
        </Button>
        <span role="status" className="font-sans text-sm text-muted tabular-nums">
          {total > 0 ? `Step ${shown} of ${total}` : null}
        </span>
      </div>
    </div>
  );
}

/** Reveals lines of the list and moves the focus: to the first new line, or back to the first of all. The lines are
 *  the server's, so they are hidden in the page itself. */
function useReveal(list: RefObject<HTMLOListElement | null>) {
  const [shown, setShown] = useState(1);
  const [total, setTotal] = useState(0);
  const next = useRef<number>(undefined);
  useLayoutEffect(() => {
    const lines = [...(list.current?.children ?? [])] as HTMLElement[];
    for (const [i, line] of lines.entries()) line.hidden = i >= shown;
    setTotal(lines.length);
    if (next.current !== undefined) lines[next.current]?.focus();
    next.current = undefined;
  });
  const reveal = (lines: number) => {
    next.current = lines > shown ? shown : 0;
    setShown(lines);
  };
  return { shown, total, reveal };
}
