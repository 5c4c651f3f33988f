import clsx from "clsx";
import { type CSSProperties, useId } from "react";
import type { Drawing, DrawnLayout } from "@/lib/exercise/kinds/drawing";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";
import { type Blank, wordsOf } from "./blank";

/** A field's size in the drawing's units: it covers the neuron it stands on. */
const size = { width: 72, height: 52 } as const;

interface FieldProps {
  readonly blank: Blank;
  readonly sizes: readonly number[];
  readonly drawing: Drawing;
  /** Which of the drawing's places it stands on. */
  readonly place: number;
  readonly value: string;
  readonly mark?: Mark;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly onType: (text: string) => void;
}

/** The text field on one blank. */
export function Field({ blank, sizes, drawing, place, mark, ...field }: FieldProps) {
  const markId = useId();
  return (
    <span
      className={`-translate-x-1/2 -translate-y-1/2 absolute ${drawing.field}`}
      style={
        {
          ...placed("--wide", drawing.wide, place),
          ...(drawing.narrow ? placed("--narrow", drawing.narrow, place) : {}),
        } as CSSProperties
      }
    >
      <input
        type="text"
        data-keypad="number"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={field.value}
        disabled={field.disabled}
        aria-label={wordsOf(blank, sizes)}
        aria-describedby={mark ? markId : undefined}
        aria-invalid={field.invalid || undefined}
        onChange={(event) => field.onType(event.target.value)}
        className={clsx(
          "size-full min-h-10 rounded-full border-[1.5px] bg-card px-1 text-center text-base text-ink tabular-nums tracking-tight outline-offset-0 sm:text-sm disabled:opacity-60",
          mark === "right" && "border-good",
          mark === "wrong" || field.invalid ? "border-bad" : !mark && "border-accent",
        )}
      />
      {mark && (
        <span className="-top-1.5 -right-1.5 pointer-events-none absolute inline-flex rounded-full bg-card p-0.5">
          <MarkSign mark={mark} brief id={markId} />
        </span>
      )}
    </span>
  );
}

/** Where the field stands in a layout, and its size there, in parts of the whole. */
function placed(name: string, { places, room, width, height }: DrawnLayout, place: number) {
  const { x, y } = places[place]!;
  const percent = (length: number, whole: number) => `${(100 * length) / whole}%`;
  return {
    [`${name}-x`]: percent(x, width),
    [`${name}-y`]: percent(y, height),
    [`${name}-w`]: percent(Math.min(size.width, room), width),
    [`${name}-h`]: percent(size.height, height),
  };
}
