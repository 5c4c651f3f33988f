import { pointsInWords, pointsText } from "./points-text";

/** A small bar with its words, "7 / 10 points". `label` goes before the words for a screen reader, where a
 *  heading does not say already what is measured. The bar says nothing that the words do not. */
export function Meter({
  earned,
  possible,
  label,
}: {
  earned: number;
  possible: number;
  label?: string;
}) {
  const share = possible > 0 ? Math.min(1, Math.max(0, earned / possible)) : 0;
  return (
    <span className="inline-flex items-center gap-2 font-sans text-sm text-muted">
      <span aria-hidden="true" className="block h-1.5 w-20 overflow-hidden rounded-full bg-line">
        <span
          className={`block h-full rounded-full ${share >= 1 ? "bg-good" : "bg-accent"}`}
          style={{ width: `${100 * share}%` }}
        />
      </span>
      <span className="self-baseline whitespace-nowrap tabular-nums">
        {label ? <span className="sr-only">{label}: </span> : null}
        {pointsText(earned)} / {pointsInWords(possible)}
      </span>
    </span>
  );
}
