import { numberText } from "../../number-text";
import { Choice } from "../Choice";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { type Reading, Readout } from "../Readout";
import { Slider } from "../Slider";
import { Sym } from "../Sym";
import { ChosenSelect } from "./ChosenSelect";
import { MovingDiagram } from "./MovingDiagram";
import { NumbersTable } from "./NumbersTable";
import {
  type NetworkState,
  networkStart,
  numberAt,
  type Parameter,
  type Run,
  runOf,
  withValue,
} from "./parameters";
import { networkWords } from "./words";

const shown = { forward: "values", gradients: "gradients" } as const;

/** A network of which one weight or bias at a time is moved; everything behind it follows. */
export function NetworkView(props: ViewProps<NetworkState>) {
  const { state, set } = props;
  const run = runOf(state);
  return (
    <>
      <Panel
        words={networkWords(state)}
        reset={set && (() => set(networkStart(state.first)))}
        readout={<Readout readings={readingsOf(state, run)} />}
        controls={<Controls {...props} />}
      >
        <MovingDiagram {...props} run={run} />
      </Panel>
      <NumbersTable run={run} />
    </>
  );
}

function Controls({ state, set }: ViewProps<NetworkState>) {
  const { subject, chosen, shows } = state;
  const value = numberAt(subject, chosen);
  const most = Math.max(3, Math.ceil(Math.abs(value)));
  return (
    <>
      <ChosenSelect
        subject={subject}
        chosen={chosen}
        onChoose={set && ((next) => set({ chosen: next }))}
      />
      <Slider
        label={
          <>
            Its value <Letter {...chosen} />
          </>
        }
        text={numberText(value)}
        value={value}
        min={-most}
        max={most}
        step={0.1}
        onMove={set && ((to) => set({ subject: withValue(subject, chosen, to) }))}
      />
      {subject.y ? (
        <Choice
          label="On the diagram"
          value={shows}
          options={shown}
          onChoose={set && ((next: NetworkState["shows"]) => set({ shows: next }))}
        />
      ) : null}
    </>
  );
}

/** The letter of a weight or bias, with its indices as in the lesson. */
function Letter({ layer, from, to }: Parameter) {
  return (
    <Sym sup={`[${layer}]`} sub={from === undefined ? to : `${from}${to}`}>
      {from === undefined ? "b" : "w"}
    </Sym>
  );
}

function readingsOf({ chosen }: NetworkState, { pass, measured }: Run): Reading[] {
  const answers = Array.from(pass.p.data, (p, i) => ({
    name: <Sym sub={pass.p.rows > 1 ? i + 1 : undefined}>p</Sym>,
    value: numberText(p),
    colour: "var(--curve-1)",
  }));
  if (!measured) return answers;
  return [
    ...answers,
    {
      name: (
        <>
          loss <Sym>L</Sym>
        </>
      ),
      value: numberText(measured.loss),
    },
    {
      name: (
        <>
          gradient ∂<Sym>L</Sym>/∂
          <Letter {...chosen} />
        </>
      ),
      value: numberText(measured.gradient),
      colour: "var(--curve-2)",
    },
  ];
}
