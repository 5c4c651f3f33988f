"use client";

import { move } from "@dnd-kit/helpers";
import { DragDropProvider } from "@dnd-kit/react";
import { useEffect, useId, useRef, useState } from "react";
import { HiddenResponse } from "@/lib/exercise/kinds/HiddenResponse";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { useMarks } from "@/lib/exercise/kinds/use-marks";
import { type Arrangement, answeredIn, arrangementOf, shifted, toggled } from "./arrangement";
import { dragAtOnce } from "./at-once";
import { spokenDragging } from "./dragging-words";
import { SortedItem } from "./SortedItem";
import { SortedList } from "./SortedList";
import type { OrderingView } from "./schema";

/** The items to be dragged into order, with buttons that do the same. The order shown at first is no answer until it
 *  is taken as one. */
export function Sorter({ view, ...field }: InputProps<OrderingView>) {
  const [shown, setShown] = useState<Arrangement>(() => arrangementOf(field.defaultValue, view));
  const [response, setResponse] = useState(() => answeredIn(field.defaultValue, view));
  const [told, setTold] = useState("");
  // While something is dragged, events come faster than React renders: each goes on from where the last one left off.
  const latest = useRef(shown);
  const before = useRef(shown);
  const focus = useRef("");
  const ids = useId();
  const marks = useMarks(field.marks, response);

  // The browser drops the focus of a button whose item changes its place.
  useEffect(() => {
    if (focus.current === "") return;
    document.getElementById(focus.current)?.focus();
    focus.current = "";
  });

  function show(next: Arrangement) {
    latest.current = next;
    setShown(next);
  }

  function take(next: Arrangement) {
    show(next);
    setResponse(next.used.join(","));
  }

  function press(button: "up" | "down" | "use", id: string) {
    const next =
      button === "use" ? toggled(shown, id) : shifted(shown, id, button === "up" ? -1 : 1);
    const place = next.used.indexOf(id) + 1;
    focus.current = `${ids}-${button}-${id}`;
    setTold(place > 0 ? `Now in place ${place} of ${next.used.length}.` : "Left out.");
    take(next);
  }

  const item = (id: string, index: number, group: "used" | "unused") => (
    <SortedItem
      key={id}
      id={id}
      index={index}
      group={group}
      last={shown.used.length - 1}
      prefix={ids}
      html={view.items.find((one) => one.id === id)?.text ?? ""}
      tray={view.tray}
      mark={group === "used" ? marks?.[index] : undefined}
      disabled={field.disabled}
      onPress={press}
    />
  );

  return (
    <fieldset
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-2 font-sans"
    >
      <DragDropProvider
        plugins={spokenDragging}
        sensors={dragAtOnce}
        onDragStart={() => {
          before.current = latest.current;
        }}
        onDragOver={(event) => show(move(mutable(latest.current), event))}
        onDragEnd={(event) => {
          if (event.canceled) show(before.current);
          else if (!isSame(latest.current, before.current)) take(latest.current);
        }}
      >
        <SortedList id="used" ordered invalid={field.invalid} empty="Nothing is in order yet.">
          {shown.used.map((id, index) => item(id, index, "used"))}
        </SortedList>
        {view.tray && (
          <SortedList id="unused" title="Left out" empty="Put steps you don’t need here.">
            {shown.unused.map((id, index) => item(id, index, "unused"))}
          </SortedList>
        )}
      </DragDropProvider>
      {response === "" && shown.used.length > 0 && !field.disabled && (
        <p className="text-sm text-muted">
          This doesn’t count as an answer yet. Move something, or{" "}
          <button
            type="button"
            className="text-accent underline underline-offset-2"
            onClick={() => take(shown)}
          >
            keep this order as it is
          </button>
          .
        </p>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      <HiddenResponse name={field.name} value={response} disabled={field.disabled} />
    </fieldset>
  );
}

function isSame(a: Arrangement, b: Arrangement): boolean {
  return a.used.join() === b.used.join() && a.unused.join() === b.unused.join();
}

function mutable({ used, unused }: Arrangement): { used: string[]; unused: string[] } {
  return { used: [...used], unused: [...unused] };
}
