import { still } from "../../chart/ChartFrame";
import { toneColours } from "../../network/EdgeMark";
import { numberText } from "../../number-text";
import { Sym } from "../Sym";

interface SharesProps {
  shares: readonly [number, number, number];
  /** From a z to its place along the axis, in percent. */
  at: (z: number) => number;
}

const rows = [15, 47, 79];
const names = [
  <>
    <Sym sub={1}>w</Sym>
    <Sym sub={1}>x</Sym>
  </>,
  <>
    <Sym sub={2}>w</Sym>
    <Sym sub={2}>x</Sym>
  </>,
  <Sym key="b">b</Sym>,
];

/** What z is the sum of, one below the other, each beginning where the one above has ended. */
export function Shares({ shares, at }: SharesProps) {
  const ends = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0));
  const place = (z: number) => Math.round(100 * at(z)) / 100;
  return (
    <div className="absolute inset-x-0 bottom-full h-24" aria-hidden="true">
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 block size-full overflow-visible"
        aria-hidden="true"
      >
        <path d={`M${place(0)} 0V100`} stroke="var(--line)" strokeWidth="1" {...still} />
        {shares.map((share, i) => {
          const [from, to] = [place(ends[i]! - share), place(ends[i]!)];
          return (
            <g key={i}>
              <path
                d={`M${to} ${rows[i]}V${rows[i + 1] ?? 100}`}
                stroke="var(--muted)"
                strokeWidth="1.25"
                strokeDasharray="3 3"
                {...still}
              />
              <path
                d={`M${from} ${rows[i]}H${to}`}
                stroke={toneColours[share < 0 ? "negative" : "positive"]}
                strokeWidth="7"
                {...still}
              />
            </g>
          );
        })}
      </svg>
      {shares.map((share, i) => (
        <span
          key={i}
          className={`absolute -translate-y-1/2 whitespace-nowrap text-[0.8125rem] text-ink tabular-nums ${Math.min(ends[i]!, ends[i]! - share) < -2.4 ? "right-0" : "left-1"}`}
          style={{ top: `${rows[i]}%` }}
        >
          {names[i]} = {numberText(share)}
        </span>
      ))}
    </div>
  );
}
