/** Where everything of a network diagram stands, in the SVG's own units. Layers, neurons and inputs count from 1
 *  as in the lesson; layer 0 is the inputs. Plain data: it goes to the browser with the walkthrough. */
export interface Layout {
  /** Whether the layers stand below one another; otherwise they stand side by side. */
  readonly upright: boolean;
  /** How wide what stands on a neuron or below it may be. */
  readonly room: number;
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly nodes: readonly NodePlace[];
  readonly edges: readonly EdgePlace[];
  readonly loss?: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Column {
  readonly layer: number;
  readonly size: number;
  /** Where its words stand: above its neurons, or at the left of them where it is a row. */
  readonly x: number;
  readonly y: number;
  /** Where an ellipsis stands for the neurons left out of a wide layer. */
  readonly ellipsis?: Point;
}

/** `id` is "layer.index". */
export interface NodePlace extends Point {
  readonly id: string;
  readonly layer: number;
  readonly index: number;
}

/** The weight from neuron `from` of the layer before to neuron `to` of `layer`; `id` is "layer.from.to". `label`
 *  is where its number stands, undefined where the numbers of a layer would lie on one another. */
export interface EdgePlace {
  readonly id: string;
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly start: Point;
  readonly end: Point;
  readonly label?: Point;
}

export const nodeRadius = 24;
export const labelSize = { width: 40, height: 15 } as const;
export const lossSize = { width: 84, height: 44 } as const;
export const mostRows = 6;

const pitch = 104;
const [headRoom, headLine] = [48, 20];
const margin = 46;
const aroundNode = nodeRadius + 24;
const labelledGap = 122;
const plainGap = 100;

/** Two rows of labels may come this close; beyond it a layer's weights are read from the table. */
const closestLabels = 18;

/** The indices a layer of this size shows, 1-based: all of them, or the first few and the last. */
export function shownIndices(size: number, most = mostRows): number[] {
  const all = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  return size <= most ? all(size) : [...all(most - 2), size];
}

/** Lays a network out from left to right, every layer centred. */
export function layOut(
  sizes: readonly number[],
  { labels, loss = false }: { labels: boolean; loss?: boolean },
): Layout {
  const rows = sizes.map((size) => Math.min(size, mostRows));
  const tallest = Math.max(...rows);
  const middle = headRoom + aroundNode + ((tallest - 1) * pitch) / 2;
  const xs = columnPlaces(rows, labels);
  const columns: Column[] = [];
  const nodes: NodePlace[] = [];
  sizes.forEach((size, layer) => {
    const top = middle - (((rows[layer] ?? 1) - 1) * pitch) / 2;
    const x = xs[layer] ?? 0;
    const shown = shownIndices(size);
    const cut = shown.length < size;
    shown.forEach((index, i) => {
      const row = cut && i === shown.length - 1 ? i + 1 : i;
      nodes.push({ id: `${layer}.${index}`, layer, index, x, y: top + row * pitch });
    });
    const ellipsis = cut ? { ellipsis: { x, y: top + (shown.length - 1) * pitch } } : {};
    columns.push({ layer, size, x, y: headLine, ...ellipsis });
  });
  const lastX = xs.at(-1) ?? 0;
  const lossX = lastX + nodeRadius + 52 + lossSize.width / 2;
  return {
    upright: false,
    room: 2.8 * nodeRadius,
    width: loss ? lossX + lossSize.width / 2 + 16 : lastX + margin,
    height: middle + ((tallest - 1) * pitch) / 2 + aroundNode + 4,
    columns,
    nodes,
    edges: edgePlaces(nodes, rows, labels),
    ...(loss ? { loss: { x: lossX, y: middle } } : {}),
  };
}

/** Whether the weights between layers of so many rows have room for their numbers. */
function hasRoom(from: number, to: number): boolean {
  return pitch / (Math.min(from, to) + 1) >= closestLabels;
}

function columnPlaces(rows: readonly number[], labels: boolean): number[] {
  const xs = [margin];
  for (let l = 1; l < rows.length; l++) {
    const roomy = labels && hasRoom(rows[l - 1] ?? 1, rows[l] ?? 1);
    xs.push((xs[l - 1] ?? 0) + 2 * nodeRadius + (roomy ? labelledGap : plainGap));
  }
  return xs;
}

function edgePlaces(
  nodes: readonly NodePlace[],
  rows: readonly number[],
  labels: boolean,
): EdgePlace[] {
  return nodes.flatMap((to) => {
    if (to.layer === 0) return [];
    const [before, here] = [rows[to.layer - 1] ?? 1, rows[to.layer] ?? 1];
    const share = labels && hasRoom(before, here) ? labelShare(before, here) : undefined;
    return nodes.filter((from) => from.layer === to.layer - 1).map((from) => edge(from, to, share));
  });
}

/** How far along its edge a label stands. With n rows on one side and pitch r on both, labels at 1/(n+1) of the
 *  way from the other side come to stand in one column, exactly r/(n+1) apart: y = (1−t)·yᵢ + t·yⱼ, and (1−t) = n·t. */
function labelShare(from: number, to: number): number {
  return to <= from ? 1 / (to + 1) : from / (from + 1);
}

function edge(from: NodePlace, to: NodePlace, share: number | undefined): EdgePlace {
  const start = { x: from.x + nodeRadius, y: from.y };
  const end = { x: to.x - nodeRadius, y: to.y };
  const id = `${to.layer}.${from.index}.${to.index}`;
  const place = { id, layer: to.layer, from: from.index, to: to.index, start, end };
  if (share === undefined) return place;
  const x = start.x + share * (end.x - start.x);
  return { ...place, label: { x, y: start.y + share * (end.y - start.y) } };
}
