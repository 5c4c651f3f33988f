import { line } from "d3-shape";
import { type Axis, placeOn } from "./axis";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The path of a curve in the chart's square of 100 by 100. A value that is no finite number leaves a gap. */
export function curvePath(x: Axis, y: Axis, points: Iterable<Point>): string {
  const [across, up] = [placeOn(x), placeOn(y)];
  const path = line<Point>()
    .defined((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
    .x((point) => across(point.x))
    .y((point) => 100 - up(point.y))
    .digits(2);
  return path(points) ?? "";
}

/** The points of lists of x and y, as many as the shorter one has. */
export function pointsOf(xs: readonly number[], ys: readonly number[]): Point[] {
  return xs.slice(0, ys.length).map((x, i) => ({ x, y: ys[i]! }));
}
