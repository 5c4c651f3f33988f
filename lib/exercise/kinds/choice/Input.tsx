"use client";

import clsx from "clsx";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";
import type { ChoiceView } from "./schema";

/** Radio buttons, or checkboxes where several may be right; each that was chosen with its mark. */
export function ChoiceInput({ view, ...field }: InputProps<ChoiceView>) {
  const chosen = field.defaultValue.split(",").map((id) => id.trim());
  // Marks come in the order of the page, which is that of the ids.
  const marked = view.options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return (
    <fieldset
      role={view.several ? undefined : "radiogroup"}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      className="flex min-w-0 flex-col gap-1.5"
    >
      {view.options.map(({ id, text }, i) => {
        const mark = field.marks?.[marked.indexOf(id)];
        return (
          <label
            key={id}
            className={clsx(
              "flex min-h-10 items-start gap-3 rounded-sm border bg-card px-3 py-2",
              "has-checked:bg-accent-soft has-disabled:opacity-60",
              borderOf(mark, field.invalid),
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
            {mark ? (
              <span className="mt-1">
                <MarkSign mark={mark} />
              </span>
            ) : null}
          </label>
        );
      })}
      {view.several && <p className="font-sans text-muted text-sm">Tick all that apply.</p>}
    </fieldset>
  );
}

function borderOf(mark: Mark | undefined, invalid = false): string {
  if (mark) return mark === "right" ? "border-good" : "border-bad";
  return invalid ? "border-bad" : "border-line has-checked:border-accent";
}
