import { numberText } from "../../number-text";
import { Choice } from "../Choice";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { ListSlider } from "../Slider";
import { Sym } from "../Sym";
import { ForecastDrawing } from "./ForecastDrawing";
import { type ForecastState, forecastAt, forecastStart, predictions } from "./forecast";
import { forecastWords, outcomes } from "./words";

/** The loss of one forecast on its curve, its slope, and what the other outcome would have cost. */
export function CrossEntropyView({ state, set }: ViewProps<ForecastState>) {
  const { loss, slope, otherwise } = forecastAt(state);
  return (
    <Panel
      words={forecastWords(state)}
      reset={set && (() => set(forecastStart))}
      readout={
        <Readout
          readings={[
            {
              name: (
                <>
                  loss <Sym>L</Sym>
                </>
              ),
              value: numberText(loss),
              colour: "var(--curve-1)",
            },
            {
              name: (
                <>
                  slope ∂<Sym>L</Sym>/∂<Sym>p</Sym>
                </>
              ),
              value: numberText(slope),
              colour: "var(--curve-2)",
            },
            { name: "loss with the other outcome", value: numberText(otherwise) },
          ]}
        />
      }
      controls={
        <>
          <ListSlider
            label={
              <>
                Forecast <Sym>p</Sym>
              </>
            }
            text={numberText(state.p)}
            value={state.p}
            values={predictions}
            onMove={set && ((p) => set({ p }))}
          />
          <Choice
            label="Outcome"
            value={state.came}
            options={outcomes}
            onChoose={set && ((came: ForecastState["came"]) => set({ came }))}
          />
        </>
      }
    >
      <ForecastDrawing {...state} loss={loss} slope={slope} otherwise={otherwise} />
    </Panel>
  );
}
