"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import type { ExpressionView } from "./schema";

interface PlainInputProps
  extends Omit<InputProps<ExpressionView>, "defaultValue" | "marks" | "view"> {
  readonly response: string;
  readonly onResponse: (response: string) => void;
  readonly focused: boolean;
}

/** A text field for formulas as plain text. */
export function PlainInput({ response, onResponse, focused, ...field }: PlainInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
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
  );
}
