import { type RefObject, useEffect, useRef, useState } from "react";
import { firstControl } from "./first-control";

interface Loaded<Part> {
  readonly part: Part;
  /** The response that stood in the fields whose place the part takes. */
  readonly typed: string | undefined;
}

interface WhenNear<Part> extends Partial<Loaded<Part>> {
  readonly place: RefObject<HTMLDivElement | null>;
  /** Whether the code could not be loaded. */
  readonly failed: boolean;
}

/** Code for an element, loaded once it is on the screen or about to be: `part` is undefined until then, while somebody
 *  types in what stands there so far, without scripts, and where the code cannot be loaded. Who had the focus in what
 *  stood there has it in the part's first field, or else its first control. `load` must be the same function at every
 *  render. */
export function useWhenNear<Part>(load: () => Promise<Part>): WhenNear<Part> {
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<Element>(null);
  const [loaded, setLoaded] = useState<Loaded<Part>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        load().then(
          async (part) => {
            await nobodyTypes(element);
            focused.current = element.contains(document.activeElement)
              ? document.activeElement
              : null;
            setLoaded({ part, typed: typedIn(element) });
          },
          () => setFailed(true),
        );
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [load]);
  useEffect(() => {
    const before = focused.current;
    if (!loaded || !before) return;
    if (before === place.current || !before.isConnected) firstControl(place.current)?.focus();
  }, [loaded]);
  return { place, failed, part: loaded?.part, typed: loaded?.typed };
}

/** Comes when nobody is at the fields of an element with something typed, and a press that led away is over. */
async function nobodyTypes(element: Element): Promise<void> {
  for (;;) {
    const all = [...element.querySelectorAll<HTMLInputElement>("input, textarea")];
    const typed = all.some(({ value, defaultValue }) => value !== defaultValue);
    if (!typed || !element.contains(document.activeElement)) return;
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
