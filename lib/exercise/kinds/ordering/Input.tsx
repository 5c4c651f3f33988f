"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { Places } from "./Places";
import type { OrderingView } from "./schema";

type Sorting = ComponentType<InputProps<OrderingView>>;

/** A list to sort. The code that drags is loaded by pages with an ordering alone; until it is there, and without
 *  scripts, each item has a field for its place. */
export function OrderingInput(props: InputProps<OrderingView>) {
  const [Sorter, setSorter] = useState<Sorting>();
  useEffect(() => {
    let wanted = true;
    import("./Sorter").then(
      (loaded) => wanted && setSorter(() => loaded.Sorter),
      // When it cannot be loaded, the places go on working.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, []);
  return Sorter ? <Sorter {...props} /> : <Places {...props} />;
}
