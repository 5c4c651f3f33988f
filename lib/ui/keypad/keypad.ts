import { lettersOf } from "@/lib/exercise/kinds/expression/letters";
import { mathsDigits, mathsEnd, mathsKeys, numberKeys, type PadKey } from "./keys";
import { type Field, strike } from "./typing";

/** Room between the field and the keypad, in pixels. */
const breath = 16;

const look =
  "fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper px-1.5 pt-1.5 " +
  "pb-[max(0.375rem,env(safe-area-inset-bottom))] font-sans shadow-lg print:hidden";
const rowLook = "mx-auto grid max-w-lg grid-cols-5 gap-1.5 [&+&]:mt-1.5";
const lettersLook = "mx-auto flex max-w-lg flex-wrap gap-1.5 [&+div]:mt-1.5";
const keyLook =
  "min-h-11 min-w-11 rounded-sm border border-line bg-card px-1 text-center text-lg text-ink tabular-nums " +
  "touch-manipulation select-none active:bg-accent-soft";

/** The keypad that is open, and the field it types into. */
let open: { readonly pad: HTMLElement; field: Field } | undefined;

/** Opens a keypad at the foot of the screen that types into a field, and moves the field above it if it would cover it.
 *  It goes when the focus goes to what is no such field, by its own key, and by Escape. */
export function openKeypad(field: Field): void {
  if (open && kindOf(open.field) === kindOf(field) && !isMaths(field)) open.field = field;
  else {
    close();
    open = { pad: drawn(field), field };
    document.body.append(open.pad);
    document.body.style.paddingBottom = `${open.pad.offsetHeight}px`;
    document.addEventListener("focusin", follow);
    document.addEventListener("focusout", leave);
    document.addEventListener("keydown", onKey);
  }
  if (field instanceof HTMLInputElement) field.inputMode = "none";
  keepInSight(field, open.pad);
}

function close(): void {
  if (!open) return;
  open.pad.remove();
  open = undefined;
  document.body.style.paddingBottom = "";
  document.removeEventListener("focusin", follow);
  document.removeEventListener("focusout", leave);
  document.removeEventListener("keydown", onKey);
}

const isMaths = (field: Field) => field.dataset.keypad === "maths";
const kindOf = (field: Field) => field.dataset.keypad;

function drawn(field: Field): HTMLElement {
  const pad = document.createElement("div");
  pad.className = look;
  pad.setAttribute("role", "group");
  pad.setAttribute("aria-label", "Keypad");
  pad.dataset.pad = "";
  const rows = isMaths(field)
    ? [row(mathsKeys(lettersOf(field)), lettersLook), row(mathsDigits), row(mathsEnd)]
    : [row(numberKeys)];
  pad.append(...rows);
  // A press leaves the focus, and so the caret, where it is.
  pad.addEventListener("pointerdown", (event) => event.preventDefault());
  return pad;
}

function row(keys: readonly PadKey[], className = rowLook): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.append(...keys.map(key));
  return element;
}

function key({ shows, says, does, wide }: PadKey): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${keyLook} ${wide ? "col-span-5" : ""}`;
  button.innerHTML = shows;
  if (says) button.setAttribute("aria-label", says);
  button.addEventListener("click", () => press(does));
  return button;
}

function press(does: PadKey["does"]): void {
  if (!open) return;
  const { field } = open;
  if (does === "next") next(field);
  else if (does === "system") callSystem(field);
  else if (does === "done") leaveField(field);
  else strike(field, does);
}

function leaveField(field: Field): void {
  field.blur();
  close();
}

function next(field: Field): void {
  const all = [...(field.closest("form") ?? document).querySelectorAll<Field>("[data-keypad]")];
  const after = all.slice(all.indexOf(field) + 1).find((one) => one.checkVisibility());
  if (after) after.focus();
  else leaveField(field);
}

/** The system's own keyboard, for this field from now on. */
function callSystem(field: Field): void {
  close();
  delete field.dataset.keypad;
  field.inputMode = "text";
  field.blur();
  field.focus();
}

function follow({ target }: FocusEvent): void {
  if (!open || !(target instanceof HTMLElement) || open.pad.contains(target)) return;
  if (target.dataset.keypad) openKeypad(target as Field);
  else close();
}

/** The focus may go to nothing, as where somebody presses on the page. */
function leave({ relatedTarget, target }: FocusEvent): void {
  if (relatedTarget === null && target === open?.field) setTimeout(closeUnlessBack);
}

function closeUnlessBack(): void {
  const now = document.activeElement;
  if (open && now !== open.field && !open.pad.contains(now)) close();
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !open) return;
  const { field } = open;
  close();
  field.focus();
}

function keepInSight(field: Field, pad: HTMLElement): void {
  const over = field.getBoundingClientRect().bottom + breath - pad.getBoundingClientRect().top;
  if (over > 0) window.scrollBy({ top: over, behavior: "instant" });
}
