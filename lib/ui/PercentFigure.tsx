import { percent } from "./percent";

/** A share from 0 to 1 as whole percent, as wide as 100 %: under one another, such figures stand on one line. */
export function PercentFigure({ share }: { share: number }) {
  return <span className="inline-block min-w-[5ch] text-right">{percent(share)}</span>;
}
