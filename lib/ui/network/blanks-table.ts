import type { NetworkView } from "@/lib/exercise/kinds/network";
import { numberText } from "../number-text";
import type { LayerTable } from "./table";

type ValuesView = Extract<NetworkView, { asks: "values" }>;

const figures = 7;

/** The values that a diagram with blanks shows, to more figures than fit into a neuron. */
export function knownTable({ x, known, show, h = [] }: ValuesView): LayerTable {
  const letter = show === "forward" ? "h" : "dz";
  const rows = [
    ...x.map((value, i) => [`x, input ${i + 1}`, value] as const),
    ...known.map(({ layer, neuron, value }) => [named(letter, layer, neuron), value] as const),
    ...h.flatMap((values, layer) =>
      layer === 0 ? [] : values.map((value, i) => [named("h", layer, i + 1), value] as const),
    ),
  ];
  return {
    caption: "The values shown",
    columns: [{ tex: "\\text{value}", words: "value" }],
    rows: rows.map(([name, value]) => ({ name, cells: [numberText(value, figures)] })),
    cut: false,
  };
}

function named(letter: string, layer: number, neuron: number): string {
  return `${letter}, layer ${layer}, neuron ${neuron}`;
}
