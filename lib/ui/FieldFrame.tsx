import clsx from "clsx";
import { type ReactNode, useId } from "react";

/** What a field of a form has around it. */
export interface FieldWords {
  label: string;
  note?: string;
  error?: string;
}

/** What ties a control to the words around it, and how it looks. */
export interface Framed {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  className: string;
}

interface FieldFrameProps extends FieldWords {
  /** The control. */
  children: (framed: Framed) => ReactNode;
}

/** A control with its label above, and below it what is wrong or what is wanted. */
export function FieldFrame({ label, note, error, children }: FieldFrameProps) {
  const id = useId();
  const below = error ?? note;
  return (
    <div>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": below ? `${id}-below` : undefined,
        className: clsx(
          "mt-1 block min-h-10 w-full rounded-sm border bg-card px-3 text-base",
          error ? "border-bad" : "border-line",
        ),
      })}
      {below ? (
        <p id={`${id}-below`} className={clsx("mt-1 text-sm", error ? "text-bad" : "text-muted")}>
          {below}
        </p>
      ) : null}
    </div>
  );
}
