"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Layout } from "./layout";
import { usePlayer } from "./use-player";
import { type PlayedSteps, WalkthroughView } from "./WalkthroughView";

interface WalkthroughPlayerProps extends PlayedSteps {
  /** The walkthrough's element, in which the list of steps is. */
  group: RefObject<HTMLDivElement | null>;
}

/** Plays the steps of a pass on its diagram: by buttons, slider, phase names or the left and right arrow keys. */
export function WalkthroughPlayer({ group, ...played }: WalkthroughPlayerProps) {
  const { layout, frames } = played;
  const player = usePlayer(frames.length);
  const { step, moved, goTo } = player;
  const sheet = useRef<HTMLDivElement>(null);
  useFollow(sheet, layout, frames[step]?.layer ?? 0, moved);
  useListed(group, step);
  useEffect(() => {
    const element = group.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      // The slider and the sheet that scrolls have the arrow keys for themselves.
      if (!by || event.target === sheet.current || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      goTo(step + by);
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  });
  return <WalkthroughView {...played} player={player} sheet={sheet} />;
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

/** Keeps the layer a step is about in sight where the diagram is wider than the screen. */
function useFollow(
  sheet: { readonly current: HTMLElement | null },
  { width, columns }: Layout,
  layer: number,
  moved: boolean,
) {
  const x = columns[layer]?.x ?? 0;
  useEffect(() => {
    const box = sheet.current;
    if (!moved || !box || box.scrollWidth <= box.clientWidth) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const left = (box.scrollWidth * x) / width - box.clientWidth / 2;
    box.scrollTo({ left, behavior: still ? "instant" : "smooth" });
  }, [sheet, width, x, moved]);
}
