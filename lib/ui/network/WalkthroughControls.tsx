"use client";

import { Button } from "../button";
import { Icon } from "../icons";
import { type Frame, phaseNames, phaseSpans } from "./frame";
import type { Player } from "./use-player";

/** Previous, play, next; a slider over all steps; and the phases by name. */
export function WalkthroughControls({
  frames,
  player,
}: {
  frames: readonly Frame[];
  player: Player;
}) {
  const { step, playing, goTo, toggle } = player;
  const last = frames.length - 1;
  return (
    <div className="mt-3 noscript:hidden print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" aria-disabled={step === 0} onClick={() => goTo(step - 1)}>
          <Icon name="previous" /> Previous
        </Button>
        <Button size="small" className="min-w-22" onClick={toggle}>
          <Icon name={playing ? "pause" : "play"} /> {playing ? "Pause" : "Play"}
        </Button>
        <Button
          size="small"
          variant="primary"
          aria-disabled={step === last}
          onClick={() => goTo(step + 1)}
        >
          Next <Icon name="next" />
        </Button>
      </div>
      <StepSlider frames={frames} player={player} />
    </div>
  );
}

function StepSlider({
  frames,
  player: { step, goTo },
}: {
  frames: readonly Frame[];
  player: Player;
}) {
  const current = frames[step];
  const phase = current ? phaseNames[current.phase] : "";
  return (
    <div className="mt-2">
      <input
        type="range"
        min={1}
        max={frames.length}
        value={step + 1}
        onChange={(event) => goTo(Number(event.currentTarget.value) - 1)}
        aria-label="Step"
        aria-valuetext={`Step ${step + 1} of ${frames.length}, ${phase}: ${current?.caption ?? ""}`}
        className="block h-6 w-full cursor-pointer accent-accent"
      />
      <fieldset className="flex gap-0.5" aria-label="Phases">
        {phaseSpans(frames).map(({ phase, first, count }) => (
          <button
            key={phase}
            type="button"
            onClick={() => goTo(first)}
            aria-current={current?.phase === phase ? "step" : undefined}
            style={{ flexGrow: count }}
            className="min-w-14 basis-0 truncate border-t-2 border-line pt-1 pb-1.5 text-left text-[0.8125rem] text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent"
          >
            {phaseNames[phase]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
