"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { Places } from "./Places";
import type { OrderingView } from "./schema";

type Sorting = ComponentType<InputProps<OrderingView>>;

/** A list to sort. The code that drags is loaded when the list comes near the screen; until it is there, and without
 *  scripts, each item has a field for its place. */
export function OrderingInput(props: InputProps<OrderingView>) {
  const place = useRef<HTMLDivElement>(null);
  const [Sorter, setSorter] = useState<Sorting>();
  useEffect(
    () =>
      whenNear(place.current, () => {
        import("./Sorter").then(
          (loaded) => setSorter(() => loaded.Sorter),
          // When it cannot be loaded, the places go on working.
          () => {},
        );
      }),
    [],
  );
  return <div ref={place}>{Sorter ? <Sorter {...props} /> : <Places {...props} />}</div>;
}

/** Calls back once the element is on the screen or about to be; gives the function that stops waiting. */
function whenNear(element: Element | null, act: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: "600px" },
  );
  if (element) observer.observe(element);
  return () => observer.disconnect();
}
