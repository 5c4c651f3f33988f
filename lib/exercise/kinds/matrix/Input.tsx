"use client";

import clsx from "clsx";
import { useId, useState } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { MatrixView } from "./schema";

const loadGrid = () => import("./Grid").then(({ Grid }) => Grid);

/** A grid of cells; until its code is there, and without scripts, one text area that takes the matrix as text. */
export function MatrixInput(props: InputProps<MatrixView>) {
  const { place, part: Grid } = useWhenNear(loadGrid);
  const [typed, setTyped] = useState(props.defaultValue);
  const help = useId();
  const describedBy = [props.describedBy, help].filter(Boolean).join(" ");
  return (
    <div ref={place} className="flex flex-col gap-1.5 font-sans">
      {Grid ? (
        <Grid {...props} defaultValue={typed} describedBy={describedBy} />
      ) : (
        <MatrixText {...props} describedBy={describedBy} onText={setTyped} />
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

interface MatrixTextProps extends InputProps<MatrixView> {
  readonly onText: (text: string) => void;
}

function MatrixText({ view, onText, ...field }: MatrixTextProps) {
  return (
    <textarea
      name={field.name}
      rows={Math.min(8, view.shown?.rows ?? 3)}
      spellCheck={false}
      autoComplete="off"
      defaultValue={field.defaultValue}
      onInput={(event) => onText(event.currentTarget.value)}
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
