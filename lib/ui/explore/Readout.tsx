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
    <dl className="mt-4 grid grid-cols-3 gap-x-3 gap-y-2 sm:flex sm:flex-wrap sm:gap-x-8">
      {readings.map(({ name, value, colour }, i) => (
        <div key={i} className="flex flex-col justify-end sm:min-w-24">
          <dt className="text-[0.8125rem] text-muted leading-[1.2]">{name}</dt>
          <dd
            className="whitespace-nowrap font-medium text-[1.125rem] text-ink leading-tight tabular-nums sm:text-[1.375rem]"
            style={colour ? { color: colour } : undefined}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
