import { type Axis, linearAxis } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curvePath, type Point } from "../../chart/curve";
import { numberText } from "../../number-text";
import { Dots, placed } from "../marks";
import { Sym } from "../Sym";
import { batchSizes, spreadOf, whole } from "./batches";

/** By batch size, the gradients of some batches. */
export type FunnelRows = readonly {
  readonly size: number;
  readonly gradients: readonly number[];
}[];

interface FunnelProps {
  rows: FunnelRows;
  chosen: number;
}

/** So many dots has a size that is not chosen. */
const few = 40;

const reach = 3 * whole.spread;
const across = linearAxis([whole.gradient - reach, whole.gradient + reach], {
  ticks: 6,
});
/** Small batches above; every size as far from the next. */
const up: Axis = {
  from: 400,
  to: 0.64,
  log: true,
  ticks: batchSizes.map((size) => ({ value: size, text: String(size) })),
};
const frame = { x: across, y: up };

/** A row of dots for every batch size, each dot the gradient of one batch; behind them the band within one standard
 *  deviation, which narrows as 1/√m. */
export function Funnel({ rows, chosen }: FunnelProps) {
  const said = rows.find(({ size }) => size === chosen)?.gradients ?? [];
  const zero = placed({ ...frame, at: { x: 0, y: 1 } }).left;
  const { left } = placed({ ...frame, at: { x: whole.gradient, y: 1 } });
  return (
    <ChartFrame
      {...frame}
      height="h-72 sm:h-80"
      yLabel="examples in a batch"
      xLabel={
        <>
          gradient of <Sym sub={1}>w</Sym>
        </>
      }
      label={`Gradients of batches, one row for each batch size. In the row of ${chosen} they spread by ${numberText(spreadOf(said))} around ${numberText(whole.gradient)}. The rows narrow as one over the root of the batch size.`}
    >
      <path d={band} fill="var(--accent-soft)" />
      <path d={`M${zero} 0V100`} stroke="var(--muted)" strokeWidth="1" opacity="0.75" {...still} />
      <path
        d={`M${left} 0V100`}
        stroke="var(--curve-2)"
        strokeWidth="1.5"
        strokeDasharray="6 4"
        {...still}
      />
      {rows.map(({ size, gradients }) => (
        <Dots
          key={size}
          {...frame}
          points={gradients
            .slice(0, size === chosen ? undefined : few)
            .filter(isShown)
            .map((x, i) => ({ x, y: beside(size, i) }))}
          colour={size === chosen ? "var(--curve-1)" : "var(--muted)"}
          size={size === chosen ? 5 : 3.5}
          opacity={size === chosen ? 0.6 : 0.45}
        />
      ))}
    </ChartFrame>
  );
}

const isShown = (gradient: number) => gradient >= across.from && gradient <= across.to;

/** A little above or below its row, so that dots do not lie on one another: by the golden ratio, which fills evenly. */
function beside(size: number, i: number): number {
  const share = ((i * 0.618034) % 1) - 0.5;
  return size * 2 ** (0.62 * share);
}

/** One standard deviation on either side of what all examples say. */
const band = (() => {
  const sizes = [0.64, 1, 1.4, 2, 2.8, 4, 5.7, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256, 400];
  const edge = (side: number): Point[] =>
    sizes.map((m) => ({ x: whole.gradient + (side * whole.spread) / Math.sqrt(m), y: m }));
  return `${curvePath(across, up, [...edge(-1), ...edge(1).toReversed()])}Z`;
})();
