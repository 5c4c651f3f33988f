import { type RefObject, useLayoutEffect, useRef } from "react";

/** Who pressed a button that went away with what came of it has the focus in that: in the hint or the solution asked for,
 *  or in the way on. */
export function useFocusAfter(
  form: RefObject<HTMLFormElement | null>,
  nextLink: RefObject<HTMLElement | null>,
): void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const before = focused.current;
    const isLost = before && !before.isConnected && activeElement === document.body;
    focused.current = form.current?.contains(activeElement) ? activeElement : null;
    if (!isLost) return;
    const asked = /hints|solutions/.test(before.getAttribute("formaction") ?? "");
    const given = [...(form.current?.querySelectorAll<HTMLElement>("[data-help]") ?? [])].at(-1);
    (asked ? given : nextLink.current)?.focus();
  });
}
