"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";
import { usePlayer } from "./use-player";
import { type PlayedSteps, WalkthroughView } from "./WalkthroughView";

interface WalkthroughPlayerProps extends PlayedSteps {
  /** The walkthrough's element, in which the list of steps is. */
  group: RefObject<HTMLDivElement | null>;
}

/** Plays the steps of a pass on its diagram: by buttons, slider, phase names or the left and right arrow keys. */
export function WalkthroughPlayer({ group, ...played }: WalkthroughPlayerProps) {
  const player = usePlayer(played.frames.length);
  const { step, goTo } = player;
  useListed(group, step);
  useEffect(() => {
    const element = group.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      // The slider has the arrow keys for itself.
      if (!by || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      goTo(step + by);
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  });
  return <WalkthroughView {...played} player={player} />;
}

/** Shows one step of the list, which the server has drawn whole. */
function useListed(group: RefObject<HTMLDivElement | null>, step: number) {
  useLayoutEffect(() => {
    const list = group.current?.querySelector<HTMLElement>("[data-steps]");
    list?.setAttribute("data-told", "");
    for (const [i, item] of [...(list?.children ?? [])].entries())
      item.toggleAttribute("hidden", i !== step);
  });
}
