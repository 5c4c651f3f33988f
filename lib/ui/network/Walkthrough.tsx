"use client";

import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { FormulaHtml } from "../FormulaHtml";
import { useHydrated } from "../use-hydrated";
import { DiagramSvg, type Heading } from "./DiagramSvg";
import { type Frame, phaseNames, sceneAt } from "./frame";
import type { Layout } from "./layout";
import { Sheet } from "./Sheet";
import type { Scene } from "./scene";
import { usePlayer } from "./use-player";
import { WalkthroughControls } from "./WalkthroughControls";

export interface WalkthroughProps {
  title: string;
  /** What else there is to say of the diagram. */
  note?: string;
  layout: Layout;
  headings: readonly Heading[];
  /** The diagram before the first step. */
  start: Scene;
  frames: readonly Frame[];
  /** The network in words, for those who do not see it. */
  label: string;
}

/** Plays the steps of a pass on its diagram: by buttons, slider, phase names or the left and right arrow keys.
 *  Without JavaScript all steps stand below the diagram as a list. */
export function Walkthrough(props: WalkthroughProps) {
  const { title, note, layout, headings, start, frames, label } = props;
  const heading = useId();
  const player = usePlayer(frames.length);
  const sheet = useRef<HTMLDivElement>(null);
  const frame = frames[player.step];
  useFollow(sheet, layout, frame?.layer ?? 0, player.moved);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    // The slider and the sheet that scrolls have the arrow keys for themselves.
    if (!by || event.target === sheet.current || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    player.goTo(player.step + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div role="group" aria-labelledby={heading} onKeyDown={onKeyDown} className="my-6 font-sans">
      <div className="mb-2 flex items-baseline justify-between gap-4 text-sm">
        <p id={heading} className="font-semibold text-ink">
          {title}
        </p>
        <p className="shrink-0 text-muted tabular-nums noscript:hidden print:hidden">
          Step {player.step + 1} of {frames.length}
        </p>
      </div>
      <Sheet width={layout.width} label={title} ref={sheet}>
        <DiagramSvg
          layout={layout}
          scene={sceneAt(start, frames, player.step)}
          headings={headings}
          label={label}
          highlight={frame?.highlight}
        />
      </Sheet>
      {note ? <p className="mt-2 text-sm text-muted">{note}</p> : null}
      <WalkthroughControls frames={frames} player={player} />
      <p role="status" className="sr-only">
        {player.moved && frame ? `Step ${player.step + 1}: ${frame.caption}` : null}
      </p>
      <Steps frames={frames} step={player.step} />
    </div>
  );
}

/** All steps are in the page; once the script runs, only the one that is played is shown. */
function Steps({ frames, step }: { frames: readonly Frame[]; step: number }) {
  const told = useHydrated();
  return (
    <ol
      data-told={told ? "" : undefined}
      className="mt-3 list-none space-y-4 pl-0 [@media(scripting:enabled)]:min-h-52 [@media(scripting:enabled)]:not-data-told:[&>li~li]:hidden"
    >
      {frames.map(({ phase, caption, tex }, i) => (
        <li key={i} hidden={told && i !== step} className="mt-0 [&[hidden]]:hidden">
          <p className="text-[0.9375rem] leading-snug text-ink">
            <span className="mr-2 text-[0.8125rem] font-semibold text-accent">
              {phaseNames[phase]}
            </span>
            {caption}
          </p>
          <div className="mt-2 space-y-2">
            <FormulaHtml html={tex.symbols} display />
            <FormulaHtml html={tex.numbers} display label="With the numbers" />
          </div>
        </li>
      ))}
    </ol>
  );
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
