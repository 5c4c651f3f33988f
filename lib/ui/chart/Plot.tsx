import type { ReactNode } from "react";
import { numberText } from "../number-text";
import { axisAround, linearAxis } from "./axis";
import { ChartFrame, still } from "./ChartFrame";
import { ChartTable } from "./ChartTable";
import { CurveLegend } from "./CurveLegend";
import { curvePath, pointsOf } from "./curve";
import { curveWords, sampledIndices } from "./curve-words";
import { curveStyle } from "./palette";

/** A curve over a plot's x: `name` in plain words, `shown` as the eye sees it. */
export interface Curve {
  readonly name: string;
  readonly shown: ReactNode;
  readonly heights: readonly number[];
}

interface PlotProps {
  title?: string;
  x: readonly number[];
  curves: readonly Curve[];
  xLabel?: ReactNode;
  yLabel?: ReactNode;
  caption?: ReactNode;
}

/** Curves over one x, drawn on the server, with their numbers as a table below. */
export function Plot({ title, x, curves, xLabel, yLabel, caption }: PlotProps) {
  const across = linearAxis([Math.min(...x), Math.max(...x)], { ticks: 7 });
  const up = axisAround(curves.flatMap(({ heights }) => heights));
  const said = curves.map(({ name, heights }) => curveWords(name, pointsOf(x, heights)));
  return (
    <figure className="my-6">
      {title ? (
        <figcaption className="mb-2 font-sans font-semibold text-ink text-sm">{title}</figcaption>
      ) : null}
      <div className="rounded-sm border border-line bg-card px-3 pt-3.5 pb-3 sm:px-5">
        {curves.length > 1 || !yLabel ? (
          <CurveLegend names={curves.map(({ shown }) => shown)} />
        ) : null}
        <ChartFrame
          x={across}
          y={up}
          xLabel={xLabel}
          yLabel={yLabel}
          label={[title, ...said].filter(Boolean).join(". ")}
        >
          {curves.map(({ name, heights }, i) => {
            const { stroke, dashes } = curveStyle(i);
            return (
              <path
                key={name}
                d={curvePath(across, up, pointsOf(x, heights))}
                stroke={stroke}
                strokeWidth="2.25"
                strokeDasharray={dashes}
                strokeLinejoin="round"
                {...still}
              />
            );
          })}
        </ChartFrame>
      </div>
      {caption ? (
        <p className="caption mt-2.5 font-sans text-muted text-sm leading-snug">{caption}</p>
      ) : null}
      <ChartTable
        caption={title ?? "The curves"}
        heads={[xLabel ?? "x", ...curves.map(({ shown }) => shown)]}
        rows={sampledIndices(x.length).map((i) =>
          [x[i], ...curves.map(({ heights }) => heights[i])].map((value) =>
            numberText(value ?? Number.NaN),
          ),
        )}
      />
    </figure>
  );
}
