import { linearAxis, placeOn } from "../../chart/axis";
import { ChartFrame } from "../../chart/ChartFrame";
import { curveStyle } from "../../chart/palette";
import { numberText } from "../../number-text";
import { Sym } from "../Sym";
import { classAxis } from "./class-axis";
import { classes } from "./logits";

const up = linearAxis([0, 1], { ticks: 5 });
const wide = 20;

/** A bar for the probability of each class. */
export function ProbabilityBars({ p }: { p: readonly number[] }) {
  const [across, height] = [placeOn(classAxis), placeOn(up)];
  return (
    <ChartFrame
      x={classAxis}
      y={up}
      height="h-52 sm:h-64"
      yLabel={
        <>
          probability <Sym>p</Sym>
        </>
      }
      label={`The probabilities: ${classes.map((name, i) => `${name} ${numberText(p[i]!)}`).join(", ")}. They add up to 1.`}
    >
      {p.map((share, i) => {
        const tall = height(share);
        return (
          <rect
            key={i}
            x={across(i + 1) - wide / 2}
            y={100 - tall}
            width={wide}
            height={tall}
            fill={curveStyle(i).stroke}
            opacity="0.85"
          />
        );
      })}
    </ChartFrame>
  );
}
