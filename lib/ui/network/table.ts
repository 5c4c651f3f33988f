import type { Network, Tensor } from "@/lib/engine";
import { numberText } from "../number-text";
import { activationName } from "./activation-name";
import { shownIndices } from "./layout";
import { entry } from "./marks";
import { isBackprop, type Pass, type Show } from "./scene-of";

/** A column's heading: TeX for the eye, and words for the ear, which are quicker than a formula read out. */
export interface ColumnHead {
  readonly tex: string;
  readonly words: string;
}

/** A table of one layer: a row a neuron, a column a quantity. */
export interface LayerTable {
  readonly caption: string;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly cut: boolean;
}

interface TableColumn extends ColumnHead {
  /** The cell of the j-th neuron. */
  readonly cell: (neuron: number) => string;
}

const most = 8;
const ellipsis: TableColumn = { tex: "\\cdots", words: "more", cell: () => "…" };

/** The numbers of a diagram as tables, one for the inputs and one a layer; wide layers are cut to the first few
 *  and the last. Holds what `show` names and nothing else. */
export function tablesOf(
  net: Network,
  show: Show,
  pass: Pass | undefined,
  example = 1,
): LayerTable[] {
  if (show === "structure") return [structureTable(net)];
  const tables = net.sizes.slice(1).map((_, i) => layerTable(net, i + 1, show, pass, example));
  return pass && show !== "weights" ? [inputTable(pass.x, example), ...tables] : tables;
}

/** No shapes of W and b: a question about the structure may ask for them. */
function structureTable({ sizes, activations }: Network): LayerTable {
  const rows = sizes.map((size, l) => ({
    name: l === 0 ? "Inputs" : `Layer ${l}`,
    cells: [String(size), l === 0 ? "none" : activationName(activations[l])],
  }));
  const columns = ["Size", "Activation"].map((word) => ({ tex: `\\text{${word}}`, words: word }));
  return { caption: "The layers", columns, rows, cut: false };
}

function inputTable(x: Tensor, example: number): LayerTable {
  return table("Inputs", "input", x.rows, [valueColumn("x", "value", x, example)]);
}

function layerTable(
  net: Network,
  l: number,
  show: Show,
  pass: Pass | undefined,
  example: number,
): LayerTable {
  const last = net.sizes.length - 1;
  const name = l === last ? `Layer ${l}, the output` : `Layer ${l}`;
  const before = shownIndices(net.sizes[l - 1] ?? 0, most);
  const weights = before.map((i) => weightColumn(net, l, i, show, pass));
  if (before.length < (net.sizes[l - 1] ?? 0)) weights.splice(-1, 0, ellipsis);
  const columns = [...weights, ...neuronColumns(net, l, show, pass, example)];
  return table(
    `${name} (${activationName(net.activations[l])})`,
    "neuron",
    net.sizes[l] ?? 0,
    columns,
  );
}

function weightColumn(
  net: Network,
  l: number,
  i: number,
  show: Show,
  pass: Pass | undefined,
): TableColumn {
  const letter = `w^{[${l}]}_{${i}j}`;
  if (show === "gradients" && isBackprop(pass)) {
    const words = `gradient of the weight from ${i}`;
    return { tex: `\\partial L / \\partial ${letter}`, words, cell: cellOf(pass.dW[l], i) };
  }
  return { tex: letter, words: `weight from ${i}`, cell: cellOf(net.W[l], i) };
}

function neuronColumns(
  net: Network,
  l: number,
  show: Show,
  pass: Pass | undefined,
  example: number,
): TableColumn[] {
  const sup = `^{[${l}]}_j`;
  if (show === "gradients" && isBackprop(pass)) {
    return [
      valueColumn(`\\partial L / \\partial b${sup}`, "gradient of the bias", pass.db[l], 1),
      valueColumn(`dz${sup}`, "dz", pass.dz[l], example),
    ];
  }
  const bias = valueColumn(`b${sup}`, "bias", net.b[l], 1);
  if (show === "weights" || !pass) return [bias];
  const output = l === net.sizes.length - 1 ? `h${sup} = p_j` : `h${sup}`;
  return [
    bias,
    valueColumn(`z${sup}`, "z", pass.z[l], example),
    valueColumn(output, "h", pass.h[l], example),
  ];
}

function valueColumn(
  tex: string,
  words: string,
  values: Tensor | undefined,
  col: number,
): TableColumn {
  return { tex, words, cell: cellOf(values, col) };
}

function cellOf(values: Tensor | undefined, col: number): (row: number) => string {
  return (row) => numberText((values && entry(values, row, col)) ?? Number.NaN, 4);
}

function table(
  caption: string,
  thing: string,
  size: number,
  columns: readonly TableColumn[],
): LayerTable {
  const shown = shownIndices(size, most);
  const rows = shown.map((j) => ({
    name: `${thing} ${j}`,
    cells: columns.map(({ cell }) => cell(j)),
  }));
  const cut = shown.length < size;
  if (cut) rows.splice(-1, 0, { name: "…", cells: columns.map(() => "…") });
  const heads = columns.map(({ tex, words }) => ({ tex, words }));
  return { caption, columns: heads, rows, cut: cut || columns.includes(ellipsis) };
}
