import { ChartTable } from "../../chart/ChartTable";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { ListSlider } from "../Slider";
import { Sym } from "../Sym";
import { type DifferenceState, differenceStart, differencesAt, powers } from "./differences";
import { ErrorDrawing } from "./ErrorDrawing";
import { differenceWords, epsilonText } from "./words";

/** How far a forward and a central difference are off, for every step that a computer can take. */
export function DifferenceErrorView({ state, set }: ViewProps<DifferenceState>) {
  const { epsilon, errorAhead, errorAcross } = differencesAt(state);
  return (
    <>
      <Panel
        words={differenceWords(state)}
        reset={set && (() => set(differenceStart))}
        readout={
          <Readout
            readings={[
              {
                name: "forward difference is off by",
                value: numberText(errorAhead, 2),
                colour: "var(--curve-2)",
              },
              {
                name: "central difference is off by",
                value: numberText(errorAcross, 2),
                colour: "var(--curve-1)",
              },
            ]}
          />
        }
        controls={
          <ListSlider
            label={
              <>
                Step <Sym>ε</Sym>
              </>
            }
            text={epsilonText(epsilon)}
            value={state.power}
            values={powers}
            onMove={set && ((power) => set({ power }))}
          />
        }
      >
        <ErrorDrawing power={state.power} />
      </Panel>
      <ChartTable
        caption="How far both differences are off"
        heads={["ε", "forward difference", "central difference"]}
        rows={powers
          .filter(Number.isInteger)
          .map((power) => differencesAt({ power }))
          .map((at) => [
            epsilonText(at.epsilon),
            numberText(at.errorAhead, 2),
            numberText(at.errorAcross, 2),
          ])}
      />
    </>
  );
}
