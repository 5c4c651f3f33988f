"use client";

import { createContext, type MouseEvent, useContext } from "react";
import type { GradedForm, NextHelp } from "./form-props";
import type { SubmissionState } from "./form-state";

export type Choose = (
  event: MouseEvent<HTMLButtonElement>,
  part: string,
  which: "take" | "settle",
) => void;

/** Sends the form to an address after which the page comes anew; tells whether it was taken. */
export type Ask = (event: MouseEvent<HTMLButtonElement>, action: string) => Promise<boolean>;

/** What an exercise's form knows of its parts, for the fields inside it. */
export interface FormState
  extends Pick<SubmissionState, "responses" | "generations" | "results" | "others" | "busy"> {
  readonly several: boolean;
  /** Whether every part was last judged right. */
  readonly right: boolean;
  readonly graded?: GradedForm;
  /** The part that the next help is offered at, and what it is. */
  readonly stuck: { readonly part: string; readonly help: NextHelp } | undefined;
  readonly ask: Ask;
  /** Chooses between two texts of a part: takes the other one, or settles for what stands there. */
  readonly choose: Choose;
}

export const FormContext = createContext<FormState | null>(null);

/** The state of the form around a field. */
export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error("a part's field stands outside its exercise's form");
  return state;
}
