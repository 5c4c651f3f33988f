import { labelPlaces } from "./label-places";
import {
  type Column,
  type EdgePlace,
  type Layout,
  lossSize,
  mostRows,
  type NodePlace,
  nodeRadius,
  type Point,
  shownIndices,
} from "./layout";

/** Room at the left for the words of a layer. */
const gutter = 52;
/** A layer's neurons share this width, unless that sets them closer than `closest`. */
const across = 212;
const [closest, widest] = [54, 96];
/** What stands above a neuron (its letter) and below it (its bias). */
const [above, below] = [20, 20];
const margin = 6;
const lossGap = 34;

/** Room between two layers: the least, a step more, and the most that is tried for the numbers of the weights; and what
 *  they get without numbers. */
const clear = { least: 34, step: 14, most: 160, plain: 60 } as const;
/** The numbers of more weights are read from the table. */
const mostLabels = 24;

/** Lays a network out from top to bottom, for columns too narrow for it from left to right. */
export function layOutUpright(
  sizes: readonly number[],
  { labels, loss = false }: { labels: boolean; loss?: boolean },
): Layout {
  const rows = sizes.map((size) => shownIndices(size).length + (size > mostRows ? 1 : 0));
  const widestRow = Math.max(...rows);
  const pitch = Math.min(widest, Math.max(closest, across / widestRow));
  const width = gutter + Math.max(across, pitch * widestRow);
  const middle = gutter + (width - gutter) / 2;
  const columns: Column[] = [];
  const nodes: NodePlace[] = [];
  const edges: EdgePlace[] = [];
  let y = margin + above + nodeRadius;
  sizes.forEach((size, layer) => {
    const row = rowOf(size, layer, { middle, pitch, y });
    if (layer > 0) {
      const before = nodes.filter((node) => node.layer === layer - 1);
      const led = ledInto(before, row.nodes, labels);
      y += led.down;
      row.nodes = row.nodes.map((node) => ({ ...node, y }));
      if (row.ellipsis) row.ellipsis = { ...row.ellipsis, y };
      edges.push(...led.edges);
    }
    nodes.push(...row.nodes);
    columns.push({
      layer,
      size,
      x: 0,
      y,
      ...(row.ellipsis ? { ellipsis: row.ellipsis } : {}),
    });
  });
  const bottom = y + nodeRadius + below;
  const lossY = bottom + lossGap + lossSize.height / 2;
  return {
    upright: true,
    room: pitch - 4,
    width,
    height: (loss ? lossY + lossSize.height / 2 : bottom) + margin,
    columns,
    nodes,
    edges,
    ...(loss ? { loss: { x: middle, y: lossY } } : {}),
  };
}

interface Row {
  nodes: NodePlace[];
  ellipsis?: Point;
}

function rowOf(
  size: number,
  layer: number,
  { middle, pitch, y }: { middle: number; pitch: number; y: number },
): Row {
  const shown = shownIndices(size);
  const cut = shown.length < size;
  const places = shown.length + (cut ? 1 : 0);
  const left = middle - ((places - 1) * pitch) / 2;
  const nodes = shown.map((index, i) => {
    const place = cut && i === shown.length - 1 ? i + 1 : i;
    return { id: `${layer}.${index}`, layer, index, x: left + place * pitch, y };
  });
  return cut ? { nodes, ellipsis: { x: left + (shown.length - 1) * pitch, y } } : { nodes };
}

/** The weights from one layer to the next, which is set so far down that their numbers have room. */
function ledInto(before: readonly NodePlace[], row: readonly NodePlace[], labels: boolean) {
  const least = 2 * nodeRadius + below + above;
  const lines = (room: number) =>
    row.flatMap((to) => before.map((from) => edge(from, { ...to, y: from.y + least + room })));
  const top = (before[0]?.y ?? 0) + nodeRadius + below;
  const few = labels && before.length * row.length <= mostLabels;
  for (let room: number = clear.least; few && room <= clear.most; room += clear.step) {
    const edges = lines(room);
    const places = labelPlaces(edges, top, top + room);
    if (!places) continue;
    return { down: least + room, edges: edges.map((one, i) => ({ ...one, label: places[i]! })) };
  }
  return { down: least + clear.plain, edges: lines(clear.plain) };
}

function edge(from: NodePlace, to: NodePlace): EdgePlace {
  return {
    id: `${to.layer}.${from.index}.${to.index}`,
    layer: to.layer,
    from: from.index,
    to: to.index,
    start: { x: from.x, y: from.y + nodeRadius },
    end: { x: to.x, y: to.y - nodeRadius },
  };
}
