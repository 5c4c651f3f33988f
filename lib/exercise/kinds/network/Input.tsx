"use client";

import type { InputProps } from "@/lib/exercise/kinds/input-props";
import type { NetworkView } from ".";
import { PathInput } from "./path/Input";
import { ValuesInput } from "./values/Input";

/** The network's diagram, to be filled in or chosen on. */
export function NetworkInput({ view, ...rest }: InputProps<NetworkView>) {
  return view.asks === "path" ? (
    <PathInput {...rest} view={view} />
  ) : (
    <ValuesInput {...rest} view={view} />
  );
}
