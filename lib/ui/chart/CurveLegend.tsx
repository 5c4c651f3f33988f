import type { ReactNode } from "react";
import { still } from "./ChartFrame";
import { type CurveStyle, curveStyle } from "./palette";

/** The curves' names, each beside a piece of its line. */
export function CurveLegend({ names }: { names: readonly ReactNode[] }) {
  return (
    <ul className="mb-3 flex list-none! flex-wrap gap-x-5 gap-y-1 pl-0! font-sans text-sm leading-snug">
      {names.map((name, i) => (
        <li key={i} className="mt-0! inline-flex items-center gap-2">
          <LineSample {...curveStyle(i)} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function LineSample({ stroke, dashes }: CurveStyle) {
  return (
    <svg viewBox="0 0 32 8" className="h-2 w-8 shrink-0" aria-hidden="true">
      <path d="M1 4H31" stroke={stroke} strokeWidth="2.25" strokeDasharray={dashes} {...still} />
    </svg>
  );
}
