import { type RefObject, useEffect, useRef, useState } from "react";

/** Code for an element, loaded once it is on the screen or about to be: `part` is undefined until then, without
 *  scripts, and where the code cannot be loaded. `load` must be the same function at every render. */
export function useWhenNear<Part>(load: () => Promise<Part>): {
  place: RefObject<HTMLDivElement | null>;
  part: Part | undefined;
} {
  const place = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        load().then(
          (loaded) => setPart(() => loaded),
          () => {},
        );
      },
      { rootMargin: "600px" },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [load]);
  return { place, part };
}
