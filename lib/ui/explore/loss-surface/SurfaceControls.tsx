import { numberText } from "../../number-text";
import { Choice } from "../Choice";
import type { ViewProps } from "../figures";
import { ListSlider, Slider } from "../Slider";
import { Sym } from "../Sym";
import { type Method, methodNames, type SurfaceState } from "./descent";
import { type LandscapeName, landscapeNames, landscapes } from "./landscapes";

const rates = [
  0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.12, 0.14, 0.15, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4, 0.5,
  0.7, 1, 1.5, 2, 3,
];
const betas = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];

export function SurfaceControls({ state, set }: ViewProps<SurfaceState>) {
  const plain = state.method === "descent";
  return (
    <>
      <Choice
        label="Method"
        value={state.method}
        options={methodNames}
        onChoose={set && ((method: Method) => set({ method }))}
      />
      <Choice
        label="Loss"
        value={state.landscape}
        options={landscapeNames}
        onChoose={
          set && ((landscape: LandscapeName) => set({ landscape, ...landscapes[landscape].start }))
        }
      />
      <ListSlider
        label={
          <>
            Rate <Sym>α</Sym>
          </>
        }
        text={numberText(state.alpha)}
        value={state.alpha}
        values={rates}
        onMove={set && ((alpha) => set({ alpha }))}
      />
      <ListSlider
        label={
          <>
            Momentum <Sym>β</Sym>
          </>
        }
        text={plain ? "none" : numberText(state.beta)}
        value={state.beta}
        values={betas}
        onMove={plain ? undefined : set && ((beta) => set({ beta }))}
      />
      <Slider
        label="Steps"
        text={String(state.steps)}
        value={state.steps}
        min={0}
        max={120}
        step={1}
        onMove={set && ((steps) => set({ steps }))}
      />
    </>
  );
}
