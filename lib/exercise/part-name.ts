import type { Part } from "./exercise";

/** A part as a sentence can name it: the formula that its label begins with, else its name. Markdown with TeX. */
export function nameInWords({ label, name }: Part): string {
  const formula = /^\s*(\$[^$]+\$)/.exec(label)?.[1];
  return formula?.replaceAll("\\dfrac", "\\tfrac") ?? `“${name}”`;
}
