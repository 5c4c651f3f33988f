const fields = "input:enabled:not([type=hidden]), select:enabled, textarea:enabled, math-field";
const others = "button:enabled, [tabindex='0']";

/** What an answer begins at: the first field in an element, or else its first control. */
export function firstControl(element: Element | null): HTMLElement | null | undefined {
  return element?.querySelector<HTMLElement>(fields) ?? element?.querySelector<HTMLElement>(others);
}
