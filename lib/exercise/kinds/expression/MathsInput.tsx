"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { keysFor } from "./keys";
import { MathsField } from "./maths-field";
import type { ExpressionView } from "./schema";

interface MathsInputProps
  extends Pick<
    InputProps<ExpressionView>,
    "view" | "labelledBy" | "describedBy" | "invalid" | "disabled"
  > {
  readonly response: string;
  readonly onResponse: (response: string) => void;
  /** Whether to take the focus at once, after a change from plain text. */
  readonly focused: boolean;
}

/** MathLive's field and buttons for what is hard to type on a phone. Enter sends the form, as in a text field. */
export function MathsInput({ view, response, onResponse, focused, ...field }: MathsInputProps) {
  const place = useRef<HTMLDivElement>(null);
  const maths = useRef<MathsField>(null);
  const start = useRef({ view, response, focused });
  const tell = useRef(onResponse);
  tell.current = onResponse;

  useEffect(() => {
    const { view, response, focused } = start.current;
    if (!place.current) return;
    const made = new MathsField(place.current, view);
    const { element } = made;
    made.show(response);
    element.addEventListener("input", (event) => {
      // The hidden field speaks for this one.
      event.stopPropagation();
      tell.current(made.response);
    });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      element.closest("form")?.requestSubmit();
    });
    maths.current = made;
    if (focused) made.focus();
    return () => element.remove();
  }, []);

  useEffect(() => {
    const element = maths.current?.element;
    if (!element) return;
    element.disabled = field.disabled === true;
    element.setAttribute("aria-labelledby", field.labelledBy);
    set(element, "aria-describedby", field.describedBy);
    set(element, "aria-invalid", field.invalid ? "true" : undefined);
  }, [field.disabled, field.labelledBy, field.describedBy, field.invalid]);

  return (
    <>
      <div
        ref={place}
        className={clsx(
          "w-full max-w-xl rounded-sm border bg-card text-ink",
          field.invalid ? "border-bad" : "border-line",
        )}
      />
      <div className="flex flex-wrap gap-1.5">
        {keysFor(view).map(({ sign, says, tex }) => (
          <button
            key={sign}
            type="button"
            aria-label={says}
            disabled={field.disabled}
            onClick={() => {
              maths.current?.element.insert(tex, { feedback: false });
              maths.current?.focus();
            }}
            className="min-h-9 min-w-11 rounded-sm border border-line bg-card px-2.5 text-base text-ink hover:border-muted disabled:opacity-60"
          >
            {sign}
          </button>
        ))}
      </div>
    </>
  );
}

function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
