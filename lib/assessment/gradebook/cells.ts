import type { Mark } from "@/lib/assessment/terms/totals";
import type { SummedItem } from "./works";

/** A cell of a gradebook. */
export interface GradeCell {
  readonly status: Mark["status"];
  /** From 0 to 1; null where there is nothing to show. */
  readonly share: number | null;
  /** Where the student's total leaves it out, as one of their lowest. */
  readonly dropped?: true;
  /** Where staff gave it. */
  readonly given?: true;
}

/** An assignment's cell. */
export function cellOf(mark: Mark, dropped: boolean): GradeCell {
  return {
    status: mark.status,
    share: mark.status === "excused" ? null : rounded(mark.share),
    ...(dropped ? { dropped } : {}),
    ...(mark.status === "counts" && mark.given ? { given: true } : {}),
  };
}

/** An item's cell, in an assignment with this mark. What was given for the whole assignment is not the item's. */
export function itemCellOf(mark: Mark, item: SummedItem | undefined): GradeCell {
  if (mark.status === "excused" || (item && item.possible === 0))
    return { status: "excused", share: null };
  if (!item) return { status: mark.status, share: mark.status === "counts" ? 0 : null };
  const share = rounded(item.earned / item.possible);
  return { status: mark.status, share, ...(item.given ? { given: true } : {}) };
}

/** As far as anybody sees it: figures beyond make pages heavy. */
const rounded = (share: number | null) => share && Math.round(share * 1e4) / 1e4;
