import type { Interval } from "@/lib/cohort/statistics/interval";

interface IntervalMarkProps {
  from: number;
  to: number;
  value: number;
  interval: Interval;
}

const width = 96;

/** A value with its interval on a scale, beside the numbers that say the same: a dot, and a line as far as it may lie.
 *  The scale has a mark at both ends and in the middle. */
export function IntervalMark({ from, to, value, interval: { low, high } }: IntervalMarkProps) {
  const at = (point: number) => 4 + ((point - from) / (to - from)) * (width - 8);
  return (
    <svg
      viewBox={`0 0 ${width} 16`}
      width={width}
      height={16}
      className="hidden shrink-0 sm:block"
      aria-hidden="true"
      fill="none"
    >
      <path
        d={`M${at(from)} 12.5H${at(to)}M${at(from)} 10v5M${at((from + to) / 2)} 11v3M${at(to)} 10v5`}
        stroke="var(--line)"
      />
      <path d={`M${at(low)} 6H${at(high)}`} stroke="var(--accent)" strokeWidth="2" />
      <path d={`M${at(low)} 3v6M${at(high)} 3v6`} stroke="var(--accent)" />
      <circle cx={at(value)} cy="6" r="3.25" fill="var(--accent)" />
    </svg>
  );
}
