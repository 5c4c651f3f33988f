import type { PointerEvent } from "react";
import { type Axis, placeOn } from "../../chart/axis";
import { curveStyle } from "../../chart/palette";
import { numberText } from "../../number-text";
import type { ViewProps } from "../figures";
import { tidy } from "../tidy";
import { classes, logitsOf, reach, type SoftmaxState, step, withLogit } from "./logits";

interface HandleProps extends ViewProps<SoftmaxState> {
  /** Which class, from 0. */
  of: number;
  up: Axis;
  /** Where it stands across the drawing, in percent. */
  left: number;
}

/** A logit to be dragged up and down, or moved by the arrow keys; its number is beside it. */
export function LogitHandle({ of, state, set, up, left }: HandleProps) {
  const logit = logitsOf(state)[of]!;
  const style = { left: `${left}%`, bottom: `${placeOn(up)(logit)}%` };
  const follow = ({ clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (!box || !set) return;
    const drawn = up.to - ((clientY - box.top) / box.height) * (up.to - up.from);
    set({ z: withLogit(state, of, drawn) });
  };
  return (
    <div
      className={`absolute size-8 -translate-x-1/2 translate-y-1/2 rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent ${set ? "cursor-ns-resize touch-none" : ""}`}
      style={style}
      onPointerDown={set && ((event) => event.currentTarget.setPointerCapture(event.pointerId))}
      onPointerMove={
        set &&
        ((event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
        })
      }
    >
      <span
        className="absolute inset-2 rounded-full border-[3px] bg-card"
        style={{ borderColor: curveStyle(of).stroke }}
      />
      <LogitNumber logit={logit} />
      {set ? <KeyboardSlider of={of} state={state} set={set} /> : null}
    </div>
  );
}

/** On the far side from 0, where no line is. */
function LogitNumber({ logit }: { logit: number }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-x-0 text-center text-ink tabular-nums ${logit < 0 ? "top-full -mt-1" : "bottom-full -mb-1"}`}
    >
      {numberText(logit)}
    </span>
  );
}

/** For the keyboard, and for whoever hears the page. It is not seen. */
function KeyboardSlider({ of, state, set }: Required<ViewProps<SoftmaxState>> & { of: number }) {
  const logit = logitsOf(state)[of]!;
  return (
    <input
      type="range"
      className="pointer-events-none absolute inset-0 m-0 size-full opacity-0"
      aria-label={`Logit of ${classes[of]}`}
      aria-orientation="vertical"
      aria-valuetext={numberText(logit)}
      min={tidy(state.shift - reach.z)}
      max={tidy(state.shift + reach.z)}
      step={step}
      value={logit}
      onChange={(event) => set({ z: withLogit(state, of, Number(event.target.value)) })}
    />
  );
}
