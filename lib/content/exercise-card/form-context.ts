"use client";

import { createContext, type MouseEvent, useContext } from "react";
import type { PublicPart } from "./public-result";

/** What an exercise's form knows of its parts, for the fields inside it. */
export interface FormState {
  /** What each field starts from: what the server kept, or the draft of this browser. */
  readonly responses: Readonly<Record<string, string>>;
  /** One more whenever the fields must start anew from `responses`. */
  readonly generation: number;
  readonly results: Readonly<Record<string, PublicPart>>;
  readonly busy: boolean;
  readonly several: boolean;
  /** Sends the form to an address after which the page comes anew. */
  readonly ask: (event: MouseEvent<HTMLButtonElement>, action: string) => void;
}

export const FormContext = createContext<FormState | null>(null);

/** The state of the form around a field. */
export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error("a part's field stands outside its exercise's form");
  return state;
}
