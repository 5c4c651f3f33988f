"use client";

import clsx from "clsx";
import { useRef } from "react";
import type { PublicPart } from "./public-result";
import { useReading } from "./use-reading";

interface ReadAsProps {
  readonly part: string;
  readonly view: unknown;
  /** What came of what stands in the field, if it was sent. */
  readonly outcome?: PublicPart["status"];
}

/** How a part's answer is read, as one types it. The line keeps its place while it is empty, and gives it to the verdict
 *  once there is one. An answer that was graded still shows what it was read as, since that is what was judged; of one
 *  that could not be read, the message says more. */
export function ReadAs(props: ReadAsProps) {
  const place = useRef<HTMLDivElement>(null);
  const refused = props.outcome === "unreadable";
  const { status, html, stale, typing } = useReading(place, { ...props, quiet: refused });
  const shown = html !== "" && !refused;
  return (
    <div
      ref={place}
      data-read-as
      aria-live="polite"
      aria-busy={typing}
      className={clsx(
        "mt-1 mb-1 flex min-h-7 max-w-full flex-wrap items-center gap-x-3 overflow-x-auto overflow-y-hidden font-sans text-muted text-sm print:hidden",
        stale && "opacity-50",
        props.outcome && !shown && "sr-only",
      )}
    >
      {shown ? (
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
