import type { PointerEvent } from "react";
import { DiagramSvg, mostScale } from "../../network/DiagramSvg";
import { type Layout, labelSize, type Point } from "../../network/layout";
import { layOutBoth, shownLayouts } from "../../network/layouts";
import type { Scene } from "../../network/scene";
import { sceneOf } from "../../network/scene-of";
import { headingsOf, summaryOf } from "../../network/words";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { nearestTo, placeOf } from "./nearest";
import type { NetworkState, Parameter, Run } from "./parameters";

/** The lesson's diagram with a mark on what is chosen. A click chooses what is nearest. */
export function MovingDiagram(props: MovingProps) {
  const { net, measured } = props.run;
  const layouts = layOutBoth(net.sizes, { labels: true, loss: measured !== undefined });
  return (
    <div className="@container -mx-1">
      {shownLayouts(layouts).map(({ layout, className }) => (
        <div key={className} className={className}>
          <Drawn {...props} layout={layout} />
        </div>
      ))}
    </div>
  );
}

type MovingProps = ViewProps<NetworkState> & { run: Run };

function Drawn({ state, set, run, layout }: MovingProps & { layout: Layout }) {
  const { width, height } = layout;
  return (
    <div
      className={`relative mx-auto w-full ${set ? "cursor-pointer" : ""}`}
      onPointerUp={
        set &&
        ((event) => {
          const chosen = nearestTo(layout, placeUnder(event, layout));
          if (chosen) set({ chosen });
        })
      }
      style={{ maxWidth: mostScale * width }}
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
