import { type RefObject, useEffect, useRef, useState } from "react";

/** Code for an element, loaded once it is on the screen or about to be: `part` is undefined until then, while somebody
 *  types in what stands there so far, without scripts, and where the code cannot be loaded. `typed` is the response that
 *  stood in the fields whose place it takes. `load` must be the same function at every render. */
export function useWhenNear<Part>(load: () => Promise<Part>): {
  place: RefObject<HTMLDivElement | null>;
  part: Part | undefined;
  typed: string | undefined;
} {
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<{ part: Part; typed: string | undefined }>();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        load().then(
          async (part) => {
            await left(place.current);
            setLoaded({ part, typed: place.current ? typedIn(place.current) : undefined });
          },
          () => {},
        );
      },
      { rootMargin: "600px" },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [load]);
  return { place, part: loaded?.part, typed: loaded?.typed };
}

/** Comes when the focus is not in an element, and a press that led it away is over. */
async function left(element: Element | null): Promise<void> {
  while (element?.contains(document.activeElement)) {
    await new Promise((done) => element.addEventListener("focusout", done, { once: true }));
    await new Promise((done) => setTimeout(done, 500));
  }
}

function typedIn(element: Element): string | undefined {
  const field = element.querySelector<HTMLInputElement>("input[name], textarea[name]");
  if (!field?.form) return undefined;
  const values = new FormData(field.form).getAll(field.name);
  return values.length > 0 ? values.join(",") : undefined;
}
