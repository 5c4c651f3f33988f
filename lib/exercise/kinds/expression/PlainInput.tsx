"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { isShowable } from "./as-typed";
import { MathsField } from "./maths-field";
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
      <Preview view={view} response={response} />
    </>
  );
}

/** While a formula is not finished, the last one that could be read stays, dimmed. */
function Preview({ view, response }: Pick<PlainInputProps, "view" | "response">) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<MathsField>(null);
  const start = useRef(view);
  useEffect(() => {
    if (!place.current) return;
    const field = new MathsField(place.current, start.current);
    field.element.readOnly = true;
    field.element.tabIndex = -1;
    field.element.setAttribute("aria-hidden", "true");
    shown.current = field;
    return () => field.element.remove();
  }, []);
  useEffect(() => {
    shown.current?.show(response);
  }, [response]);
  const dimmed = !isShowable(response, view);
  return (
    <div className={clsx("flex items-center gap-2 text-sm", response.trim() === "" && "hidden")}>
      <span className="text-muted">Read as</span>
      <div ref={place} className={clsx("min-w-0 overflow-x-auto", dimmed && "opacity-40")} />
    </div>
  );
}
