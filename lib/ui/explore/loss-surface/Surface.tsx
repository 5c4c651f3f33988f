import { type Axis, linearAxis } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curvePath } from "../../chart/curve";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Dots } from "../marks";
import { Sym } from "../Sym";
import { contourPaths } from "./contours";
import type { Stop, SurfaceState } from "./descent";
import { landscapeNames, landscapes } from "./landscapes";
import { StartHandle } from "./StartHandle";

interface SurfaceProps extends ViewProps<SurfaceState> {
  stops: readonly Stop[];
}

/** The loss from above, darker where it is higher, and the way down it that the steps take. */
export function Surface({ state, set, stops }: SurfaceProps) {
  const { w, b, lowest } = landscapes[state.landscape];
  const frame = { x: linearAxis(w), y: linearAxis(b) };
  const points = stops.filter((stop) => isNear(frame, stop)).map(({ w, b }) => ({ x: w, y: b }));
  const last = stops.at(-1)!;
  return (
    <ChartFrame
      {...frame}
      height="h-72 sm:h-96"
      yLabel={
        <>
          bias <Sym>b</Sym>
        </>
      }
      xLabel={
        <>
          weight <Sym>w</Sym>
        </>
      }
      label={`The loss (${landscapeNames[state.landscape]}) over the weight w and the bias b, lowest at w = ${numberText(lowest.w)}, b = ${numberText(lowest.b)}. The descent starts at w = ${numberText(state.w)}, b = ${numberText(state.b)} and stands at w = ${numberText(last.w)}, b = ${numberText(last.b)}.`}
      over={<StartHandle state={state} set={set} x={frame.x} y={frame.y} />}
    >
      {/* A descent may lead far outside: nothing is drawn there. */}
      <svg x="0" y="0" width="100" height="100" overflow="hidden" aria-hidden="true">
        {contourPaths(state.landscape).map((path, i) => (
          <path
            key={i}
            d={path}
            stroke="var(--curve-1)"
            strokeWidth="1"
            strokeOpacity="0.35"
            vectorEffect="non-scaling-stroke"
            fill="var(--curve-1)"
            fillOpacity="0.05"
            fillRule="evenodd"
          />
        ))}
        <path
          d={curvePath(frame.x, frame.y, points)}
          stroke="var(--curve-2)"
          strokeWidth="1.75"
          strokeLinejoin="round"
          {...still}
        />
        <Dots {...frame} points={points} colour="var(--curve-2)" size={5} />
        <Dots {...frame} points={[{ x: lowest.w, y: lowest.b }]} colour="var(--ink)" size={9} />
        <Dots {...frame} points={[{ x: lowest.w, y: lowest.b }]} colour="var(--card)" size={5} />
        <Dots {...frame} points={points.slice(-1)} colour="var(--card)" size={13} />
        <Dots {...frame} points={points.slice(-1)} colour="var(--curve-2)" size={10} />
      </svg>
    </ChartFrame>
  );
}

/** Whether a stop is so near the drawing that a line to it can be drawn. */
function isNear({ x, y }: { x: Axis; y: Axis }, { w, b }: Stop): boolean {
  return Math.abs(w) < 100 * (x.to - x.from) && Math.abs(b) < 100 * (y.to - y.from);
}
