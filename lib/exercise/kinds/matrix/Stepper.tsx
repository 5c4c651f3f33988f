"use client";

import { Minus, Plus } from "lucide-react";
import { mostAcross } from "./grid-cells";

interface StepperProps {
  readonly thing: string;
  readonly things: string;
  readonly count: number;
  readonly disabled?: boolean;
  readonly onChange: (count: number) => void;
}

const look =
  "inline-flex size-9 items-center justify-center rounded-sm border border-line bg-card text-ink " +
  "hover:border-muted disabled:opacity-60 aria-disabled:opacity-40";

/** How many rows or columns there are, with a button to take the last away and one to add another. */
export function Stepper({ thing, things, count, disabled, onChange }: StepperProps) {
  // aria-disabled leaves the focus where it is when the end is reached.
  const step = (by: number) => {
    const next = count + by;
    if (next >= 1 && next <= mostAcross) onChange(next);
  };
  return (
    <span className="inline-flex items-center gap-2 text-sm">
      <button
        type="button"
        className={look}
        disabled={disabled}
        aria-disabled={count <= 1 || undefined}
        aria-label={`Remove the last ${thing}`}
        onClick={() => step(-1)}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <span aria-live="polite">
        {count} {count === 1 ? thing : things}
      </span>
      <button
        type="button"
        className={look}
        disabled={disabled}
        aria-disabled={count >= mostAcross || undefined}
        aria-label={`Add a ${thing}`}
        onClick={() => step(1)}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
