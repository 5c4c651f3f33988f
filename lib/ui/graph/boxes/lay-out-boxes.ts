import type { BoxGraph } from "@/lib/exercise/boxes/box";
import { type GraphPlace, layOutLayers } from "@/lib/ui/graph/layers";
import { boxHeight, type DrawnBox, drawnBox, type Shapes } from "./drawn-box";
import type { Along, BoxLayout, PlacedBox, PlacedLine, Point } from "./placed";
import { outOf, placedLine } from "./route-lines";

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
  const pointAt = (x: number, row: number): Point => {
    const y = margin + unit * row;
    return upright ? { x: y, y: x } : { x, y };
  };
  const middleOf = ({ column, row }: GraphPlace) => pointAt(along[column]!.middle, row);
  const placed = drawn.map(
    (box): PlacedBox => ({ box, ...sizes.get(box.id)!, ...middleOf(layers.places.get(box.id)!) }),
  );
  const byId = new Map(placed.map((one) => [one.box.id, one]));
  const routed = lines.map((line) =>
    placedLine(line, lines, { byId, layers: layers.lines, along, upright, pointAt }),
  );
  const end = along.at(-1)!;
  const across = 2 * margin + unit * layers.rows;
  const length =
    end.to + margin + (upright ? stub : stub + widestOut(drawn, layers.columns.at(-1)!));
  return {
    upright,
    ...(upright ? { width: across, height: length } : { width: length, height: across }),
    boxes: placed,
    outs: placed.flatMap((one) =>
      one.box.outs.map((_, index) => {
        const at = outOf(one, index, upright);
        return { box: one.box, index, ...at, turns: turnsAside(at, routed, upright) };
      }),
    ),
    lines: routed,
  };
}

/** Whether the lines from a point turn to where its label would be: to the right of a line that runs down, up from one that runs
 *  to the right. */
function turnsAside(at: Point, lines: readonly PlacedLine[], upright: boolean): boolean {
  const own = lines.filter(({ points }) => points[0]!.x === at.x && points[0]!.y === at.y);
  const turns = own.map(({ points }) => (upright ? points[1]!.x - at.x : at.y - points[1]!.y));
  return turns.length > 0 && turns.every((turn) => turn > labelGap);
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
