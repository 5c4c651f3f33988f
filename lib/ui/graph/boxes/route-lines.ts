import type { BoxLine } from "@/lib/exercise/boxes/box";
import type { GraphLine } from "@/lib/ui/graph/layers";
import type { Along, PlacedBox, PlacedLine, Point } from "./placed";

/** Where one of what comes out of a box leaves it. */
export function outOf(
  { x, y, width, height, box }: PlacedBox,
  index: number,
  upright: boolean,
): Point {
  const share = (index + 0.5) / box.outs.length;
  return upright
    ? { x: x - width / 2 + share * width, y: y + height / 2 }
    : { x: x + width / 2, y: y - height / 2 + share * height };
}
/** What lines are laid between. */
interface Places {
  readonly byId: ReadonlyMap<string, PlacedBox>;
  readonly layers: readonly GraphLine[];
  readonly along: readonly Along[];
  readonly upright: boolean;
  /** The point so far along the flow in a row of the layered graph. */
  readonly pointAt: (along: number, row: number) => Point;
}

/** A line from where its quantity leaves a box to where it comes into another, past what stands between. */
export function placedLine(line: BoxLine, all: readonly BoxLine[], places: Places): PlacedLine {
  const { byId, layers, along, upright, pointAt } = places;
  const [from, to] = [byId.get(line.from)!, byId.get(line.to)!];
  const index = from.box.outs.findIndex(({ id }) => id === line.out);
  const chain = layers.find((one) => one.from === line.from && one.to === line.to);
  const bends = (chain?.points.slice(1, -1) ?? []).flatMap(({ column, row }) =>
    [along[column]!.from, along[column]!.to].map((x) => pointAt(x, row)),
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
