import { linearAxis, placeOn } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curveStyle } from "../../chart/palette";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Sym } from "../Sym";
import { classAxis } from "./class-axis";
import { LogitHandle } from "./LogitHandle";
import { classes, logitsOf, reach, type SoftmaxState } from "./logits";

const most = reach.z + reach.shift;
const up = linearAxis([-most, most], { ticks: 7 });

/** The three logits, each a handle at the end of a line from 0. */
export function LogitsDrawing({ state, set }: ViewProps<SoftmaxState>) {
  const logits = logitsOf(state);
  const [across, height] = [placeOn(classAxis), placeOn(up)];
  return (
    <ChartFrame
      x={classAxis}
      y={up}
      height="h-52 sm:h-64"
      yLabel={
        <>
          logit <Sym>z</Sym>
        </>
      }
      label={`The logits: ${classes.map((name, i) => `${name} ${numberText(logits[i]!)}`).join(", ")}.`}
      over={classes.map((name, i) => (
        <LogitHandle key={name} of={i} state={state} set={set} up={up} left={across(i + 1)} />
      ))}
    >
      {logits.map((logit, i) => (
        <path
          key={i}
          d={`M${across(i + 1)} ${100 - height(0)}V${100 - height(logit)}`}
          stroke={curveStyle(i).stroke}
          strokeWidth="4"
          {...still}
        />
      ))}
    </ChartFrame>
  );
}
