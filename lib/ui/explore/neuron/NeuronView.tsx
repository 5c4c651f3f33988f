import { numberText } from "../../number-text";
import { Choice } from "../Choice";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { Slider } from "../Slider";
import { Sym } from "../Sym";
import { NeuronDrawing } from "./NeuronDrawing";
import {
  activationNames,
  type NeuronActivation,
  type NeuronState,
  neuronAt,
  neuronStart,
} from "./neuron";
import { neuronWords } from "./words";

const sliders = [
  { key: "w1", words: "Weight", letter: "w", sub: 1, most: 2 },
  { key: "x1", words: "Input", letter: "x", sub: 1, most: 1 },
  { key: "w2", words: "Weight", letter: "w", sub: 2, most: 2 },
  { key: "x2", words: "Input", letter: "x", sub: 2, most: 1 },
  { key: "b", words: "Bias", letter: "b", sub: undefined, most: 2 },
] as const;

/** A neuron: what z is made of, and where on its activation's curve that lands. */
export function NeuronView({ state, set }: ViewProps<NeuronState>) {
  const values = neuronAt(state);
  return (
    <Panel
      words={neuronWords(state)}
      reset={set && (() => set(neuronStart))}
      readout={
        <Readout
          readings={[
            {
              name: (
                <>
                  weighted sum <Sym>z</Sym>
                </>
              ),
              value: numberText(values.z),
            },
            {
              name: (
                <>
                  activation <Sym>h</Sym>
                </>
              ),
              value: numberText(values.h),
              colour: "var(--curve-1)",
            },
            {
              name: (
                <>
                  slope <Sym>g</Sym>′(<Sym>z</Sym>)
                </>
              ),
              value: numberText(values.slope),
              colour: "var(--curve-2)",
            },
          ]}
        />
      }
      controls={
        <>
          {sliders.map(({ key, words, letter, sub, most }) => (
            <Slider
              key={key}
              label={
                <>
                  {words} <Sym sub={sub}>{letter}</Sym>
                </>
              }
              text={numberText(state[key])}
              value={state[key]}
              min={-most}
              max={most}
              step={0.1}
              onMove={set && ((value) => set({ [key]: value }))}
            />
          ))}
          <Choice
            label="Activation"
            value={state.activation}
            options={activationNames}
            onChoose={set && ((activation: NeuronActivation) => set({ activation }))}
          />
        </>
      }
    >
      <NeuronDrawing activation={state.activation} {...values} />
    </Panel>
  );
}
