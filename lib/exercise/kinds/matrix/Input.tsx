"use client";

import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import { ResponseText } from "@/lib/exercise/kinds/ResponseText";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { MatrixView } from "./schema";

const loadGrid = () => import("./Grid").then(({ Grid }) => Grid);

/** A grid of cells; until its code is there, and without scripts, one text area that takes the matrix as text. */
export function MatrixInput({ view, marks, ...field }: InputProps<MatrixView>) {
  const { place, part: Grid, typed = field.defaultValue } = useWhenNear(loadGrid);
  const help = useId();
  const describedBy = [field.describedBy, help].filter(Boolean).join(" ");
  return (
    <div ref={place} className="flex flex-col gap-1.5 font-sans">
      {Grid ? (
        <Grid {...field} view={view} marks={marks} defaultValue={typed} describedBy={describedBy} />
      ) : (
        <ResponseText
          {...field}
          describedBy={describedBy}
          rows={Math.min(8, view.shown?.rows ?? 3)}
          placeholder="One row per line"
        />
      )}
      <p id={help} className="text-sm text-muted">
        {inWords(view.precision)} {shapeInWords(view)} You can paste a whole matrix.
      </p>
    </div>
  );
}

function shapeInWords({ shown }: MatrixView): string {
  return shown ? `The answer is ${shown.rows}×${shown.cols}.` : "The shape is part of the answer.";
}
