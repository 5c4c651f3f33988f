import type { ReactNode } from "react";
import { type Axis, placeOn } from "./axis";

interface ChartFrameProps {
  x: Axis;
  y: Axis;
  /** What the drawing says, for those who do not see it. */
  label: string;
  xLabel?: ReactNode;
  yLabel?: ReactNode;
  /** The height of the drawing, as a class. */
  height?: string;
  /** What is drawn, in a square of 100 by 100 that is stretched over the frame: lines take `still`, so that they
   *  are as thick as they say. */
  children: ReactNode;
  /** What stands over the drawing, placed in percent. */
  over?: ReactNode;
}

/** A line that keeps its width and dashes where the drawing is stretched. */
export const still = { vectorEffect: "non-scaling-stroke", fill: "none" } as const;

/** Axes around a drawing. The drawing is stretched to its column, and words are HTML over and beside it: so type is
 *  of one size on a phone and on a desk, and no script measures anything. */
export function ChartFrame({
  x,
  y,
  label,
  xLabel,
  yLabel,
  height = "h-60 sm:h-72",
  children,
  over,
}: ChartFrameProps) {
  return (
    <div className="font-sans text-[0.75rem] text-muted leading-none">
      {yLabel ? <div className="mb-2 text-[0.8125rem] text-ink leading-tight">{yLabel}</div> : null}
      <div className="flex">
        <YMarks axis={y} />
        <div className={`relative min-w-0 flex-1 ${height}`}>
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 block size-full overflow-visible"
            role="img"
            aria-label={label}
          >
            <Grid x={x} y={y} />
            {children}
          </svg>
          {over}
          <XMarks axis={x} />
        </div>
      </div>
      <div className="mt-6 text-right text-[0.8125rem] text-ink leading-tight">{xLabel}</div>
    </div>
  );
}

/** The marks' numbers on the left. The widest of them stands there unseen, and makes the room. */
function YMarks({ axis }: { axis: Axis }) {
  const at = placeOn(axis);
  return (
    <div className="relative shrink-0 pr-2 text-right tabular-nums" aria-hidden="true">
      {axis.ticks.map(({ value, text }) => (
        <div key={value} className="h-0">
          <span className="invisible">{text}</span>
        </div>
      ))}
      {axis.ticks.map(({ value, text }) => (
        <span
          key={value}
          className="absolute right-2 translate-y-1/2 whitespace-nowrap"
          style={{ bottom: `${at(value)}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

function XMarks({ axis }: { axis: Axis }) {
  const at = placeOn(axis);
  return (
    <div className="absolute inset-x-0 top-full tabular-nums" aria-hidden="true">
      {axis.ticks.map(({ value, text }) => (
        <span
          key={value}
          className="absolute top-2 -translate-x-1/2 whitespace-nowrap"
          style={{ left: `${at(value)}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** Faint lines at the marks, stronger ones through 0, and the frame's left and lower side. */
function Grid({ x, y }: { x: Axis; y: Axis }) {
  const [across, up] = [placeOn(x), placeOn(y)];
  const upright = (value: number) => `M${across(value)} 0V100`;
  const level = (value: number) => `M0 ${100 - up(value)}H100`;
  const inside = ({ from, to, log }: Axis) => !log && from < 0 && to > 0;
  return (
    <g {...still}>
      <path
        d={[...x.ticks.map((t) => upright(t.value)), ...y.ticks.map((t) => level(t.value))].join(
          "",
        )}
        stroke="var(--line)"
        strokeWidth="1"
        opacity="0.7"
        {...still}
      />
      <path
        d={`M0 0V100H100${inside(x) ? upright(0) : ""}${inside(y) ? level(0) : ""}`}
        stroke="var(--muted)"
        strokeWidth="1"
        opacity="0.75"
        {...still}
      />
    </g>
  );
}
