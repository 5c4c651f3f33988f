import type { MathfieldElement } from "mathlive";
import type { ExpressionView } from "./schema";

/** What turns into a sign as it is typed. MathLive's own list also has dx, ii and many more that are names here. */
const shortcuts: Readonly<Record<string, string>> = {
  "*": "\\cdot",
  ".*": "\\odot",
  "./": "\\oslash",
  sqrt: "\\sqrt{#?}",
  sigmoid: "\\sigma",
  relu: "\\operatorname{relu}",
  ...Object.fromEntries(
    ["sigma", "ln", "log", "exp", "tanh", "sin", "cos", "pi"].map((word) => [word, `\\${word}`]),
  ),
};

/** MathLive's field, in which the names of the view turn into how they are written: h2 into h^{[2]}. */
export function mathsField(view: ExpressionView, tex: string): MathfieldElement {
  const field = document.createElement("math-field") as MathfieldElement;
  field.value = tex;
  field.smartSuperscript = false;
  field.mathVirtualKeyboardPolicy = "manual";
  field.popoverPolicy = "off";
  field.environmentPopoverPolicy = "off";
  field.inlineShortcuts = { ...greekOf(view), ...shortcuts, ...namesOf(view) };
  return field;
}

function namesOf({ names }: ExpressionView): Record<string, string> {
  const longer = names.filter(({ name, tex }) => name.length > 1 && name !== tex);
  return Object.fromEntries(longer.map(({ name, tex }) => [name, tex]));
}

/** The Greek letters that begin a name, for names typed piece by piece: alpha_1. */
function greekOf({ names }: ExpressionView): Record<string, string> {
  const letters = names.flatMap(({ tex }) => /^\\([a-z]+)(?=[_^]|$)/i.exec(tex)?.[1] ?? []);
  return Object.fromEntries(letters.map((letter) => [letter, `\\${letter}`]));
}
