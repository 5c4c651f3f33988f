import type { BoxGraph } from "@/lib/exercise/boxes/box";
import { shownLayouts } from "@/lib/ui/network/layouts";
import { Sheet } from "@/lib/ui/network/Sheet";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { BoxSvg } from "./BoxSvg";
import type { Shapes } from "./drawn-box";
import { GraphInWords } from "./GraphInWords";
import { layOutBoxes } from "./lay-out-boxes";

interface BoxDiagramProps {
  graph: BoxGraph;
  /** Which boxes show the shapes of what comes out of them. */
  shapes?: Shapes;
  title?: string;
}

/** The widest drawing from left to right that a page has room for. */
const widest = 760;

/** A computation drawn as boxes: from left to right where there is room, else from top to bottom, with the same in words
 *  below. */
export function BoxDiagram({ graph, shapes = "all", title }: BoxDiagramProps) {
  const wide = layOutBoxes(graph, { shapes, upright: false });
  const upright = layOutBoxes(graph, { shapes, upright: true });
  const layouts = wide.width <= widest ? { wide, upright } : { wide: upright };
  const steps = graph.boxes.filter(({ words }) => words !== undefined);
  const label = `${title ?? "A graph"}: ${steps.map(({ words }) => words).join(", then ")}`;
  return (
    <figure className="my-6 font-sans">
      {title ? (
        <figcaption className="mb-2 font-semibold text-ink text-sm">{title}</figcaption>
      ) : null}
      <Sheet>
        <ScrollBox label={title ?? "The graph"}>
          {shownLayouts(layouts).map(({ layout, className }) => (
            <BoxSvg key={`${layout.upright}`} layout={layout} label={label} className={className} />
          ))}
        </ScrollBox>
      </Sheet>
      <GraphInWords graph={graph} shapes={shapes} />
    </figure>
  );
}
