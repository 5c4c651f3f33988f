import type { Field } from "./typing";

const load = () => import("./keypad");

/** Opens a keypad of ours where a field for numbers or mathematics is touched. No system says whether its pad of digits
 *  has a minus, and most have none. The keypad's code comes with the first touch; the system's keyboard is held back
 *  meanwhile, and called where the code cannot be had. */
export function openOnTouch({ pointerType, target }: PointerEvent): void {
  if (pointerType !== "touch" || !(target instanceof Element)) return;
  const field = target.closest<Field>("[data-keypad]");
  if (!field || field.disabled) return;
  field.inputMode = "none";
  load().then(
    ({ openKeypad }) => {
      // Not where the touch was the beginning of a scroll.
      const open = () => document.activeElement === field && openKeypad(field);
      if (!open()) field.addEventListener("focus", open, { once: true });
    },
    () => {
      field.inputMode = "text";
      if (document.activeElement === field) {
        field.blur();
        field.focus();
      }
    },
  );
}
