import { scaleLinear, scaleLog } from "d3-scale";
import { numberText } from "../number-text";

/** One axis of a chart, as plain data: from values to places in percent of the drawing, and the marks along it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

interface AxisOptions {
  /** About how many marks there are. */
  ticks?: number;
  /** Whether the ends are moved out to round numbers. */
  nice?: boolean;
}

/** An axis over these bounds. */
export function linearAxis(
  [from, to]: readonly [number, number],
  { ticks = 6, nice = false }: AxisOptions = {},
): Axis {
  const scale = scaleLinear([from, to], [0, 100]);
  if (nice) scale.nice(ticks);
  const [start = from, end = to] = scale.domain();
  return { from: start, to: end, log: false, ticks: scale.ticks(ticks).map(tick) };
}

/** An axis of powers of ten, from 10^from to 10^to; there is a mark at every power, or every few. */
export function logAxis(from: number, to: number, most = 7): Axis {
  const step = Math.max(1, Math.ceil((to - from) / (most - 1)));
  const powers: number[] = [];
  for (let power = Math.ceil(from / step) * step; power <= to; power += step) powers.push(power);
  const ticks = powers.map((power) => ({ value: 10 ** power, text: powerText(power) }));
  return { from: 10 ** from, to: 10 ** to, log: true, ticks };
}

/** An axis around all finite values: round ends, and room above and below where there is only one value. */
export function axisAround(values: Iterable<number>, options: AxisOptions = {}): Axis {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return linearAxis([0, 1], options);
  if (least === most) {
    const room = Math.abs(least) / 2 || 1;
    return linearAxis([least - room, most + room], { nice: true, ...options });
  }
  return linearAxis([least, most], { nice: true, ...options });
}

/** Where a value stands along an axis, in percent from its start. Values outside it stand outside 0 to 100. */
export function placeOn({ from, to, log }: Axis): (value: number) => number {
  const scale = log ? scaleLog([from, to], [0, 100]) : scaleLinear([from, to], [0, 100]);
  return (value) => Math.round(1000 * scale(value)) / 1000;
}

function tick(value: number): Tick {
  return { value, text: numberText(value) };
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function powerText(power: number): string {
  if (power === 0) return "1";
  if (power === 1) return "10";
  const digits = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]);
  return `10${power < 0 ? "⁻" : ""}${digits.join("")}`;
}
