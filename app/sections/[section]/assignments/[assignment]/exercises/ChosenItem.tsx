"use client";

import { useSortable } from "@dnd-kit/react/sortable";
import clsx from "clsx";
import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, X } from "lucide-react";
import type { Choice } from "@/lib/assessment/setting/choices";
import { Button } from "@/lib/ui/button";
import { ChoiceFacts } from "./ChoiceFacts";
import type { EditedItem } from "./editor-state";

interface ChosenItemProps {
  item: EditedItem;
  index: number;
  /** The last place. */
  last: number;
  /** What makes element ids unique on the page. */
  prefix: string;
  choices: ReadonlyMap<string, Pick<Choice, "title"> & Partial<Choice>>;
  /** Whether exercises are added to it now. */
  isTarget: boolean;
  onShift: (by: -1 | 1) => void;
  onChange: (fields: Partial<EditedItem>) => void;
  onTarget: () => void;
  onRemove: (exercise: string) => void;
}

const square =
  "inline-flex size-9 items-center justify-center rounded-sm text-muted hover:bg-accent-soft hover:text-ink " +
  "aria-disabled:opacity-30";

/** One place of an assignment: its exercise or pool, its points, and the buttons that move it. */
export function ChosenItem({ item, index, last, prefix, choices, ...on }: ChosenItemProps) {
  const { key, exercises, points, draws } = item;
  const sortable = useSortable({ id: key, index, type: "item", accept: "item" });
  const name = choices.get(exercises[0] ?? "")?.title ?? "";
  const isPool = exercises.length > 1;
  const mover = (by: -1 | 1, Icon: LucideIcon, off: boolean) => (
    <button
      type="button"
      id={`${prefix}-${by < 0 ? "up" : "down"}-${key}`}
      // aria-disabled leaves the focus where it is when the end is reached.
      aria-disabled={off || undefined}
      aria-label={`Move ${name} ${by < 0 ? "up" : "down"}`}
      className={square}
      onClick={() => off || on.onShift(by)}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
  return (
    <li
      ref={sortable.ref}
      className={clsx(
        "rounded-sm border bg-card p-2",
        on.isTarget ? "border-accent" : "border-line",
        sortable.isDragging && "shadow-md",
      )}
    >
      <div className="flex items-center gap-1">
        <button
          type="button"
          ref={sortable.handleRef}
          aria-label={`Drag ${name}`}
          className={clsx(square, "cursor-grab touch-none")}
        >
          <GripVertical aria-hidden="true" className="size-4" />
        </button>
        <span className="text-muted text-sm tabular-nums">{index + 1}.</span>
        <span className="ml-auto flex">
          {mover(-1, ArrowUp, index === 0)}
          {mover(1, ArrowDown, index >= last)}
        </span>
      </div>
      <ul className="flex flex-col gap-1 px-2">
        {exercises.map((id) => {
          const choice = choices.get(id);
          return (
            <li key={id} className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                {choice?.title}
                {choice ? <ChoiceFacts choice={choice} /> : null}
              </div>
              <button
                type="button"
                aria-label={`Take out ${choice?.title}`}
                className={square}
                onClick={() => on.onRemove(id)}
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          );
        })}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 px-2 pb-1 text-sm">
        <NumberField
          label={isPool ? "Points each" : "Points"}
          of={name}
          value={points}
          onChange={(text) => on.onChange({ points: text })}
        />
        {isPool ? (
          <span className="flex items-center gap-2">
            <NumberField
              label="Draw"
              of={name}
              value={draws}
              onChange={(text) => on.onChange({ draws: text })}
            />
            of these {exercises.length}, each student their own
          </span>
        ) : null}
        <Button
          size="small"
          aria-pressed={on.isTarget}
          aria-label={`Add exercises to the pool of ${name}`}
          onClick={on.onTarget}
        >
          {on.isTarget ? "Done adding" : isPool ? "Add to this pool" : "Make it a pool"}
        </Button>
      </div>
    </li>
  );
}

interface NumberFieldProps {
  label: string;
  /** The place's name. */
  of: string;
  value: string;
  onChange: (text: string) => void;
}

function NumberField({ label, of, value, onChange }: NumberFieldProps) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <span className="sr-only"> of {of}</span>
      <input
        inputMode="decimal"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 w-16 rounded-sm border border-line bg-card px-2 text-right tabular-nums"
      />
    </label>
  );
}
