"use client";

import clsx from "clsx";
import { useId } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import { NamesShown } from "./NamesShown";
import type { ExpressionView } from "./schema";

const load = () => import("./load-field").then(({ loadField }) => loadField());

/** A field for mathematics; until its code is there, and without scripts, a text field for formulas as plain text. */
export function ExpressionInput(props: InputProps<ExpressionView>) {
  const { place, part: Field, typed = props.defaultValue } = useWhenNear(load);
  const help = useId();
  const describedBy = [props.describedBy, help].filter(Boolean).join(" ");
  return (
    <div ref={place} className="flex flex-col gap-1.5 font-sans">
      {Field ? (
        <Field {...props} defaultValue={typed} describedBy={describedBy} />
      ) : (
        <input
          type="text"
          name={props.name}
          defaultValue={props.defaultValue}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          disabled={props.disabled}
          aria-labelledby={props.labelledBy}
          aria-describedby={describedBy}
          aria-invalid={props.invalid || undefined}
          className={clsx(
            "min-h-11 w-full max-w-xl rounded-sm border bg-card px-3 text-base text-ink disabled:opacity-60",
            props.invalid ? "border-bad" : "border-line",
          )}
        />
      )}
      <NamesShown id={help} view={props.view} />
    </div>
  );
}
