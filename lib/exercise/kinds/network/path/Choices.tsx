"use client";

import { useId, useState } from "react";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { useMarks } from "@/lib/exercise/kinds/use-marks";
import { edgesOf, nameOf, namesIn } from "./edge";
import { Lines } from "./Lines";
import type { PathView } from "./schema";
import { WeightBox } from "./WeightBox";

/** A checkbox for each weight, by layer; a click on its line in the diagram ticks it too. */
export function Choices({ view, drawing, ...field }: InputProps<PathView>) {
  const [chosen, setChosen] = useState(() => namesIn(field.defaultValue));
  const id = useId();
  const edges = edgesOf(view.sizes);
  const names = edges.map(nameOf);
  const picked = names.filter((name) => chosen.includes(name));
  const marks = useMarks(field.marks, picked.join(","));
  const markOf = (name: string): Mark | undefined => marks?.[picked.indexOf(name)];
  const boxId = (i: number) => `${id}-${i}`;

  function choose(name: string, on: boolean) {
    setChosen(on ? [...picked, name] : picked.filter((other) => other !== name));
  }

  return (
    <fieldset
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-3 font-sans"
    >
      <Canvas drawing={drawing}>
        {drawing ? (
          <Lines
            drawing={drawing}
            chosen={names.map((name) => picked.includes(name))}
            marks={names.map(markOf)}
            // The box's own click sends the events that a form listens to.
            onPick={(i) => field.disabled || document.getElementById(boxId(i))?.click()}
          />
        ) : null}
      </Canvas>
      {view.sizes.slice(1).map((_, l) => (
        <div key={l} className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-start">
          <span className="flex min-h-10 items-center text-muted text-sm">Layer {l + 1}</span>
          <div className="flex flex-wrap gap-1.5">
            {edges.map((edge, i) =>
              edge.layer === l + 1 ? (
                <WeightBox
                  key={names[i]}
                  id={boxId(i)}
                  name={field.name}
                  edge={edge}
                  checked={picked.includes(names[i]!)}
                  mark={markOf(names[i]!)}
                  invalid={field.invalid}
                  disabled={field.disabled}
                  onChange={(on) => choose(names[i]!, on)}
                />
              ) : null,
            )}
          </div>
        </div>
      ))}
      <p className="text-muted text-sm">Choose weights on the diagram or in the list.</p>
    </fieldset>
  );
}
