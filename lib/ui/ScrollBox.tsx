import type { ReactNode, Ref } from "react";

/** A box for what may be wider than its column: it then scrolls sideways, says so, and can be reached and scrolled by
 *  keyboard (see watchScrolling; without scripts the browser sees to it). It is `relative`, so that words hidden for screen readers scroll with it and do not widen the page. */
export function ScrollBox({
  label,
  className = "",
  children,
  ref,
}: {
  /** What is in it, for a screen reader that comes upon it. */
  label: string;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
}) {
  return (
    // A group, no region: a page has many of these, and they are no landmarks to jump to.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      role="group"
      ref={ref}
      className={`relative max-w-full overflow-x-auto ${className}`}
      data-scrolls={label}
      aria-label={label}
    >
      {children}
    </div>
  );
}
