/** How many skills come due on each of the next days: a column chart that is a list of its numbers. */
export function Forecast({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <ol className="mt-3 flex items-end gap-1.5 sm:gap-3">
      {counts.map((count, days) => (
        <li key={days} className="min-w-0 grow basis-0 text-center">
          <span className="sr-only">{whenInWords(days)}: </span>
          <span className="text-sm tabular-nums">{count}</span>
          <span className="sr-only"> due</span>
          <span
            aria-hidden="true"
            className={`mt-1 block rounded-t-xs ${days === 0 ? "bg-accent" : "bg-accent/50"}`}
            style={{ height: `${(4 * count) / most}rem` }}
          />
          <span aria-hidden="true" className="block border-line border-t pt-1 text-muted text-xs">
            {days === 0 ? "now" : `${days} d`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function whenInWords(days: number): string {
  if (days === 0) return "Now";
  return days === 1 ? "Within a day" : `In ${days} days`;
}
