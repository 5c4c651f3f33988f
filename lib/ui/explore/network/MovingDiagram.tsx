import type { PointerEvent } from "react";
import { DiagramSvg, drawnScale } from "../../network/DiagramSvg";
import { type Layout, labelSize, layOut, type Point } from "../../network/layout";
import { type Scene, sceneOf } from "../../network/scene";
import { headingsOf, summaryOf } from "../../network/words";
import { numberText } from "../../number-text";
import { ScrollBox } from "../../ScrollBox";
import type { ViewProps } from "../figures";
import { nearestTo, placeOf } from "./nearest";
import type { NetworkState, Parameter, Run } from "./parameters";

/** The lesson's diagram with a mark on what is chosen. A click chooses what is nearest. */
export function MovingDiagram({ state, set, run }: ViewProps<NetworkState> & { run: Run }) {
  const layout = layOut(run.net.sizes, { labels: true, loss: run.measured !== undefined });
  const { width, height } = layout;
  return (
    <ScrollBox label="The network, scrolls sideways" className="-mx-1">
      <div
        className={`relative mx-auto ${set ? "cursor-pointer" : ""}`}
        onPointerUp={
          set &&
          ((event) => {
            const chosen = nearestTo(layout, placeUnder(event, layout));
            if (chosen) set({ chosen });
          })
        }
        style={{
          width: "100%",
          minWidth: drawnScale.least * width,
          maxWidth: drawnScale.most * width,
        }}
      >
        <DiagramSvg
          layout={layout}
          scene={sceneFor(state, run, layout)}
          headings={headingsOf(run.net)}
          label={summaryOf(run.net, state.shows, run.pass)}
        />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="absolute inset-0 size-full"
          aria-hidden="true"
        >
          <Mark layout={layout} chosen={state.chosen} />
        </svg>
      </div>
    </ScrollBox>
  );
}

function placeUnder(event: PointerEvent<Element>, { width, height }: Layout): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * width,
    y: ((event.clientY - box.top) / box.height) * height,
  };
}

/** The pass forward has the loss in its box besides, where there is a label. */
function sceneFor({ shows }: NetworkState, { net, pass, measured }: Run, layout: Layout): Scene {
  const scene = sceneOf(net, layout, shows, pass);
  return measured ? { ...scene, loss: numberText(measured.loss) } : scene;
}

const ring = { width: labelSize.width + 12, height: 22 } as const;

function Mark({ layout, chosen }: { layout: Layout; chosen: Parameter }) {
  const { x, y } = placeOf(layout, chosen);
  return (
    <rect
      x={x - ring.width / 2}
      y={y - ring.height / 2}
      {...ring}
      rx="6"
      fill="none"
      stroke="var(--curve-2)"
      strokeWidth="2"
    />
  );
}
