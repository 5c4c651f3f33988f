import { linearAxis } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curvePath, pointsOf } from "../../chart/curve";
import { numberText } from "../../number-text";
import { Dots, placed, tangentPath } from "../marks";
import { Sym } from "../Sym";
import { type ForecastState, type ForecastValues, labelOf, lossOf, predictions } from "./forecast";

const across = linearAxis([0, 1], { ticks: 5 });
const up = linearAxis([0, 7], { ticks: 7 });
const frame = { x: across, y: up };
const curves = {
  rain: curve(1),
  dry: curve(0),
};

function curve(y: number): string {
  const losses = predictions.map((p) => lossOf(p, y).loss);
  return curvePath(across, up, pointsOf(predictions, losses));
}

/** Both curves of the loss; the one of the label that came stands out, and on it the forecast with its tangent. */
export function ForecastDrawing({
  p,
  came,
  loss,
  slope,
  otherwise,
}: ForecastState & ForecastValues) {
  const at = { x: p, y: loss };
  const other = { x: p, y: otherwise };
  const { left, top } = placed({ ...frame, at });
  return (
    <ChartFrame
      {...frame}
      yLabel={
        <>
          loss <Sym>L</Sym>
        </>
      }
      xLabel={<Sym>p</Sym>}
      label={`The loss against p for y = ${labelOf[came]}: at p = ${numberText(p)} it is ${numberText(loss)}. The curve of the other label mirrors it, and is at ${numberText(otherwise)}.`}
    >
      <path
        d={curves[came === "rain" ? "dry" : "rain"]}
        stroke="var(--muted)"
        strokeWidth="1.5"
        strokeDasharray="5 4"
        opacity="0.6"
        {...still}
      />
      <path d={curves[came]} stroke="var(--curve-1)" strokeWidth="2.25" {...still} />
      <path
        d={`M${left} 100V${top}H0`}
        stroke="var(--muted)"
        strokeWidth="1.25"
        strokeDasharray="3 3"
        {...still}
      />
      <path
        d={tangentPath({ ...frame, at }, slope)}
        stroke="var(--curve-2)"
        strokeWidth="2.25"
        {...still}
      />
      <Dots {...frame} points={[other]} colour="var(--muted)" size={10} />
      <Dots {...frame} points={[other]} colour="var(--card)" size={6} />
      <Dots {...frame} points={[at]} colour="var(--card)" size={15} />
      <Dots {...frame} points={[at]} colour="var(--curve-1)" size={11} />
    </ChartFrame>
  );
}
