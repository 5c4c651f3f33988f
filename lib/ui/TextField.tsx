import clsx from "clsx";
import { type ComponentProps, useId } from "react";

interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  note?: string;
  error?: string;
}

/** A field of a form with its label above, and below it what is wrong or what is wanted. */
export function TextField({ label, note, error, ...input }: TextFieldProps) {
  const id = useId();
  const below = error ?? note;
  return (
    <div>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        className={clsx(
          "mt-1 block min-h-10 w-full rounded-sm border bg-card px-3 text-base",
          error ? "border-bad" : "border-line",
        )}
      />
      {below ? (
        <p id={`${id}-below`} className={clsx("mt-1 text-sm", error ? "text-bad" : "text-muted")}>
          {below}
        </p>
      ) : null}
    </div>
  );
}
