import { numberText } from "../number-text";
import { type Bin, binScores, median } from "./bins";

const width = 360;
const height = 132;
const base = 104;
const top = 18;

/** How a cohort's scores are spread, for instructors: bars, the median, and the same as a table. */
export function ScoreBars({
  scores,
  possible,
  title,
  bins = 10,
}: {
  scores: readonly number[];
  possible: number;
  title: string;
  bins?: number;
}) {
  const counted = binScores(scores, possible, bins);
  const middle = median(scores);
  const words = inWords(scores.length, possible, middle);
  return (
    <figure className="font-sans">
      <figcaption className="text-sm font-semibold text-ink">{title}</figcaption>
      <p className="mt-0.5 text-sm text-muted">{words}</p>
      {scores.length > 0 ? (
        <>
          <Bars bins={counted} possible={possible} middle={middle} label={`${title}: ${words}`} />
          <BinTable bins={counted} title={title} />
        </>
      ) : null}
    </figure>
  );
}

function inWords(count: number, possible: number, middle: number | undefined): string {
  if (middle === undefined) return "No scores yet.";
  const scores = count === 1 ? "1 score" : `${count} scores`;
  return `${scores}; median ${numberText(middle, 4)} of ${numberText(possible, 4)}.`;
}

interface BarsProps {
  bins: readonly Bin[];
  possible: number;
  middle: number | undefined;
  label: string;
}

function Bars({ bins, possible, middle = 0, label }: BarsProps) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const pitch = width / bins.length;
  const at = possible > 0 ? (width * middle) / possible : 0;
  return (
    <svg
      viewBox={`-8 0 ${width + 16} ${height}`}
      role="img"
      aria-label={label}
      className="mt-2 block w-full max-w-md text-ink"
    >
      {bins.map(({ count }, i) => {
        const tall = ((base - top) * count) / most;
        const x = i * pitch + 1.5;
        return (
          <g key={i}>
            <rect
              x={x}
              y={base - tall}
              width={pitch - 3}
              height={tall}
              rx="1.5"
              fill="var(--accent)"
            />
            {count > 0 ? (
              <text x={x + pitch / 2 - 1.5} y={base - tall - 4} className="fill-muted" {...small}>
                {count}
              </text>
            ) : null}
          </g>
        );
      })}
      <path d={`M0 ${base}.5H${width}`} stroke="var(--muted)" strokeWidth="1" />
      <path d={`M${at} ${base + 2}l4.5 7h-9z`} fill="var(--ink)" />
      {[0, possible / 2, possible].map((score, i) => (
        <text key={score} x={(i * width) / 2} y={height - 6} className="fill-muted" {...small}>
          {numberText(score)}
        </text>
      ))}
    </svg>
  );
}

const small = { fontSize: 11, textAnchor: "middle" } as const;

function BinTable({ bins, title }: { bins: readonly Bin[]; title: string }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="text-accent">The numbers as a table</summary>
      <table className="mt-2 w-full max-w-xs border-collapse tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="py-1 font-medium">
              Score
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Students
            </th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, i) => (
            <tr key={bin.from} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {numberText(bin.from)} to {i < bins.length - 1 ? "below " : ""}
                {numberText(bin.to)}
              </th>
              <td className="py-1 text-right">{bin.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
