"use client";

import clsx from "clsx";
import { useId, useState } from "react";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { ValuesView } from "./schema";

const loadFields = () => import("./Fields").then(({ Fields }) => Fields);

/** A field on each blank of the diagram; until their code is there, and without scripts, one text area with a line
 *  for each. */
export function ValuesInput(props: InputProps<ValuesView>) {
  const { place, part: Fields } = useWhenNear(loadFields);
  const [typed, setTyped] = useState(props.defaultValue);
  const help = useId();
  const describedBy = [props.describedBy, help].filter(Boolean).join(" ");
  return (
    <div ref={place} className="flex flex-col gap-1.5 font-sans">
      {Fields ? (
        <Fields {...props} defaultValue={typed} describedBy={describedBy} />
      ) : (
        <BlanksText {...props} describedBy={describedBy} onText={setTyped} />
      )}
      <div>{props.drawing?.notes}</div>
      <p id={help} className="text-muted text-sm">
        {inWords(props.view.precision)}
      </p>
    </div>
  );
}

interface BlanksTextProps extends InputProps<ValuesView> {
  readonly onText: (text: string) => void;
}

function BlanksText({ view, drawing, onText, ...field }: BlanksTextProps) {
  return (
    <>
      <Canvas drawing={drawing} />
      <textarea
        name={field.name}
        rows={view.blanks.length + 1}
        spellCheck={false}
        autoComplete="off"
        defaultValue={field.defaultValue || view.blanks.map(({ name }) => `${name} = `).join("\n")}
        onInput={(event) => onText(event.currentTarget.value)}
        disabled={field.disabled}
        aria-labelledby={field.labelledBy}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid || undefined}
        className={clsx(
          "w-80 max-w-full rounded-sm border bg-card px-3 py-2 text-base text-ink tabular-nums disabled:opacity-60",
          field.invalid ? "border-bad" : "border-line",
        )}
      />
    </>
  );
}
