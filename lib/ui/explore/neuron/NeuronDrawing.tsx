import { type Axis, linearAxis, placeOn } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curvePath, pointsOf } from "../../chart/curve";
import { numberText } from "../../number-text";
import { Dots, placed, tangentPath } from "../marks";
import { Sym } from "../Sym";
import { activationNames, curveOf, type NeuronActivation, type NeuronValues } from "./neuron";
import { Shares } from "./Shares";

const across = linearAxis([-6, 6], { ticks: 7 });
const heights: Readonly<Record<NeuronActivation, Axis>> = {
  sigmoid: linearAxis([0, 1], { ticks: 5 }),
  tanh: linearAxis([-1, 1], { ticks: 5 }),
  relu: linearAxis([0, 6], { ticks: 4 }),
};
const zs = Array.from({ length: 97 }, (_, i) => -6 + i / 8);

/** Above, how z comes about along its axis; below, the curve that takes z to h. */
export function NeuronDrawing({
  activation,
  shares,
  z,
  h,
  slope,
}: NeuronValues & { activation: NeuronActivation }) {
  const up = heights[activation];
  const place = { x: across, y: up, at: { x: z, y: h } };
  const { left, top } = placed(place);
  return (
    <div className="pt-24">
      <ChartFrame
        x={across}
        y={up}
        xLabel={<Sym>z</Sym>}
        height="h-44 sm:h-52"
        label={`The ${activationNames[activation]} from z = −6 to 6, with its tangent at the point z = ${numberText(z)}, h = ${numberText(h)}.`}
        over={<Shares shares={shares} at={placeOn(across)} />}
      >
        <path
          d={curvePath(across, up, pointsOf(zs, curveOf(activation, zs)))}
          stroke="var(--curve-1)"
          strokeWidth="2.25"
          {...still}
        />
        <path
          d={`M${left} 0V${top}H0`}
          stroke="var(--muted)"
          strokeWidth="1.25"
          strokeDasharray="3 3"
          {...still}
        />
        <path d={tangentPath(place, slope)} stroke="var(--curve-2)" strokeWidth="2.25" {...still} />
        <Dots x={across} y={up} points={[{ x: z, y: h }]} colour="var(--card)" size={15} />
        <Dots x={across} y={up} points={[{ x: z, y: h }]} colour="var(--curve-1)" size={11} />
      </ChartFrame>
    </div>
  );
}
