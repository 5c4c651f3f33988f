import { Diagram } from "./Diagram";
import type { Heading } from "./DiagramSvg";
import { type Frame, sceneAt } from "./frame";
import { layOutBoth } from "./layouts";
import type { Scene } from "./scene";
import type { Player } from "./use-player";
import { WalkthroughControls } from "./WalkthroughControls";

/** What a walkthrough plays. */
export interface PlayedSteps {
  title: string;
  /** What else there is to say of the diagram. */
  note?: string;
  /** By layer, the inputs first. */
  sizes: readonly number[];
  /** Whether the diagram has a box for the loss. */
  loss: boolean;
  headings: readonly Heading[];
  /** The diagram before the first step. */
  start: Scene;
  frames: readonly Frame[];
  /** The network in words, for those who do not see it. */
  label: string;
}

interface WalkthroughViewProps extends PlayedSteps {
  /** Without one the view stands at the first step, and its buttons wait. */
  player?: Player;
}

/** The diagram at a step, and the buttons that play it: by the server at first, then by the player. */
export function WalkthroughView({
  title,
  note,
  sizes,
  loss,
  headings,
  start,
  frames,
  label,
  player,
}: WalkthroughViewProps) {
  const step = player?.step ?? 0;
  const frame = frames[step];
  // No hook: the server draws this once for all readers.
  const layouts = layOutBoth(sizes, { labels: true, loss });
  return (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-4 text-sm">
        <p className="font-semibold text-ink">{title}</p>
        <p className="shrink-0 text-muted tabular-nums noscript:hidden print:hidden">
          Step {step + 1} of {frames.length}
        </p>
      </div>
      <Diagram
        layouts={layouts}
        scene={sceneAt(start, frames, step)}
        headings={headings}
        label={label}
        highlight={frame?.highlight}
      />
      {note ? <p className="mt-2 text-sm text-muted">{note}</p> : null}
      <WalkthroughControls frames={frames} player={player} />
      <p role="status" className="sr-only">
        {player?.moved && frame ? `Step ${step + 1}: ${frame.caption}` : null}
      </p>
    </>
  );
}
