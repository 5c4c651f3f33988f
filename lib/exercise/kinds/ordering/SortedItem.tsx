"use client";

import { useSortable } from "@dnd-kit/react/sortable";
import clsx from "clsx";
import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, Plus, X } from "lucide-react";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";

type Button = "up" | "down" | "use";

interface SortedItemProps {
  readonly id: string;
  readonly index: number;
  readonly group: "used" | "unused";
  /** The last place in the order. */
  readonly last: number;
  /** What makes element ids unique on the page. */
  readonly prefix: string;
  readonly html: string;
  readonly tray: boolean;
  readonly mark?: Mark;
  readonly disabled?: boolean;
  readonly onPress: (button: Button, id: string) => void;
}

const square =
  "inline-flex size-8 items-center justify-center rounded-sm text-muted hover:bg-accent-soft hover:text-ink " +
  "disabled:opacity-40 aria-disabled:opacity-30";

/** One item with its handle, its mark, and the buttons that move it. */
export function SortedItem({ id, index, group, disabled, ...item }: SortedItemProps) {
  const sortable = useSortable({ id, index, group, type: "item", accept: "item", disabled });
  const text = `${item.prefix}-text-${id}`;
  const used = group === "used";
  const button = (name: Button, label: string, Icon: LucideIcon, off = false) => (
    <button
      type="button"
      id={`${item.prefix}-${name}-${id}`}
      // aria-disabled leaves the focus where it is when the end is reached.
      aria-disabled={off || undefined}
      disabled={disabled}
      aria-label={label}
      aria-describedby={text}
      className={square}
      onClick={() => off || item.onPress(name, id)}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
  return (
    <li
      ref={sortable.ref}
      className={clsx(
        "flex min-h-12 items-center gap-1 rounded-sm border bg-card py-1 pr-1",
        item.mark === "right" && "border-good",
        item.mark === "wrong" && "border-bad",
        !item.mark && "border-line",
        sortable.isDragging && "shadow-md",
      )}
    >
      <button
        type="button"
        ref={sortable.handleRef}
        disabled={disabled}
        aria-label="Drag"
        className={clsx(square, "cursor-grab touch-none self-stretch h-auto")}
      >
        <GripVertical aria-hidden="true" className="size-4" />
      </button>
      {used && (
        <span className="min-w-6 shrink-0 text-right text-muted tabular-nums">{index + 1}.</span>
      )}
      <div className="ml-1 flex min-w-0 flex-1 flex-col">
        <span
          id={text}
          className="min-w-0 font-serif"
          dangerouslySetInnerHTML={{ __html: item.html }}
        />
        {item.mark && <MarkSign mark={item.mark} />}
      </div>
      {used && button("up", "Move up", ArrowUp, index === 0)}
      {used && button("down", "Move down", ArrowDown, index >= item.last)}
      {item.tray && (used ? button("use", "Leave out", X) : button("use", "Use", Plus))}
    </li>
  );
}
