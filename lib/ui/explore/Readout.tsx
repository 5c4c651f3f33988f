import type { ReactNode } from "react";

export interface Reading {
  readonly name: ReactNode;
  readonly value: string;
  /** A colour of the page, where the drawing has this in one. */
  readonly colour?: string;
}

/** The few numbers that a figure is about. */
export function Readout({ readings }: { readings: readonly Reading[] }) {
  return (
    <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2">
      {readings.map(({ name, value, colour }, i) => (
        <div key={i} className="min-w-20">
          <dt className="text-[0.8125rem] text-muted leading-tight">{name}</dt>
          <dd
            className="font-medium text-[1.375rem] text-ink leading-tight tabular-nums"
            style={colour ? { color: colour } : undefined}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
