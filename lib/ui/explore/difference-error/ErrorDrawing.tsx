import { logAxis } from "../../chart/axis";
import { ChartFrame, still } from "../../chart/ChartFrame";
import { curvePath } from "../../chart/curve";
import { numberText } from "../../number-text";
import { Dots, placed } from "../marks";
import { Sym } from "../Sym";
import { type DifferenceState, differencesAt, powers } from "./differences";
import { epsilonText } from "./words";

const x = logAxis(-12, 0);
const y = logAxis(-14, 0, 8);
const all = powers.map((power) => differencesAt({ power }));
const ahead = all.map(({ epsilon, errorAhead }) => ({ x: epsilon, y: shown(errorAhead) }));
const across = all.map(({ epsilon, errorAcross }) => ({ x: epsilon, y: shown(errorAcross) }));
const foreseen = (of: "truncation" | "rounding") =>
  curvePath(
    x,
    y,
    all.filter((at) => at[of] >= y.from).map((at) => ({ x: at.epsilon, y: at[of] })),
  );
const [truncation, rounding] = [foreseen("truncation"), foreseen("rounding")];

/** By luck a rounded difference can be right to the last figure; a logarithm has no place for that. */
function shown(error: number): number {
  return Math.max(error, y.from);
}

/** Both errors against ε, each axis in powers of ten, with the two lines that foretell those of the central one. */
export function ErrorDrawing({ power }: DifferenceState) {
  const { epsilon, errorAhead, errorAcross } = differencesAt({ power });
  const { left } = placed({ x, y, at: { x: epsilon, y: 1 } });
  const chosen = [
    { at: { x: epsilon, y: shown(errorAhead) }, colour: "var(--curve-2)" },
    { at: { x: epsilon, y: shown(errorAcross) }, colour: "var(--curve-1)" },
  ];
  return (
    <ChartFrame
      x={x}
      y={y}
      height="h-64 sm:h-80"
      yLabel="how far it’s off"
      xLabel={<Sym>ε</Sym>}
      label={`The errors of both differences against ε. At ε = ${epsilonText(epsilon)} the forward difference is off by ${numberText(errorAhead, 2)}, the central one by ${numberText(errorAcross, 2)}. From 1 down to about 10⁻⁵ the central error falls, twice as steeply as the forward one; below that, rounding makes it rise.`}
    >
      {[truncation, rounding].map((d) => (
        <path
          key={d}
          d={d}
          stroke="var(--muted)"
          strokeWidth="1.25"
          strokeDasharray="5 4"
          {...still}
        />
      ))}
      <path d={`M${left} 0V100`} stroke="var(--muted)" strokeWidth="1" {...still} />
      {/* Hollow, so that the two are told apart without their colours. */}
      <Dots x={x} y={y} points={ahead} colour="var(--curve-2)" size={7} />
      <Dots x={x} y={y} points={ahead} colour="var(--card)" size={3.5} />
      <Dots x={x} y={y} points={across} colour="var(--curve-1)" size={5.5} />
      {chosen.map(({ at, colour }) => (
        <Dots key={colour} x={x} y={y} points={[at]} colour={colour} size={11} />
      ))}
    </ChartFrame>
  );
}
