"use client";

import clsx from "clsx";
import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { inWords } from "@/lib/exercise/kinds/precision";
import type { NumericView } from "./schema";

/** A text field, since a field of numbers refuses 3/4 and 0,5 in many browsers. */
export function NumericInput({ view, ...field }: InputProps<NumericView>) {
  const precision = useId();
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-3 gap-y-1 font-sans">
      <input
        type="text"
        inputMode="text"
        data-keypad="number"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        name={field.name}
        defaultValue={field.defaultValue}
        disabled={field.disabled}
        aria-labelledby={field.labelledBy}
        aria-describedby={[field.describedBy, precision].filter(Boolean).join(" ")}
        aria-invalid={field.invalid || undefined}
        className={clsx(
          "field-sizing-content min-h-10 w-44 min-w-44 max-w-full rounded-sm supports-[field-sizing:content]:w-auto border bg-card px-3 text-base text-ink tabular-nums disabled:opacity-60",
          field.invalid ? "border-bad" : "border-line",
        )}
      />
      <span id={precision} className="text-sm text-muted">
        {inWords(view.precision)}
      </span>
    </span>
  );
}
