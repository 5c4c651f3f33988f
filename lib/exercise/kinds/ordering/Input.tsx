"use client";

import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import { Places } from "./Places";
import type { OrderingView } from "./schema";

const loadSorter = () => import("./Sorter").then(({ Sorter }) => Sorter);

/** A list to sort. Until the code that drags is there, and without scripts, each item has a field for its place. */
export function OrderingInput(props: InputProps<OrderingView>) {
  const { place, part: Sorter, typed = props.defaultValue } = useWhenNear(loadSorter);
  return (
    <div ref={place}>
      {Sorter ? <Sorter {...props} defaultValue={typed} /> : <Places {...props} />}
    </div>
  );
}
