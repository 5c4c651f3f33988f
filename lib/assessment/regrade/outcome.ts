import type { Regrade } from "@/lib/db/generated/client";

/** What a regrade comes to for one student's exercise. Shares are from 0 to 1 of its points. */
export interface PlannedChange {
  readonly before: number;
  /** With the new results. */
  readonly after: number;
  /** The same without the numbers that are lost. */
  readonly voided: number;
  /** Why some are; null where none is. */
  readonly lost: string | null;
}

export interface Outcome {
  /** What stands from now on. */
  readonly share: number;
  /** What it is never to fall below: what the student was let keep. */
  readonly atLeast: number;
  readonly excused: boolean;
}

/** What stands once a regrade is applied, by what was chosen for it: the one place that says so, for the dry run and for
 *  what is applied. Points that a student has are never taken from them where the higher are kept. */
export function outcomeOf(
  { before, after, voided, lost }: PlannedChange,
  { treatment, keepsHigher }: Pick<Regrade, "treatment" | "keepsHigher">,
): Outcome {
  const worked = lost !== null && treatment === "void" ? voided : after;
  const share = keepsHigher ? Math.max(before, worked) : worked;
  return {
    share,
    atLeast: share > worked ? share : 0,
    excused: lost !== null && treatment === "excuse",
  };
}

export type Direction = "up" | "down" | "same" | "lost";

/** How a student's points move: `lost` where some of their numbers could not be judged anew, whatever is done with them. */
export function directionOf(
  change: PlannedChange,
  choice: Pick<Regrade, "treatment" | "keepsHigher">,
): Direction {
  if (change.lost !== null) return "lost";
  const moved = outcomeOf(change, choice).share - change.before;
  if (Math.abs(moved) < 1e-9) return "same";
  return moved > 0 ? "up" : "down";
}
