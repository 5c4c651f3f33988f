import type { MathfieldElement } from "mathlive";

/** A field that a keypad types into. */
export type Field = HTMLInputElement | MathfieldElement;

/** What a key does to a field: types a text, puts TeX in, or moves and deletes. */
export type Stroke =
  | { readonly text: string }
  | { readonly tex: string }
  | "back"
  | "left"
  | "right";

/** Does to the field what the key of a keyboard would, so that the page hears of it as of any typing. */
export function strike(field: Field, stroke: Stroke): void {
  if (field instanceof HTMLInputElement) strikeText(field, stroke);
  else strikeMaths(field, stroke);
}

function strikeMaths(field: MathfieldElement, stroke: Stroke): void {
  if (stroke === "back") field.executeCommand("deleteBackward");
  else if (stroke === "left") field.executeCommand("moveToPreviousChar");
  else if (stroke === "right") field.executeCommand("moveToNextChar");
  else if ("tex" in stroke) field.insert(stroke.tex, { feedback: false });
  else field.executeCommand(["typedText", stroke.text]);
}

function strikeText(field: HTMLInputElement, stroke: Stroke): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (stroke === "left" || stroke === "right") {
    const to = stroke === "left" ? Math.max(0, start - 1) : end + 1;
    field.setSelectionRange(to, to);
    return;
  }
  const text = stroke === "back" ? "" : "text" in stroke ? stroke.text : stroke.tex;
  const from = stroke === "back" && start === end ? Math.max(0, start - 1) : start;
  field.setRangeText(text, from, end, "end");
  const inputType = stroke === "back" ? "deleteContentBackward" : "insertText";
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType, data: text || null }));
}
