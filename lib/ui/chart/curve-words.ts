import { numberText } from "../number-text";
import type { Point } from "./curve";

/** A curve in a sentence: where it begins and ends, its highest and lowest point where they lie between, and where it
 *  crosses 0. For those who do not see it. */
export function curveWords(name: string, points: readonly Point[]): string {
  const known = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}: no values.`;
  const told = [`${pointText(first)} to ${pointText(last)}`];
  const highest = known.reduce((a, b) => (b.y > a.y ? b : a));
  const lowest = known.reduce((a, b) => (b.y < a.y ? b : a));
  if (highest.y > Math.max(first.y, last.y)) told.push(`highest ${pointText(highest)}`);
  if (lowest.y < Math.min(first.y, last.y)) told.push(`lowest ${pointText(lowest)}`);
  const zeros = zeroCrossings(known);
  if (zeros.length > 0 && zeros.length <= 6) {
    told.push(`crosses 0 at ${zeros.map((x) => numberText(x)).join(", ")}`);
  }
  return `${name}: from ${told.join("; ")}.`;
}

function pointText({ x, y }: Point): string {
  return `${numberText(y)} at ${numberText(x)}`;
}

/** Where the line through these points changes its sign, between two points by proportion. */
export function zeroCrossings(points: readonly Point[]): number[] {
  const found: number[] = [];
  let before: Point | undefined;
  for (const point of points) {
    if (point.y === 0) continue;
    if (before && before.y < 0 !== point.y < 0) {
      const at = before.x + ((point.x - before.x) * before.y) / (before.y - point.y);
      found.push(Math.abs(at) < 1e-12 ? 0 : at);
    }
    before = point;
  }
  return found;
}

/** Which points a table shows: about `rows` of them, evenly taken, the first and the last with them. */
export function sampledIndices(count: number, rows = 13): number[] {
  if (count <= rows) return Array.from({ length: count }, (_, i) => i);
  const step = (count - 1) / (rows - 1);
  return Array.from({ length: rows }, (_, i) => Math.round(i * step));
}
