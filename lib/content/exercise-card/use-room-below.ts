import { type RefObject, useEffect } from "react";

/** Between a field and what stands below it, in px. */
const gap = 16;

/** While something is told, its box stands over the end of its form: what of the form has the focus keeps clear of it. */
export function useRoomBelow(box: RefObject<HTMLElement | null>, told: unknown): void {
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!told || !box.current || !form) return;
    // What gets the focus later is scrolled so far up by the browser.
    form.style.setProperty("--room-below", `${box.current.offsetHeight + gap}px`);
    const { activeElement } = document;
    if (activeElement && form.contains(activeElement) && isUnder(box.current, activeElement))
      activeElement.scrollIntoView({ block: "nearest" });
    return () => {
      form.style.removeProperty("--room-below");
    };
  }, [told, box]);
}

function isUnder(box: HTMLElement, field: Element): boolean {
  const [over, under] = [box.getBoundingClientRect(), field.getBoundingClientRect()];
  return under.bottom > over.top && under.top < over.bottom;
}
