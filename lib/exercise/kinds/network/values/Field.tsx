import clsx from "clsx";
import { useId } from "react";
import type { Drawing, Point } from "@/lib/exercise/kinds/drawing";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";
import { type Blank, wordsOf } from "./blank";

/** A field's size in the drawing's units: it covers the neuron it stands on. */
const size = { width: 72, height: 52 } as const;

interface FieldProps {
  readonly blank: Blank;
  readonly sizes: readonly number[];
  readonly drawing: Pick<Drawing, "width" | "height">;
  readonly place: Point;
  readonly value: string;
  readonly mark?: Mark;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly onType: (text: string) => void;
}

/** The text field on one blank. */
export function Field({ blank, sizes, drawing, place, mark, ...field }: FieldProps) {
  const markId = useId();
  const percent = (length: number, whole: number) => `${(100 * length) / whole}%`;
  return (
    <span
      className="-translate-x-1/2 -translate-y-1/2 absolute"
      style={{
        left: percent(place.x, drawing.width),
        top: percent(place.y, drawing.height),
        width: percent(size.width, drawing.width),
        height: percent(size.height, drawing.height),
      }}
    >
      <input
        type="text"
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
