import type { ReactNode } from "react";

/** A figure with its caption below. What is wider than the column scrolls inside the figure, not the page. */
export function Figure({ caption, children }: { caption?: ReactNode; children: ReactNode }) {
  return (
    <figure className="my-6">
      <div className="relative max-w-full overflow-x-auto">{children}</div>
      {caption ? (
        <figcaption className="caption mt-2.5 font-sans text-sm leading-snug text-muted">
          {caption}
        </figcaption>
      ) : null}
    </figure>
  );
}
