"use client";

import clsx from "clsx";
import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import { useHydrated } from "@/lib/exercise/kinds/use-hydrated";
import { Grid } from "./Grid";
import type { MatrixView } from "./schema";

/** A grid of cells; until scripts run, one text area that takes the matrix as text. */
export function MatrixInput(props: InputProps<MatrixView>) {
  const hydrated = useHydrated();
  const help = useId();
  const describedBy = [props.describedBy, help].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5 font-sans">
      {hydrated ? (
        <Grid {...props} describedBy={describedBy} />
      ) : (
        <MatrixText {...props} describedBy={describedBy} />
      )}
      <p id={help} className="text-sm text-muted">
        {inWords(props.view.precision)} {shapeInWords(props.view)} You can paste a whole matrix.
      </p>
    </div>
  );
}

function shapeInWords({ shown }: MatrixView): string {
  return shown ? `The answer is ${shown.rows}×${shown.cols}.` : "The shape is part of the answer.";
}

function MatrixText({ view, ...field }: InputProps<MatrixView>) {
  return (
    <textarea
      name={field.name}
      rows={Math.min(8, view.shown?.rows ?? 3)}
      spellCheck={false}
      autoComplete="off"
      defaultValue={field.defaultValue}
      disabled={field.disabled}
      placeholder={"One row a line"}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      aria-invalid={field.invalid || undefined}
      className={clsx(
        "w-80 max-w-full rounded-sm border bg-card px-3 py-2 text-base text-ink tabular-nums disabled:opacity-60",
        field.invalid ? "border-bad" : "border-line",
      )}
    />
  );
}
