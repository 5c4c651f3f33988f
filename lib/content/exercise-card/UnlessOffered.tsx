"use client";

import type { ReactNode } from "react";
import { useForm } from "./form-context";

/** The next hint, where it is of use and not offered already: who has every part right needs none, and who is stuck has it
 *  beside the answer. */
export function UnlessOffered({ children }: { children: ReactNode }) {
  const { right, stuck } = useForm();
  return right || stuck?.help.is === "hint" ? null : children;
}
