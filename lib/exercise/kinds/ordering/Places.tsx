"use client";

import clsx from "clsx";
import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { readIds } from "@/lib/exercise/kinds/shown";
import type { OrderingView } from "./schema";

/** The items as shown, each with a field for the number of its place. */
export function Places({ view, ...field }: InputProps<OrderingView>) {
  const ids = useId();
  const places = placesOf(field.defaultValue, view);
  return (
    <fieldset
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-1.5 font-sans"
    >
      <ul className="flex list-none! flex-col gap-1.5 p-0!">
        {view.items.map(({ id, text }, i) => (
          <li key={id}>
            <label className="flex min-h-12 items-center gap-3 rounded-sm border border-line bg-card px-3 py-1.5">
              <input
                type="text"
                inputMode="numeric"
                maxLength={2}
                autoComplete="off"
                name={field.name}
                defaultValue={places[i]}
                disabled={field.disabled}
                aria-labelledby={`${ids}-place ${ids}-${id}`}
                aria-invalid={field.invalid || undefined}
                className={clsx(
                  "size-9 shrink-0 rounded-sm border bg-paper text-center text-base text-ink",
                  field.invalid ? "border-bad" : "border-line",
                )}
              />
              <span
                id={`${ids}-${id}`}
                className="min-w-0 flex-1 font-serif"
                dangerouslySetInnerHTML={{ __html: text }}
              />
            </label>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        <span id={`${ids}-place`}>Place</span> of each in the order: 1 is first.
        {view.tray ? " Leave blank any you don’t need." : ""}
      </p>
    </fieldset>
  );
}

/** What stands in each field: the places of an order sent as ids, else what was typed, readable or not. */
function placesOf(response: string, { items }: OrderingView): string[] {
  const ids = readIds(response, items);
  if (!ids) return response.split(",").map((place) => place.trim());
  return items.map(({ id }) => (ids.includes(id) ? String(ids.indexOf(id) + 1) : ""));
}
