import clsx from "clsx";
import type { InputProps } from "./input-props";

interface ResponseTextProps extends Omit<InputProps<unknown>, "view" | "drawing" | "marks"> {
  readonly rows: number;
  readonly placeholder?: string;
}

/** A response as text over several lines: what a kind has without scripts, and until its own fields are loaded. */
export function ResponseText({
  rows,
  placeholder,
  labelledBy,
  describedBy,
  invalid,
  ...field
}: ResponseTextProps) {
  return (
    <textarea
      {...field}
      rows={rows}
      spellCheck={false}
      autoComplete="off"
      placeholder={placeholder}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={clsx(
        "w-80 max-w-full rounded-sm border bg-card px-3 py-2 text-base text-ink tabular-nums disabled:opacity-60",
        invalid ? "border-bad" : "border-line",
      )}
    />
  );
}
