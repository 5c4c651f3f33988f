import { type Axis, placeOn } from "../chart/axis";
import { still } from "../chart/ChartFrame";
import type { Point } from "../chart/curve";

interface Place {
  x: Axis;
  y: Axis;
  at: Point;
}

const digits = (value: number) => Math.round(100 * value) / 100;

/** A place in the chart's square of 100 by 100. */
export function placed({ x, y, at }: Place): { left: number; top: number } {
  return { left: digits(placeOn(x)(at.x)), top: digits(100 - placeOn(y)(at.y)) };
}

/** Dots that stay round however the drawing is stretched: lines of no length with round ends. */
export function Dots({
  x,
  y,
  points,
  colour,
  size,
  opacity,
}: Omit<Place, "at"> & {
  points: readonly Point[];
  colour: string;
  size: number;
  opacity?: number;
}) {
  const [across, up] = [placeOn(x), placeOn(y)];
  const d = points
    .map((point) => `M${digits(across(point.x))} ${digits(100 - up(point.y))}h0`)
    .join("");
  return (
    <path
      d={d}
      stroke={colour}
      strokeWidth={size}
      strokeLinecap="round"
      opacity={opacity}
      {...still}
    />
  );
}

/** A straight piece of this slope through a point, about as long on the screen whether it is flat or steep. `aspect`
 *  is the drawing's width over its height. */
export function tangentPath(place: Place, slope: number, reach = 20, aspect = 2.2): string {
  const { left, top } = placed(place);
  const run = 100 / (place.x.to - place.x.from);
  const rise = (-100 * slope) / (place.y.to - place.y.from);
  const share = reach / Math.hypot(run * aspect, rise);
  const [dx, dy] = [share * run, share * rise];
  return `M${digits(left - dx)} ${digits(top - dy)}L${digits(left + dx)} ${digits(top + dy)}`;
}
