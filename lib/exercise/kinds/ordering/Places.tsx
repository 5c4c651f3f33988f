"use client";

import clsx from "clsx";
import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { arrangementOf } from "./arrangement";
import type { OrderingView } from "./schema";

/** The items as shown, each with a field for the number of its place. */
export function Places({ view, ...field }: InputProps<OrderingView>) {
  const ids = useId();
  const given = field.defaultValue === "" ? [] : arrangementOf(field.defaultValue, view).used;
  return (
    <fieldset
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-1.5 font-sans"
    >
      <ul className="flex flex-col gap-1.5">
        {view.items.map(({ id, text }) => (
          <li key={id}>
            <label className="flex min-h-12 items-center gap-3 rounded-sm border border-line bg-card px-3 py-1.5">
              <input
                type="text"
                inputMode="numeric"
                maxLength={2}
                autoComplete="off"
                name={field.name}
                defaultValue={given.includes(id) ? given.indexOf(id) + 1 : ""}
                disabled={field.disabled}
                aria-labelledby={`${ids}-place ${ids}-${id}`}
                className={clsx(
                  "size-9 shrink-0 rounded-sm border bg-paper text-center text-base text-ink",
                  field.invalid ? "border-bad" : "border-line",
                )}
              />
              <span
                id={`${ids}-${id}`}
                className="min-w-0 flex-1 overflow-x-auto font-serif"
                dangerouslySetInnerHTML={{ __html: text }}
              />
            </label>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        <span id={`${ids}-place`}>Place</span> of each in the order: 1 is first.
        {view.tray ? " Leave blank what is not needed." : ""}
      </p>
    </fieldset>
  );
}
