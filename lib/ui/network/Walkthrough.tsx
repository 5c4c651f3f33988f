"use client";

import { type ReactNode, useEffect } from "react";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { PlayedSteps } from "./WalkthroughView";

const load = () => import("./WalkthroughPlayer").then(({ WalkthroughPlayer }) => WalkthroughPlayer);

interface WalkthroughProps extends PlayedSteps {
  /** The view at the first step, drawn by the server. */
  still: ReactNode;
  /** The list of all steps. */
  steps: ReactNode;
}

/** The steps of a pass and the diagram they are played on. The code that plays them comes when a reader is near; until
 *  then the diagram stands at the first step. Without JavaScript, or where that code cannot be had, all steps stand below
 *  it as a list. */
export function Walkthrough({ still, steps, ...played }: WalkthroughProps) {
  const { place, part: Player, failed } = useWhenNear(load);
  useEffect(() => {
    if (failed) place.current?.querySelector("[data-steps]")?.setAttribute("data-told", "");
  }, [failed, place]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      ref={place}
      role="group"
      aria-label={played.title}
      // Its controls wait, and Tab would pass them by; it wakes when it is reached.
      tabIndex={Player ? undefined : 0}
      className="my-6 font-sans"
    >
      {Player ? <Player {...played} group={place} /> : still}
      {steps}
    </div>
  );
}
