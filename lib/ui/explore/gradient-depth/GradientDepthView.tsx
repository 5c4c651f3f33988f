import { ChartTable } from "../../chart/ChartTable";
import { numberText } from "../../number-text";
import { Choice } from "../Choice";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { Slider } from "../Slider";
import { DepthBars } from "./DepthBars";
import {
  activationNames,
  type DeepActivation,
  type DepthState,
  depthStart,
  factorBack,
  gradientSizes,
  measures,
} from "./deep";
import { depthWords } from "./words";

/** How large the gradient is in every layer of a deep network. */
export function GradientDepthView(props: ViewProps<DepthState>) {
  const { state, set } = props;
  const sizes = gradientSizes(state);
  const name = `mean |${state.of}|`;
  return (
    <>
      <Panel
        words={depthWords(state)}
        reset={set && (() => set(depthStart))}
        readout={
          <Readout
            readings={[
              { name: `${name}, layer 1`, value: numberText(sizes[0]!) },
              { name: `${name}, layer ${state.depth}`, value: numberText(sizes.at(-1)!) },
              { name: "factor per layer", value: numberText(factorBack(sizes), 2) },
            ]}
          />
        }
        controls={<Controls {...props} />}
      >
        <DepthBars sizes={sizes} name={name} />
      </Panel>
      <ChartTable
        caption={`The ${name} by layer`}
        heads={["layer", name]}
        rows={sizes.map((size, i) => [String(i + 1), numberText(size)])}
      />
    </>
  );
}

function Controls({ state, set }: ViewProps<DepthState>) {
  return (
    <>
      <Slider
        label="Layers"
        text={String(state.depth)}
        value={state.depth}
        min={2}
        max={20}
        step={1}
        onMove={set && ((depth) => set({ depth }))}
      />
      <Choice
        label="Activation"
        value={state.activation}
        options={activationNames}
        onChoose={set && ((activation: DeepActivation) => set({ activation }))}
      />
      <Slider
        label="Weight scale"
        text={numberText(state.scale)}
        value={state.scale}
        min={0.5}
        max={3}
        step={0.1}
        onMove={set && ((scale) => set({ scale }))}
      />
      <Choice
        label="Gradient"
        value={state.of}
        options={measures}
        onChoose={set && ((of: DepthState["of"]) => set({ of }))}
      />
    </>
  );
}
