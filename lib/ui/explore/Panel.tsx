import type { ReactNode } from "react";
import { Button } from "../button";
import { Icon } from "../icons";

interface PanelProps {
  /** The drawing. */
  children: ReactNode;
  readout: ReactNode;
  words: string;
  controls: ReactNode;
  /** Goes back to where the figure began; undefined where it stands still. */
  reset?: () => void;
}

/** What every figure to move looks like: the drawing, its numbers, a sentence on them, and what moves it. */
export function Panel({ children, readout, words, controls, reset }: PanelProps) {
  return (
    <div className="rounded-sm border border-line bg-card px-3 pt-3.5 pb-3 font-sans sm:px-5">
      {children}
      {readout}
      {/* The sentence has room for its longest form, so that nothing below moves with it. */}
      <p
        data-words=""
        className="mt-3 min-h-[5.5em] text-[0.9375rem] text-ink leading-snug sm:min-h-[2.8em]"
      >
        {words}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
      <div role="group" aria-label="What you can move" className="mt-3 border-line border-t pt-3">
        <div className="grid items-center gap-x-8 gap-y-1.5 sm:grid-cols-2">{controls}</div>
        <p className="mt-1 -mr-2.5 -mb-1 text-right noscript:hidden print:hidden">
          <Button size="small" variant="quiet" disabled={!reset} onClick={reset}>
            <Icon name="recall" /> Start again
          </Button>
        </p>
      </div>
    </div>
  );
}
