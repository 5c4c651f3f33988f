import type { Network } from "@/lib/engine";
import { Diagram } from "./Diagram";
import { Legend } from "./Legend";
import { layOutBoth } from "./layouts";
import { NetworkTables } from "./NetworkTables";
import { type Pass, type Show, sceneOf } from "./scene-of";
import { tablesOf } from "./table";
import { headingsOf, summaryOf } from "./words";

interface NetworkDiagramProps {
  net: Network;
  /** What forward or backprop came to; "forward" needs either, "gradients" needs backprop's. */
  pass?: Pass;
  show: Show;
  title?: string;
  /** Which column of a batch is drawn, from 1. */
  example?: number;
}

/** A network drawn from left to right, or from top to bottom in a narrow column, with its numbers as a table below. Only what `show` names is in the page:
 *  "structure" has no number, "weights" W and b, "forward" x, z, h and p besides, "gradients" dz, dW, db and the
 *  loss. Throws RangeError when `show` needs a pass that is not given. */
export function NetworkDiagram({ net, pass, show, title, example = 1 }: NetworkDiagramProps) {
  const layouts = layOutBoth(net.sizes, { labels: true, loss: show === "gradients" });
  const scene = sceneOf(net, layouts.wide, show, pass, example);
  const batch = pass && pass.x.cols > 1 && (show === "forward" || show === "gradients");
  return (
    <figure className="my-6 font-sans">
      {title ? (
        <figcaption className="mb-2 text-sm font-semibold text-ink">{title}</figcaption>
      ) : null}
      <Diagram
        layouts={layouts}
        scene={scene}
        headings={headingsOf(net)}
        label={summaryOf(net, show, pass, example)}
      />
      {show === "structure" ? null : <Legend show={show} layout={layouts.wide} />}
      {batch ? (
        <p className="mt-1 text-sm text-muted">
          Example {example} of {pass.x.cols} is shown.
        </p>
      ) : null}
      <NetworkTables
        tables={tablesOf(net, show, pass, example)}
        summary={show === "structure" ? "The layers as a table" : "The numbers as a table"}
      />
    </figure>
  );
}
