import { column, fromRows, type Network } from "@/lib/engine";
import type { Drawing } from "@/lib/exercise/kinds/drawing";
import type { NetworkView } from "@/lib/exercise/kinds/network";
import { edgesOf as weightsOf } from "@/lib/exercise/kinds/network/path/edge";
import { blanksScene } from "./blanks-scene";
import { knownTable } from "./blanks-table";
import { DiagramSvg, drawnScale } from "./DiagramSvg";
import { LegendLine } from "./Legend";
import { type Layout, layOut } from "./layout";
import { NetworkTables } from "./NetworkTables";
import type { Scene } from "./scene";
import { structure } from "./scene";
import { tablesOf } from "./table";
import { headingsOf, summaryOf } from "./words";

type ValuesView = Extract<NetworkView, { asks: "values" }>;

/** The diagram of a part that is answered on it, with places for its fields. It is drawn from the part's view alone,
 *  so it holds no answer. */
export function blanksDrawing(view: NetworkView): Drawing {
  const sizes = view.asks === "values" ? view.net.sizes : view.sizes;
  const layout = layOut(sizes, { labels: true });
  return view.asks === "values"
    ? valuesDrawing(view, layout)
    : pathDrawing(view.activations, layout);
}

function valuesDrawing(view: ValuesView, layout: Layout): Drawing {
  const { sizes, activations, loss, W, b } = view.net;
  const net = { sizes, activations, loss, W: W.map(fromRows), b: b.map(column) };
  const label = summaryOf(net, "weights");
  const below = view.show === "forward" ? "its bias b" : view.h ? "its output h" : undefined;
  const inside = view.show === "forward" ? "h" : "dz (∂L/∂z)";
  return {
    ...drawn(layout, blanksScene(view, net, layout), net, label),
    places: view.blanks.map(({ layer, neuron }) => pointAt(layout, `${layer}.${neuron}`)),
    lines: [],
    notes: (
      <>
        <LegendLine
          edges="weight"
          numbers={`${inside} stands in a neuron${below ? `, ${below} below it` : ""}`}
          labelled={layout.edges.some((edge) => edge.label)}
        />
        <NetworkTables
          tables={[...tablesOf(net, "weights", undefined), knownTable(view)]}
          summary="The numbers as a table"
        />
      </>
    ),
  };
}

function pathDrawing(activations: Network["activations"], layout: Layout): Drawing {
  const sizes = layout.columns.map(({ size }) => size);
  const net: Network = { sizes, activations, loss: "mean-squared-error", W: [], b: [] };
  const label = summaryOf(net, "structure");
  return {
    ...drawn(layout, structure(layout, net), net, label),
    places: [],
    lines: weightsOf(sizes).flatMap(({ layer, from, to }) => {
      const edge = layout.edges.find(({ id }) => id === `${layer}.${from}.${to}`);
      return edge ? [[edge.start, edge.end] as const] : [];
    }),
    notes: null,
  };
}

function drawn(layout: Layout, scene: Scene, net: Network, label: string) {
  const { width, height } = layout;
  const picture = (
    <DiagramSvg layout={layout} scene={scene} headings={headingsOf(net)} label={label} />
  );
  return { picture, width, height, ...drawnScale, label: "Network diagram, scrolls sideways" };
}

function pointAt({ nodes }: Layout, id: string) {
  const { x = 0, y = 0 } = nodes.find((node) => node.id === id) ?? {};
  return { x, y };
}
