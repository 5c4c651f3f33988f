import { column, fromRows, type Network } from "@/lib/engine";
import type { Drawing, DrawnLayout } from "@/lib/exercise/kinds/drawing";
import type { NetworkView } from "@/lib/exercise/kinds/network";
import { edgesOf as weightsOf } from "@/lib/exercise/kinds/network/path/edge";
import { blanksScene } from "./blanks-scene";
import { knownTable } from "./blanks-table";
import { DiagramSvg, mostScale } from "./DiagramSvg";
import { LegendLine } from "./Legend";
import type { Layout } from "./layout";
import { type Layouts, layOutBoth, shownIn } from "./layouts";
import { NetworkTables } from "./NetworkTables";
import type { Scene } from "./scene";
import { structure } from "./scene-of";
import { tablesOf } from "./table";
import { headingsOf, summaryOf } from "./words";

type ValuesView = Extract<NetworkView, { asks: "values" }>;

/** The diagram of a part that is answered on it, with places for its fields. It is drawn from the part's view alone,
 *  so it holds no answer. */
export function blanksDrawing(view: NetworkView): Drawing {
  const sizes = view.asks === "values" ? view.net.sizes : view.sizes;
  const layouts = layOutBoth(sizes, { labels: true });
  return view.asks === "values"
    ? valuesDrawing(view, layouts)
    : pathDrawing(view.activations, sizes, layouts);
}

function valuesDrawing(view: ValuesView, layouts: Layouts): Drawing {
  const { sizes, activations, loss, W, b } = view.net;
  const net = { sizes, activations, loss, W: W.map(fromRows), b: b.map(column) };
  const label = summaryOf(net, "weights");
  const below = view.show === "forward" ? "its bias b" : view.h ? "its output h" : undefined;
  const inside = view.show === "forward" ? "h" : "dz (∂L/∂z)";
  return {
    ...drawn(layouts, blanksScene(view, net, layouts.wide), net, label, (layout) => ({
      places: view.blanks.map(({ layer, neuron }) => pointAt(layout, `${layer}.${neuron}`)),
      lines: [],
    })),
    notes: (
      <>
        <LegendLine
          edges="weight"
          numbers={`${inside} is inside a neuron${below ? `, ${below} below it` : ""}`}
          labelled={layouts.wide.edges.some((edge) => edge.label)}
        />
        <NetworkTables
          tables={[...tablesOf(net, "weights", undefined), knownTable(view)]}
          summary="The numbers as a table"
        />
      </>
    ),
  };
}

function pathDrawing(
  activations: Network["activations"],
  sizes: readonly number[],
  layouts: Layouts,
): Drawing {
  const net: Network = { sizes, activations, loss: "mean-squared-error", W: [], b: [] };
  const label = summaryOf(net, "structure");
  return {
    ...drawn(layouts, structure(layouts.wide, net), net, label, (layout) => ({
      places: [],
      lines: weightsOf(sizes).flatMap(({ layer, from, to }) => {
        const edge = layout.edges.find(({ id }) => id === `${layer}.${from}.${to}`);
        return edge ? [[edge.start, edge.end] as const] : [];
      }),
    })),
    notes: null,
  };
}

/** The drawing in both layouts, with what `over` says is laid over each. */
function drawn(
  layouts: Layouts,
  scene: Scene,
  net: Network,
  label: string,
  over: (layout: Layout) => Pick<DrawnLayout, "places" | "lines">,
): Omit<Drawing, "notes"> {
  const { wide, upright, ...classes } = shownIn(layouts);
  const headings = headingsOf(net);
  const laidOut = (layout: Layout, shown: string): DrawnLayout => ({
    picture: <DiagramSvg {...{ layout, scene, headings, label }} className={shown} />,
    width: layout.width,
    height: layout.height,
    room: layout.upright ? layout.room : layout.width,
    most: mostScale,
    shown,
    ...over(layout),
  });
  return {
    ...classes,
    wide: laidOut(layouts.wide, wide),
    ...(layouts.upright ? { narrow: laidOut(layouts.upright, upright) } : {}),
  };
}

function pointAt({ nodes }: Layout, id: string) {
  const { x = 0, y = 0 } = nodes.find((node) => node.id === id) ?? {};
  return { x, y };
}
