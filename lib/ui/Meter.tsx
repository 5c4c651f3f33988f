import { numberText } from "./number-text";

/** A small bar with its words, "7 of 10 points". `label` goes before the words for a screen reader, where a
 *  heading does not say already what is measured. The bar says nothing that the words do not. */
export function Meter({
  earned,
  possible,
  unit = "points",
  label,
}: {
  earned: number;
  possible: number;
  unit?: string;
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
      <span className="tabular-nums">
        {label ? <span className="sr-only">{label}: </span> : null}
        {points(earned)} of {points(possible)} {unit}
      </span>
    </span>
  );
}

/** Points to two decimals at most: 12.75 stays 12.75. */
function points(value: number): string {
  return numberText(Math.round(100 * value) / 100, 6);
}
