import type { ReactNode } from "react";

interface SliderProps {
  label: ReactNode;
  /** The value as it is read, beside the slider and aloud. */
  text: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Without it the slider stands still. */
  onMove?: (value: number) => void;
}

/** A slider with its name and its value. On paper, and without scripts, name and value are left. */
export function Slider({ label, text, value, min, max, step, onMove }: SliderProps) {
  const moves = onMove
    ? {
        value,
        onChange: (event: { target: { value: string } }) => onMove(Number(event.target.value)),
      }
    : { defaultValue: value, disabled: true };
  return (
    <div className="grid min-h-8 grid-cols-[6.75rem_minmax(0,1fr)_3.75rem] items-center gap-x-2.5 text-sm">
      <label className="contents">
        <span className="text-ink leading-tight">{label}</span>
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          aria-valuetext={text}
          className="h-7 w-full min-w-0 cursor-pointer accent-accent disabled:cursor-default noscript:invisible print:invisible"
          {...moves}
        />
      </label>
      <span aria-hidden="true" className="whitespace-nowrap text-right text-ink tabular-nums">
        {text}
      </span>
    </div>
  );
}

interface ListSliderProps {
  label: ReactNode;
  text: string;
  value: number;
  /** The values it can take, in their order. */
  values: readonly number[];
  onMove?: (value: number) => void;
}

/** A slider over listed values, an equal step apart whatever their size. */
export function ListSlider({ values, value, onMove, ...shown }: ListSliderProps) {
  return (
    <Slider
      {...shown}
      value={Math.max(0, values.indexOf(value))}
      min={0}
      max={values.length - 1}
      step={1}
      onMove={onMove && ((index) => onMove(values[index] ?? value))}
    />
  );
}
