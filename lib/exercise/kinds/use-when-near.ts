import { type RefObject, useEffect, useRef, useState } from "react";

interface Loaded<Part> {
  readonly part: Part;
  /** The response that stood in the fields whose place the part takes. */
  readonly typed: string | undefined;
}

/** Code for an element, loaded once it is on the screen or about to be: `part` is undefined until then, while somebody
 *  types in what stands there so far, without scripts, and where the code cannot be loaded. Who had the focus in what
 *  stood there has it in the part's first control. `load` must be the same function at every render. */
export function useWhenNear<Part>(
  load: () => Promise<Part>,
): { place: RefObject<HTMLDivElement | null> } & Partial<Loaded<Part>> {
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded<Part> & { readonly focused: boolean }>();
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
            const focused = element.contains(document.activeElement);
            setLoaded({ part, typed: typedIn(element), focused });
          },
          () => {},
        );
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [load]);
  useEffect(() => {
    if (loaded?.focused) place.current?.querySelector<HTMLElement>(controls)?.focus();
  }, [loaded]);
  return { place, part: loaded?.part, typed: loaded?.typed };
}

const controls = [
  "input:enabled:not([type=hidden])",
  "select:enabled",
  "button:enabled",
  "math-field",
  "[tabindex='0']",
].join();

/** Comes when no field in an element has the focus and something typed, and a press that led away from it is over. */
async function nobodyTypes(element: Element): Promise<void> {
  for (;;) {
    const field = element.querySelector<HTMLInputElement>("input:focus, textarea:focus");
    if (!field || field.value === field.defaultValue) return;
    await new Promise((done) => field.addEventListener("focusout", done, { once: true }));
    await new Promise((done) => setTimeout(done, 500));
  }
}

function typedIn(element: Element): string | undefined {
  const field = element.querySelector<HTMLInputElement>("input[name], textarea[name]");
  if (!field?.form) return undefined;
  const values = new FormData(field.form).getAll(field.name);
  return values.length > 0 ? values.join(",") : undefined;
}
