"use client";

import clsx from "clsx";
import type { MathfieldElement } from "mathlive";
import { useEffect, useRef } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { asTex, braced } from "./as-typed";
import { mathsField } from "./maths-field";
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
  const maths = useRef<MathfieldElement>(null);
  const start = useRef({ view, response, focused });
  const tell = useRef(onResponse);
  tell.current = onResponse;

  useEffect(() => {
    const { view, response, focused } = start.current;
    const element = mathsField(view, asTex(response, view) ?? response);
    element.className = "maths-field";
    element.addEventListener("input", (event) => {
      // The hidden field speaks for this one.
      event.stopPropagation();
      tell.current(braced(element.getValue("latex")));
    });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      element.closest("form")?.requestSubmit();
    });
    place.current?.append(element);
    maths.current = element;
    if (focused) element.focus();
    return () => element.remove();
  }, []);

  useEffect(() => {
    const element = maths.current;
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
              maths.current?.insert(tex, { focus: true, feedback: false });
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

interface Key {
  readonly sign: string;
  readonly says: string;
  readonly tex: string;
}

const keys: readonly Key[] = [
  { sign: "a/b", says: "fraction", tex: "\\frac{#@}{#?}" },
  { sign: "aⁿ", says: "power", tex: "#@^{#?}" },
  { sign: "( )", says: "brackets", tex: "\\left(#?\\right)" },
];

const matrixKeys: readonly Key[] = [
  { sign: "aᵀ", says: "transpose", tex: "#@^{\\top}" },
  { sign: "⊙", says: "product entry by entry", tex: "\\odot" },
];

function keysFor({ names }: ExpressionView): readonly Key[] {
  return names.some(({ shape }) => shape) ? [...keys, ...matrixKeys] : keys;
}
