"use client";

import clsx from "clsx";
import { useRef } from "react";
import { useReading } from "./use-reading";

interface ReadAsProps {
  readonly part: string;
  readonly view: unknown;
  /** Whether what was judged still stands in the field: then its verdict says more. */
  readonly judged: boolean;
}

/** How a part's answer is read, without a verdict, as one types it. The line keeps its place while it is empty, and
 *  gives it to the verdict once there is one. */
export function ReadAs(props: ReadAsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { status, html, stale, typing } = useReading(place, props);
  return (
    <div
      ref={place}
      data-read-as
      aria-live="polite"
      aria-busy={typing}
      className={clsx(
        "mt-1 mb-1 flex min-h-7 max-w-full flex-wrap items-center gap-x-3 overflow-x-auto overflow-y-hidden font-sans text-muted text-sm print:hidden",
        stale && "opacity-50",
        props.judged && "sr-only",
      )}
    >
      {html && !props.judged ? (
        <>
          {status === "read" ? <span>Read as</span> : null}
          <span
            className="flex min-w-0 flex-wrap gap-x-4 gap-y-1.5 [&_.katex]:text-base [&_.katex]:text-ink"
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </>
      ) : null}
    </div>
  );
}
