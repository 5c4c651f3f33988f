import { labelSize, type Point } from "./layout";

interface Line {
  readonly start: Point;
  readonly end: Point;
}

const [candidates, sweeps] = [13, 8];
const gap = 2;
/** A number should not stand where another weight's line runs. */
const offLine = 9;

/** A place on each line for its number, between two heights, so that none lies on another and few on a line that is not
 *  theirs; undefined where they have no room. Lines run downwards. Each in turn takes its best place until all stay. */
export function labelPlaces(
  lines: readonly Line[],
  top: number,
  bottom: number,
): Point[] | undefined {
  const room = bottom - top - labelSize.height;
  if (room < 0) return undefined;
  const heights = Array.from(
    { length: candidates },
    (_, i) => top + labelSize.height / 2 + (room * i) / (candidates - 1),
  );
  const ways = lines.map((line) => heights.map((y) => at(line, y)));
  const lineCost = ways.map((points, i) =>
    points.map((point) => costOfLines(point, lines, i) + offMiddle(point.y, top, bottom)),
  );
  const chosen = lines.map((_, i) => (i * 5) % candidates);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    lines.forEach((_, i) => {
      const costs = ways[i]!.map(
        (point, k) => lineCost[i]![k]! + 10 * overlaps(point, i, ways, chosen),
      );
      chosen[i] = costs.indexOf(Math.min(...costs));
    });
  }
  const free = lines.every((_, i) => overlaps(ways[i]![chosen[i]!]!, i, ways, chosen) === 0);
  return free ? lines.map((_, i) => ways[i]![chosen[i]!]!) : undefined;
}

function at({ start, end }: Line, y: number): Point {
  const share = (y - start.y) / (end.y - start.y);
  return { x: start.x + share * (end.x - start.x), y };
}

function costOfLines(point: Point, lines: readonly Line[], own: number): number {
  return lines.reduce((cost, line, i) => {
    if (i === own) return cost;
    const off = Math.abs(at(line, point.y).x - point.x);
    return off < labelSize.width / 2 + offLine ? cost + 1 : cost;
  }, 0);
}

const offMiddle = (y: number, top: number, bottom: number) =>
  Math.abs(y - (top + bottom) / 2) / (2 * (bottom - top));

function overlaps(
  { x, y }: Point,
  own: number,
  ways: readonly (readonly Point[])[],
  chosen: readonly number[],
): number {
  return ways.reduce((count, points, i) => {
    const other = points[chosen[i]!]!;
    const on =
      i !== own &&
      Math.abs(other.x - x) < labelSize.width + gap &&
      Math.abs(other.y - y) < labelSize.height + gap;
    return on ? count + 1 : count;
  }, 0);
}
