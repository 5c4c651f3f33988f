import type { BoxGraph, BoxLine } from "@/lib/exercise/boxes/box";
import { type GraphLine, type GraphPlace, layOutLayers } from "@/lib/ui/graph/layers";
import { boxHeight, type DrawnBox, drawnBox, type Shapes } from "./drawn-box";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in its place: x and y are its middle. */
export interface PlacedBox extends Point {
  readonly box: DrawnBox;
  readonly width: number;
  readonly height: number;
}

/** What comes out of a box, where it leaves it. */
export interface PlacedOut extends Point {
  readonly box: DrawnBox;
  readonly index: number;
}

/** A line as the points that it runs through, in pairs between which it runs straight along the flow. */
export interface PlacedLine {
  readonly id: string;
  readonly points: readonly Point[];
}

export interface BoxLayout {
  readonly upright: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly outs: readonly PlacedOut[];
  readonly lines: readonly PlacedLine[];
}

/** Room between boxes side by side, and about a line that passes between them. */
const beside = 16;
/** Room between one layer and the next, for the lines and what is written at them. */
const between = { across: 30, down: 44 };
/** Room around the drawing, and for the arrow of what comes out of it. */
const margin = 10;
const stub = 30;
/** From a line to what is written beside it. */
export const labelGap = 6;
/** Room for each of several things that come out of a box at its right side. */
const outHeight = 17;

/** Lays boxes out from left to right, or from top to bottom. */
export function layOutBoxes(
  { boxes, lines }: BoxGraph,
  { shapes, upright }: { shapes: Shapes; upright: boolean },
): BoxLayout {
  const drawn = boxes.map((box) => drawnBox(box, shapes));
  const sizes = new Map(drawn.map((box) => [box.id, sizeOf(box, upright)]));
  const layers = layOutLayers(
    drawn.map(({ id }) => ({
      id,
      buildsOn: [...new Set(lines.flatMap(({ from, to }) => (to === id ? [from] : [])))],
      size: (roomOf(drawn.find((box) => box.id === id)!, sizes.get(id)!, upright) + beside) / unit,
    })),
    { everyLine: true, late: true },
  );
  const along = layersAlong(layers.columns, drawn, sizes, upright);
  const pointAt = ({ column, row }: GraphPlace): Point =>
    turned({ x: along[column]!.middle, y: margin + unit * row }, upright);
  const placed = drawn.map(
    (box): PlacedBox => ({ box, ...sizes.get(box.id)!, ...pointAt(layers.places.get(box.id)!) }),
  );
  const byId = new Map(placed.map((one) => [one.box.id, one]));
  const end = along.at(-1)!;
  const across = 2 * margin + unit * layers.rows;
  const length =
    end.to + margin + (upright ? stub : stub + widestOut(drawn, layers.columns.at(-1)!));
  return {
    upright,
    ...(upright ? { width: across, height: length } : { width: length, height: across }),
    boxes: placed,
    outs: placed.flatMap((one) =>
      one.box.outs.map((_, index) => ({ box: one.box, index, ...outOf(one, index, upright) })),
    ),
    lines: lines.map((line) =>
      placedLine(line, lines, { byId, layers: layers.lines, along, upright }),
    ),
  };
}

/** A row of the layered graph, in the drawing's own units. */
const unit = 100;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box's size, with room for what is written at what comes out of it. */
function sizeOf({ width, outs }: DrawnBox, upright: boolean): Size {
  if (!upright) return { width, height: Math.max(boxHeight, outHeight * outs.length) };
  const widest = Math.max(0, ...outs.map((out) => out.width));
  const labels = outs.length > 1 ? outs.length * (widest + 3 * labelGap) : 0;
  return { width: Math.max(width, labels), height: boxHeight };
}

/** The room that a box takes across the flow, what is written beside its line included. */
function roomOf({ outs }: DrawnBox, { width, height }: Size, upright: boolean): number {
  if (!upright) return height;
  return outs.length === 1 ? Math.max(width, 2 * (outs[0]!.width + labelGap)) : width;
}

interface Along {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

/** Where each layer begins and ends along the flow. */
function layersAlong(
  columns: readonly (readonly string[])[],
  drawn: readonly DrawnBox[],
  sizes: ReadonlyMap<string, Size>,
  upright: boolean,
): Along[] {
  let at = margin;
  return columns.map((ids) => {
    const thick = Math.max(
      ...ids.map((id) => (upright ? sizes.get(id)!.height : sizes.get(id)!.width)),
    );
    const from = at;
    at += thick + (upright ? between.down : between.across + widestOut(drawn, ids));
    return { from, middle: from + thick / 2, to: from + thick };
  });
}

const widestOut = (drawn: readonly DrawnBox[], ids: readonly string[]) =>
  Math.max(
    0,
    ...drawn
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ outs }) => outs.map((out) => out.width)),
  );

const turned = ({ x, y }: Point, upright: boolean): Point => (upright ? { x: y, y: x } : { x, y });

/** Where one of what comes out of a box leaves it. */
function outOf({ x, y, width, height, box }: PlacedBox, index: number, upright: boolean): Point {
  const share = (index + 0.5) / box.outs.length;
  return upright
    ? { x: x - width / 2 + share * width, y: y + height / 2 }
    : { x: x + width / 2, y: y - height / 2 + share * height };
}

interface Places {
  readonly byId: ReadonlyMap<string, PlacedBox>;
  readonly layers: readonly GraphLine[];
  readonly along: readonly Along[];
  readonly upright: boolean;
}

function placedLine(line: BoxLine, all: readonly BoxLine[], places: Places): PlacedLine {
  const { byId, layers, along, upright } = places;
  const [from, to] = [byId.get(line.from)!, byId.get(line.to)!];
  const index = from.box.outs.findIndex(({ id }) => id === line.out);
  const chain = layers.find((one) => one.from === line.from && one.to === line.to);
  const bends = (chain?.points.slice(1, -1) ?? []).flatMap(({ column, row }) =>
    [along[column]!.from, along[column]!.to].map((x) =>
      turned({ x, y: margin + unit * row }, upright),
    ),
  );
  const points = [outOf(from, index, upright), ...bends, entryTo(to, line, all, places)];
  return { id: `${line.from} ${line.out} ${line.to}`, points };
}

/** Where a line comes into a box: lines that come in are spread over its side, in the order of where they come from. */
function entryTo(to: PlacedBox, line: BoxLine, all: readonly BoxLine[], places: Places): Point {
  const { byId, layers, upright } = places;
  const heightOf = (one: BoxLine) => {
    const last = layers
      .find(({ from, to: at }) => from === one.from && at === one.to)
      ?.points.at(-2);
    const out = byId.get(one.from)!.box.outs.findIndex(({ id }) => id === one.out);
    return (last?.row ?? 0) + out / 1000;
  };
  const coming = all
    .filter((one) => one.to === line.to)
    .toSorted((a, b) => heightOf(a) - heightOf(b));
  const share = (coming.indexOf(line) + 1) / (coming.length + 1);
  const { x, y, width, height } = to;
  return upright
    ? { x: x - width / 2 + share * width, y: y - height / 2 }
    : { x: x - width / 2, y: y - height / 2 + share * height };
}
