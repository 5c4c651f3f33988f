import { Button } from "../button";
import { Icon } from "../icons";
import { type Frame, phaseNames, phaseSpans } from "./frame";
import type { Player } from "./use-player";

interface Controls {
  frames: readonly Frame[];
  /** Until there is one, they wait at the first step. */
  player?: Player;
}

/** Previous, play, next; a slider over all steps; and the phases by name. */
export function WalkthroughControls({ frames, player }: Controls) {
  const step = player?.step ?? 0;
  const last = frames.length - 1;
  const waits = !player;
  return (
    <div className="mt-3 noscript:hidden print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          disabled={waits}
          aria-disabled={step === 0}
          onClick={player && (() => player.goTo(step - 1))}
        >
          <Icon name="previous" /> Previous
        </Button>
        <Button size="small" className="min-w-22" disabled={waits} onClick={player?.toggle}>
          <Icon name={player?.playing ? "pause" : "play"} /> {player?.playing ? "Pause" : "Play"}
        </Button>
        <Button
          size="small"
          variant="primary"
          disabled={waits}
          aria-disabled={step === last}
          onClick={player && (() => player.goTo(step + 1))}
        >
          Next <Icon name="next" />
        </Button>
      </div>
      <StepSlider frames={frames} player={player} />
    </div>
  );
}

function StepSlider({ frames, player }: Controls) {
  const step = player?.step ?? 0;
  const current = frames[step];
  const phase = current ? phaseNames[current.phase] : "";
  return (
    <div className="mt-2">
      <input
        type="range"
        min={1}
        max={frames.length}
        value={step + 1}
        disabled={!player}
        onChange={player && ((event) => player.goTo(Number(event.currentTarget.value) - 1))}
        aria-label="Step"
        aria-valuetext={`Step ${step + 1} of ${frames.length}, ${phase}: ${current?.caption ?? ""}`}
        className="block h-6 w-full cursor-pointer accent-accent"
      />
      <fieldset className="flex gap-0.5" aria-label="Phases" disabled={!player}>
        {phaseSpans(frames).map(({ phase, first, count }) => (
          <button
            key={phase}
            type="button"
            onClick={player && (() => player.goTo(first))}
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
