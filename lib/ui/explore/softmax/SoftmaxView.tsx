import { curveStyle } from "../../chart/palette";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { ListSlider, Slider } from "../Slider";
import { Sym } from "../Sym";
import { tidy } from "../tidy";
import { LogitsDrawing } from "./LogitsDrawing";
import {
  classes,
  powersSum,
  probabilitiesOf,
  reach,
  type SoftmaxState,
  softmaxStart,
  step,
  temperatures,
} from "./logits";
import { ProbabilityBars } from "./ProbabilityBars";
import { softmaxWords } from "./words";

/** Three logits to drag, and beside them the probabilities that softmax makes of them. */
export function SoftmaxView({ state, set }: ViewProps<SoftmaxState>) {
  const p = probabilitiesOf(state);
  return (
    <Panel
      words={softmaxWords(state)}
      reset={set && (() => set(softmaxStart))}
      readout={<Numbers state={state} p={p} />}
      controls={<Controls state={state} set={set} />}
    >
      <div className="grid grid-cols-2 gap-x-4 sm:gap-x-10">
        <LogitsDrawing state={state} set={set} />
        <ProbabilityBars p={p} />
      </div>
    </Panel>
  );
}

function Numbers({ state, p }: { state: SoftmaxState; p: readonly number[] }) {
  const shares = classes.map((name, i) => ({
    name: (
      <>
        <Sym sub={i + 1}>p</Sym> {name}
      </>
    ),
    value: numberText(p[i]!),
    colour: curveStyle(i).stroke,
  }));
  const sum = {
    name: (
      <>
        sum <Sym>S</Sym> below the line
      </>
    ),
    value: numberText(powersSum(state)),
  };
  return <Readout readings={[...shares, sum]} />;
}

function Controls({ state: { shift, temperature }, set }: ViewProps<SoftmaxState>) {
  return (
    <>
      <Slider
        label="Add to all three"
        text={numberText(shift)}
        value={shift}
        min={-reach.shift}
        max={reach.shift}
        step={step}
        onMove={set && ((moved) => set({ shift: tidy(moved) }))}
      />
      <ListSlider
        label={
          <>
            Temperature <Sym>T</Sym>
          </>
        }
        text={numberText(temperature)}
        value={temperature}
        values={temperatures}
        onMove={set && ((chosen) => set({ temperature: chosen }))}
      />
    </>
  );
}
