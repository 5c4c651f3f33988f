"use client";

import { useState } from "react";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import { HiddenResponse } from "@/lib/exercise/kinds/HiddenResponse";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { useMarks } from "@/lib/exercise/kinds/use-marks";
import { Field } from "./Field";
import { flowOf } from "./known";
import type { ValuesView } from "./schema";
import { splitBlanks, written } from "./split";

/** A text field on each blank of the diagram, in the order in which the pass works them out. The response goes along
 *  in a hidden field. */
export function Fields({ view, drawing, ...field }: InputProps<ValuesView>) {
  const [typed, setTyped] = useState(() => typedIn(field.defaultValue, view));
  // What was kept goes back as it was until a blank changes.
  const [kept, setKept] = useState(typed.some(Boolean) ? field.defaultValue : undefined);
  const response = kept ?? written(typed, view);
  const marks = useMarks(field.marks, response);
  const someEmpty = typed.some((cell) => cell.trim() === "");

  function type(i: number, text: string) {
    setKept(undefined);
    setTyped(typed.map((cell, j) => (j === i ? text : cell)));
  }

  return (
    <fieldset
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-2"
    >
      <Canvas drawing={drawing}>
        {inFlow(view).map((i) => (
          <Field
            key={i}
            blank={view.blanks[i]!}
            sizes={view.net.sizes}
            drawing={drawing!}
            place={i}
            value={typed[i] ?? ""}
            mark={marks?.[i]}
            invalid={field.invalid && (!someEmpty || typed[i]?.trim() === "")}
            disabled={field.disabled}
            onType={(text) => type(i, text)}
          />
        ))}
      </Canvas>
      <HiddenResponse name={field.name} value={response} disabled={field.disabled} />
    </fieldset>
  );
}

function typedIn(response: string, view: ValuesView): readonly string[] {
  const split = splitBlanks(response, view);
  return "typed" in split ? split.typed : view.blanks.map(() => "");
}

/** The blanks' places in the list, ordered by layer as the pass goes, and downwards in each. */
function inFlow({ show, net: { sizes }, blanks }: ValuesView): number[] {
  const byNeuron = blanks
    .map(({ layer, neuron }, i) => ({ layer, neuron, i }))
    .sort((a, b) => a.neuron - b.neuron);
  return flowOf(show, sizes).flatMap((layer) =>
    byNeuron.flatMap((blank) => (blank.layer === layer ? [blank.i] : [])),
  );
}
