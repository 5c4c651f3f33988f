import type { Network } from "@/lib/engine";
import { DiagramSvg } from "./DiagramSvg";
import { Legend } from "./Legend";
import { layOut } from "./layout";
import { NetworkTables } from "./NetworkTables";
import { Sheet } from "./Sheet";
import { type Pass, type Show, sceneOf } from "./scene";
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

/** A network drawn from left to right, with its numbers as a table below. Only what `show` names is in the page:
 *  "structure" has no number, "weights" W and b, "forward" x, z, h and p besides, "gradients" dz, dW, db and the
 *  loss. Throws RangeError when `show` needs a pass that is not given. */
export function NetworkDiagram({ net, pass, show, title, example = 1 }: NetworkDiagramProps) {
  const layout = layOut(net.sizes, { labels: true, loss: show === "gradients" });
  const scene = sceneOf(net, layout, show, pass, example);
  const batch = pass && pass.x.cols > 1 && (show === "forward" || show === "gradients");
  return (
    <figure className="my-6 font-sans">
      {title ? (
        <figcaption className="mb-2 text-sm font-semibold text-ink">{title}</figcaption>
      ) : null}
      <Sheet width={layout.width} label={title ?? "Network diagram"}>
        <DiagramSvg
          layout={layout}
          scene={scene}
          headings={headingsOf(net)}
          label={summaryOf(net, show, pass, example)}
        />
      </Sheet>
      {show === "structure" ? null : <Legend show={show} layout={layout} />}
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
