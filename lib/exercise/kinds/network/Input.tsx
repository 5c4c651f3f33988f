"use client";

import { type ComponentType, useId } from "react";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import { ResponseText } from "@/lib/exercise/kinds/ResponseText";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { NetworkView } from ".";

type OnDiagram = ComponentType<InputProps<never>>;

const loads: Record<NetworkView["asks"], () => Promise<OnDiagram>> = {
  values: () => import("./values/Fields").then(({ Fields }) => Fields),
  path: () => import("./path/Choices").then(({ Choices }) => Choices),
};

/** The network's diagram, to be filled in or chosen on; until the code for it is there, and without scripts, the
 *  diagram above a text area. */
export function NetworkInput({ view, drawing, marks, ...field }: InputProps<NetworkView>) {
  const { place, part: OnDiagram, typed = field.defaultValue } = useWhenNear(loads[view.asks]);
  const help = useId();
  const lines = linesOf(view);
  const described = { describedBy: [field.describedBy, help].filter(Boolean).join(" ") };
  return (
    <div ref={place} className="flex flex-col gap-1.5 font-sans">
      {OnDiagram ? (
        <OnDiagram
          {...field}
          {...described}
          view={view as never}
          drawing={drawing}
          marks={marks}
          defaultValue={typed}
        />
      ) : (
        <>
          <Canvas drawing={drawing} />
          <ResponseText
            {...field}
            {...described}
            defaultValue={field.defaultValue || lines.join("\n")}
            rows={Math.max(2, lines.length)}
            placeholder="w[layer][from][to], one per line"
          />
        </>
      )}
      <div>{drawing?.notes}</div>
      <p id={help} className="text-muted text-sm">
        {view.asks === "values" ? inWords(view.precision) : "A wrong weight cancels a right one."}
      </p>
    </div>
  );
}

/** What the text area starts with where nothing is kept: a line for each blank. */
function linesOf(view: NetworkView): readonly string[] {
  return view.asks === "values" ? view.blanks.map(({ name }) => `${name} = `) : [];
}
