import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { descentOf, type SurfaceState, surfaceStart } from "./descent";
import { Surface } from "./Surface";
import { SurfaceControls } from "./SurfaceControls";
import { surfaceWords } from "./words";

/** A descent on the loss of a network of two parameters. */
export function LossSurfaceView({ state, set }: ViewProps<SurfaceState>) {
  const stops = descentOf(state, state.steps);
  const last = stops.at(-1);
  const whole = stops.length > state.steps;
  return (
    <Panel
      words={surfaceWords(state)}
      reset={set && (() => set(surfaceStart))}
      readout={
        <Readout
          readings={[
            { name: "loss at the start", value: numberText(stops[0]?.loss ?? Number.NaN) },
            {
              name: `loss after ${state.steps}`,
              value: numberText(whole && last ? last.loss : Number.POSITIVE_INFINITY),
              colour: "var(--curve-2)",
            },
          ]}
        />
      }
      controls={<SurfaceControls state={state} set={set} />}
    >
      <Surface state={state} set={set} stops={stops} />
    </Panel>
  );
}
