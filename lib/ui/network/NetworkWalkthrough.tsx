import type { Backprop, Network } from "@/lib/engine";
import { Once } from "../once/once";
import type { Phase } from "./frame";
import { framesOf } from "./frames";
import { Walkthrough } from "./Walkthrough";
import { WalkthroughSteps } from "./WalkthroughSteps";
import { type PlayedSteps, WalkthroughView } from "./WalkthroughView";
import { headingsOf, summaryOf } from "./words";

interface NetworkWalkthroughProps {
  net: Network;
  pass: Backprop;
  /** The rate of the update; without it the walkthrough ends with the gradients. */
  alpha?: number;
  /** The last phase that is told. What comes after it is not in the page. */
  until?: Phase;
  title?: string;
  /** Which column of a batch the neurons show, from 1. */
  example?: number;
}

/** One iteration on its diagram, step by step with its numbers: forward, loss, backward, update. The formulas are
 *  rendered here, on the server; the browser only shows one after the other. */
export function NetworkWalkthrough({
  net,
  pass,
  alpha,
  until = "update",
  title = "One iteration, step by step",
  example = 1,
}: NetworkWalkthroughProps) {
  const { start, frames } = framesOf(net, pass, { alpha, until, example });
  const batch = pass.x.cols > 1;
  const played = {
    title,
    note: batch ? `The diagram shows example ${example} of ${pass.x.cols}.` : undefined,
    sizes: net.sizes,
    loss: until !== "forward",
    headings: headingsOf(net),
    start,
    frames: frames.map(({ tex: _, ...frame }) => frame),
    label: summaryOf(net, "weights"),
  };
  return (
    <Walkthrough
      {...played}
      still={
        <Once>
          <Still {...played} />
        </Once>
      }
      steps={
        <Once>
          <WalkthroughSteps frames={frames} />
        </Once>
      }
    />
  );
}

const Still = (played: PlayedSteps) => (
  <div>
    <WalkthroughView {...played} />
  </div>
);
