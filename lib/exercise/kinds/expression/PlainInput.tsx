"use client";

import clsx from "clsx";
import type { MathfieldElement } from "mathlive";
import { useEffect, useRef } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { asTex } from "./as-typed";
import { mathsField } from "./maths-field";
import type { ExpressionView } from "./schema";

interface PlainInputProps extends Omit<InputProps<ExpressionView>, "defaultValue" | "marks"> {
  readonly response: string;
  readonly onResponse: (response: string) => void;
  readonly focused: boolean;
}

/** A text field, and under it the formula as it is read. */
export function PlainInput({ view, response, onResponse, focused, ...field }: PlainInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <>
      <input
        ref={input}
        type="text"
        name={field.name}
        value={response}
        onChange={(event) => onResponse(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        disabled={field.disabled}
        aria-labelledby={field.labelledBy}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid || undefined}
        className={clsx(
          "min-h-11 w-full max-w-xl rounded-sm border bg-card px-3 text-base text-ink disabled:opacity-60",
          field.invalid ? "border-bad" : "border-line",
        )}
      />
      <Preview view={view} tex={asTex(response, view)} />
    </>
  );
}

/** While a formula is not finished, the last one that could be read stays, dimmed. */
function Preview({ view, tex }: { view: ExpressionView; tex: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<MathfieldElement>(null);
  const start = useRef(view);
  useEffect(() => {
    const element = mathsField(start.current, "");
    element.readOnly = true;
    element.tabIndex = -1;
    element.setAttribute("aria-hidden", "true");
    element.className = "maths-field";
    place.current?.append(element);
    shown.current = element;
    return () => element.remove();
  }, []);
  useEffect(() => {
    if (tex !== undefined && shown.current) shown.current.value = tex;
  }, [tex]);
  return (
    <div className={clsx("flex items-baseline gap-2 text-sm", tex === "" && "hidden")}>
      <span className="text-muted">Read as</span>
      <div
        ref={place}
        className={clsx("min-w-0 overflow-x-auto", tex === undefined && "opacity-40")}
      />
    </div>
  );
}
