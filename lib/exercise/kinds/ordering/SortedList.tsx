"use client";

import { useDroppable } from "@dnd-kit/react";
import clsx from "clsx";
import { Children, type ReactNode, useId } from "react";

interface SortedListProps {
  readonly id: "used" | "unused";
  readonly title?: string;
  readonly ordered?: boolean;
  readonly invalid?: boolean;
  /** What stands there when nothing else does. */
  readonly empty: string;
  readonly children: ReactNode;
}

/** A list that items can be dragged into, also when it is empty. */
export function SortedList({ id, title, ordered, invalid, empty, children }: SortedListProps) {
  // Items come before the list around them when both are under the pointer.
  const { ref } = useDroppable({ id, type: "list", accept: "item", collisionPriority: 1 });
  const heading = useId();
  const List = ordered ? "ol" : "ul";
  const count = Children.count(children);
  return (
    <div className={clsx("flex flex-col gap-1", !ordered && "rounded-sm bg-line/30 p-2")}>
      {title && (
        <p id={heading} className="font-medium text-muted text-sm">
          {title}
        </p>
      )}
      <List
        ref={ref}
        aria-labelledby={title ? heading : undefined}
        className={clsx(
          "flex min-h-12 list-none! flex-col gap-1.5 rounded-sm",
          invalid ? "border border-bad p-1!" : "p-0!",
        )}
      >
        {count > 0 ? children : <li className="px-2 py-3 text-muted text-sm">{empty}</li>}
      </List>
    </div>
  );
}
