import type { KeyboardEvent, PointerEvent } from "react";
import { type Axis, placeOn } from "../../chart/axis";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { tidy } from "../tidy";
import type { SurfaceState } from "./descent";

interface HandleProps extends ViewProps<SurfaceState> {
  x: Axis;
  y: Axis;
}

interface Spot {
  readonly w: number;
  readonly b: number;
}

const step = 0.1;
const look = "absolute size-8 -translate-x-1/2 translate-y-1/2 rounded-full";

/** The start of the descent, to be dragged, or brought to anywhere on the drawing by a click. */
export function StartHandle({ state: { w, b }, set, x, y }: HandleProps) {
  const style = { left: `${placeOn(x)(w)}%`, bottom: `${placeOn(y)(b)}%` };
  const ring = (
    <span className="absolute inset-2 rounded-full border-[3px] border-(--curve-2) bg-card" />
  );
  if (!set) {
    return (
      <div className={look} style={style}>
        {ring}
      </div>
    );
  }
  const move = (at: Spot) => set(within(at, x, y));
  const follow = (event: PointerEvent, plot: Element | null) => {
    if (plot) move(spotUnder(event, plot.getBoundingClientRect(), x, y));
  };
  return (
    <div
      className="absolute inset-0"
      onPointerUp={(event) => {
        if (event.target === event.currentTarget) follow(event, event.currentTarget);
      }}
    >
      <div
        className={`${look} cursor-grab touch-none has-focus-visible:outline-2 has-focus-visible:outline-accent active:cursor-grabbing`}
        style={style}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          const { currentTarget: handle, pointerId } = event;
          if (handle.hasPointerCapture(pointerId)) follow(event, handle.parentElement);
        }}
      >
        {ring}
        <KeyboardSliders at={{ w, b }} move={move} x={x} y={y} />
      </div>
    </div>
  );
}

interface SlidersProps {
  at: Spot;
  move: (at: Spot) => void;
  x: Axis;
  y: Axis;
}

/** For the keyboard, a slider along w and one along b. They are not seen, and either takes all four arrow keys. */
function KeyboardSliders({ at, move, x, y }: SlidersProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const [dw, db] = arrows[event.key] ?? [0, 0];
    if (dw === 0 && db === 0) return;
    event.preventDefault();
    move({ w: at.w + dw * step, b: at.b + db * step });
  };
  return (["w", "b"] as const).map((along) => (
    <input
      key={along}
      type="range"
      className="pointer-events-none absolute inset-0 m-0 size-full opacity-0"
      aria-label={`Start, along ${along}`}
      aria-valuetext={`w = ${numberText(at.w)}, b = ${numberText(at.b)}`}
      min={(along === "w" ? x : y).from}
      max={(along === "w" ? x : y).to}
      step={step}
      value={at[along]}
      onChange={(event) => move({ ...at, [along]: Number(event.target.value) })}
      onKeyDown={onKeyDown}
    />
  ));
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

function spotUnder({ clientX, clientY }: PointerEvent, box: DOMRect, x: Axis, y: Axis): Spot {
  const across = (clientX - box.left) / box.width;
  const up = 1 - (clientY - box.top) / box.height;
  return { w: x.from + across * (x.to - x.from), b: y.from + up * (y.to - y.from) };
}

/** A place of the drawing, on a grid fine enough for a finger. */
function within({ w, b }: Spot, x: Axis, y: Axis): Spot {
  const near = (value: number, { from, to }: Axis) =>
    tidy(Math.round(Math.min(to, Math.max(from, value)) / step) * step);
  return { w: near(w, x), b: near(b, y) };
}
