import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-accent bg-accent text-paper hover:bg-accent/90",
  secondary: "border-line bg-card text-ink hover:border-muted",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-bad bg-bad text-paper hover:bg-bad/90",
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: "min-h-8 gap-1 px-2.5 text-sm",
  medium: "min-h-10 gap-1.5 px-4 text-[0.95rem]",
};

const shape =
  "inline-flex items-center justify-center rounded-sm border font-sans font-medium leading-tight no-underline " +
  "transition-colors motion-reduce:transition-none select-none";

const off = "disabled:opacity-50 aria-disabled:opacity-50";

interface Looks {
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** The classes of a button, for what must look like one and is not (a `<summary>`, a `<label>`). */
export function buttonClass({ variant = "secondary", size = "medium" }: Looks = {}): string {
  return clsx(shape, off, variants[variant], sizes[size]);
}

/** A button. It does nothing to a form around it unless `type="submit"` is given. */
export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Looks) {
  return (
    <button type={type} className={clsx(buttonClass({ variant, size }), className)} {...rest} />
  );
}

/** A link that looks like a button; it still goes somewhere. */
export function LinkButton({ variant, size, className, ...rest }: ComponentProps<"a"> & Looks) {
  return <a className={clsx(buttonClass({ variant, size }), className)} {...rest} />;
}
