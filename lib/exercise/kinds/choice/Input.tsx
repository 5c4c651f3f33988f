"use client";

import clsx from "clsx";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import type { ChoiceView } from "./schema";

/** Radio buttons, or checkboxes where several may be right. */
export function ChoiceInput({ view, ...field }: InputProps<ChoiceView>) {
  const chosen = field.defaultValue.split(",");
  return (
    <fieldset
      role={view.several ? undefined : "radiogroup"}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-1.5"
    >
      {view.options.map(({ id, text }, i) => (
        <label
          key={id}
          className={clsx(
            "flex min-h-10 items-start gap-3 rounded-sm border bg-card px-3 py-2",
            "has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-60",
            field.invalid ? "border-bad" : "border-line",
          )}
        >
          <input
            type={view.several ? "checkbox" : "radio"}
            name={field.name}
            value={id}
            defaultChecked={chosen.includes(id)}
            disabled={field.disabled}
            aria-invalid={field.invalid || undefined}
            className="mt-1.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0 flex-1 font-serif">
            {/* An option may be a formula alone, which not every reader takes for a name. */}
            <span className="sr-only">Option {i + 1}: </span>
            <span dangerouslySetInnerHTML={{ __html: text }} />
          </span>
        </label>
      ))}
      {view.several && (
        <p className="font-sans text-muted text-sm">Several may be right: tick all that are.</p>
      )}
    </fieldset>
  );
}
