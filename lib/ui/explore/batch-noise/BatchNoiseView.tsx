import { Button } from "../../button";
import { ChartTable } from "../../chart/ChartTable";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { Panel } from "../Panel";
import { Readout } from "../Readout";
import { ListSlider } from "../Slider";
import { Sym } from "../Sym";
import {
  batchesDrawn,
  batchGradients,
  batchSizes,
  type NoiseState,
  noiseStart,
  spreadOf,
  whole,
} from "./batches";
import { Funnel, type FunnelRows } from "./Funnel";
import { noiseWords } from "./words";

/** The gradient of one weight, as many batches of a size see it. */
export function BatchNoiseView({ state, set }: ViewProps<NoiseState>) {
  const { m, draw } = state;
  const rows = batchSizes.map((size) => ({ size, gradients: batchGradients({ m: size, draw }) }));
  const chosen = batchGradients(state);
  return (
    <>
      <Panel
        words={noiseWords(state)}
        reset={set && (() => set(noiseStart))}
        readout={
          <Readout
            readings={[
              {
                name: `spread of ${batchesDrawn} batches`,
                value: numberText(spreadOf(chosen)),
                colour: "var(--curve-1)",
              },
              {
                name: (
                  <>
                    predicted, <Sym>σ</Sym>/√<Sym>m</Sym>
                  </>
                ),
                value: numberText(whole.spread / Math.sqrt(m)),
              },
              {
                name: "gradient over all examples",
                value: numberText(whole.gradient),
                colour: "var(--curve-2)",
              },
            ]}
          />
        }
        controls={
          <>
            <ListSlider
              label={
                <>
                  Batch size <Sym>m</Sym>
                </>
              }
              text={String(m)}
              value={m}
              values={batchSizes}
              onMove={set && ((size) => set({ m: size }))}
            />
            <p className="noscript:hidden print:hidden">
              <Button size="small" disabled={!set} onClick={set && (() => set({ draw: draw + 1 }))}>
                Draw other batches
              </Button>
            </p>
          </>
        }
      >
        <Funnel rows={rows} chosen={m} />
      </Panel>
      <SpreadTable rows={rows} />
    </>
  );
}

/** What the batches of every size come to. */
function SpreadTable({ rows }: { rows: FunnelRows }) {
  return (
    <ChartTable
      caption={`The spread of ${batchesDrawn} batches of each size`}
      heads={["examples in a batch", "spread", "foretold"]}
      rows={rows.map(({ size, gradients }) => [
        String(size),
        numberText(spreadOf(gradients)),
        numberText(whole.spread / Math.sqrt(size)),
      ])}
    />
  );
}
