"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Button } from "./button";

/** How many lines are shown; undefined until the script runs, when all are. */
const Shown = createContext<number | undefined>(undefined);

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
      <Shown value={total > 0 ? shown : undefined}>
        <ol
          ref={list}
          data-told={total > 0 ? "" : undefined}
          // Before the script runs the first line stands alone, so that the page does not jump when it does.
          className="mt-3 list-none space-y-4 pl-0 [counter-reset:line] [@media(scripting:enabled)]:not-data-told:[&>li~li]:hidden"
        >
          {children}
        </ol>
      </Shown>
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

/** Reveals lines of the list and moves the focus: to the first new line, or back to the first of all. */
function useReveal(list: RefObject<HTMLOListElement | null>) {
  const [shown, setShown] = useState(1);
  const [total, setTotal] = useState(0);
  useLayoutEffect(() => setTotal(list.current?.children.length ?? 0), [list]);
  const reveal = (lines: number) => {
    // The line must stand in the page before it can take the focus.
    flushSync(() => setShown(lines));
    const line = list.current?.children[lines > shown ? shown : 0];
    if (line instanceof HTMLElement) line.focus();
  };
  return { shown, total, reveal };
}

/** One line: the maths and the words around it; `reason` says why it follows. */
export function DerivationLine({ reason, children }: { reason?: ReactNode; children: ReactNode }) {
  const shown = useContext(Shown);
  const line = useRef<HTMLLIElement>(null);
  const [index, setIndex] = useState(0);
  // Lines come through fragments and server components, so a line asks the page which one it is.
  useLayoutEffect(() => {
    const lines = line.current?.parentElement?.children ?? [];
    setIndex(Array.from(lines).indexOf(line.current as Element));
  }, []);
  return (
    <li
      ref={line}
      tabIndex={-1}
      data-line=""
      hidden={shown !== undefined && index >= shown}
      className="mt-0 flex gap-2 rounded-sm [counter-increment:line] before:mt-0.5 before:w-4 before:shrink-0 before:text-right before:font-sans before:text-sm before:leading-7 before:text-muted before:content-[counter(line)] focus:outline-2 focus:outline-offset-4 focus:outline-accent [&[hidden]]:hidden"
    >
      <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-4">
        <div className="min-w-0 flex-1 [&>*+*]:mt-2">{children}</div>
        {reason ? (
          <div className="mt-1 font-sans text-sm text-muted sm:mt-0 sm:w-48 sm:shrink-0">
            {reason}
          </div>
        ) : null}
      </div>
    </li>
  );
}
